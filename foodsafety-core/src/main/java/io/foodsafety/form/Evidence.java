package io.foodsafety.form;

import io.foodsafety.form.internal.Texts;

/**
 * What proves an answer: a reference to a picture or a document that the host keeps.
 *
 * @param kind such as {@code photo} or {@code document}
 * @param ref where the host finds it, 1 to 256 characters
 */
public record Evidence(String kind, String ref) {

  /** Checks both. */
  public Evidence {
    Texts.word("kind of evidence", kind);
    Texts.line("reference of evidence", ref);
  }
}
