package io.foodsafety.form.internal;

import io.foodsafety.form.FormField;
import io.foodsafety.model.fact.AttributeValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Values that were filled in, as values of the types of their fields. */
public final class FieldValues {

  static final int MAX_TEXT = 10_000;

  private FieldValues() {}

  /**
   * The value as the field wants it; nothing if it does not fit. A submission that was read from
   * JSON holds words and days as texts.
   */
  public static Optional<AttributeValue> typed(FormField field, AttributeValue value) {
    return switch (field.type()) {
      case TEXT -> text(value).map(AttributeValue::string);
      case NUMBER -> Optional.of(value).filter(AttributeValue.Decimal.class::isInstance);
      case BOOLEAN -> Optional.of(value).filter(AttributeValue.Bool.class::isInstance);
      case DATE -> date(value);
      case CHOICE -> text(value).filter(field.choices()::containsKey).map(AttributeValue::code);
      case CHOICES ->
          words(value).filter(field.choices().keySet()::containsAll).map(AttributeValue::codes);
    };
  }

  /** What the field takes, for messages. */
  static String allowed(FormField field) {
    return field.type().isChosen()
        ? String.join(", ", field.choices().keySet())
        : field.type().code();
  }

  private static Optional<String> text(AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      return Optional.of(text.value()).filter(each -> !each.isBlank());
    }
    return value instanceof AttributeValue.Code code ? Optional.of(code.value()) : Optional.empty();
  }

  private static Optional<List<String>> words(AttributeValue value) {
    return value instanceof AttributeValue.Codes codes
        ? Optional.of(codes.values())
        : text(value).map(List::of);
  }

  private static Optional<AttributeValue> date(AttributeValue value) {
    if (value instanceof AttributeValue.Date) {
      return Optional.of(value);
    }
    try {
      return text(value).map(LocalDate::parse).map(AttributeValue::date);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
