package io.foodsafety.document.internal;

/**
 * A value of a document.
 *
 * @param code what conditions compare
 * @param text what is printed
 */
record DocumentValue(String code, String text) {

  static DocumentValue of(String text) {
    return new DocumentValue(text, text);
  }
}
