package io.foodsafety.model.document;

/** Checks of the parts of a document. */
final class DocumentChecks {

  private DocumentChecks() {}

  static String text(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The %s must not be blank.".formatted(what));
    }
    return value;
  }
}
