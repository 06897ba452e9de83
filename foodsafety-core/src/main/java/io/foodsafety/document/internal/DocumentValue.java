package io.foodsafety.document.internal;

import java.util.List;

/**
 * A value of a document.
 *
 * @param codes what conditions compare: the codes that it stands for
 * @param text what is printed
 */
record DocumentValue(List<String> codes, String text) {

  DocumentValue {
    codes = List.copyOf(codes);
  }

  static DocumentValue of(String code, String text) {
    return new DocumentValue(List.of(code), text);
  }

  static DocumentValue of(String text) {
    return of(text, text);
  }
}
