package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;

/** Values of attributes as JSON has them: texts, numbers, truth values and lists of texts. */
public final class PlainValue {

  private PlainValue() {}

  /** A value; what type of text it is gets lost. */
  public static Object of(AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      return text.value();
    }
    if (value instanceof AttributeValue.Decimal decimal) {
      return decimal.value();
    }
    if (value instanceof AttributeValue.Bool bool) {
      return bool.value();
    }
    if (value instanceof AttributeValue.Date date) {
      return date.value().toString();
    }
    if (value instanceof AttributeValue.Code code) {
      return code.value();
    }
    return ((AttributeValue.Codes) value).values();
  }
}
