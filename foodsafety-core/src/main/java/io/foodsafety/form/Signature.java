package io.foodsafety.form;

import io.foodsafety.form.internal.Texts;

/**
 * Who signed, as a plain name: a host that has signatures proper keeps them, and refers to them as
 * evidence.
 *
 * @param role such as {@code inspector} or {@code business}
 * @param name the name
 */
public record Signature(String role, String name) {

  /** Checks both. */
  public Signature {
    Texts.word("role", role);
    Texts.line("name", name);
  }

  /** {@return the role; the name is personal} */
  @Override
  public String toString() {
    return role;
  }
}
