package io.foodsafety.model.document;

import java.util.Objects;
import java.util.Optional;

/**
 * A field of an official document.
 *
 * @param label what stands in print
 * @param value what is filled in; nothing leaves it blank
 * @param wide whether it takes the whole width; two fields share a row otherwise
 */
public record DocumentField(String label, Optional<String> value, boolean wide) {

  /** Checks the label; a blank value is none. */
  public DocumentField {
    DocumentChecks.text("label of a field", label);
    Objects.requireNonNull(value, "value");
    value = value.filter(text -> !text.isBlank());
  }

  /**
   * A field of half the width.
   *
   * @param label what stands in print
   * @param value what is filled in, if it is known
   * @return the field
   */
  public static DocumentField of(String label, Optional<String> value) {
    return new DocumentField(label, value, false);
  }

  /** {@return the same field over the whole width} */
  public DocumentField asWide() {
    return new DocumentField(label, value, true);
  }
}
