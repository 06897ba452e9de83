package io.foodsafety.examples.cli;

import io.foodsafety.model.time.EventTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a year, month, day or instant. */
final class EventTimeConverter implements ITypeConverter<EventTime> {

  @Override
  public EventTime convert(String text) {
    try {
      return EventTime.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "(%s) must be a year, a month such as 2024-05, a date such as 2024-05-02, or a time with an offset"
              .formatted(text));
    }
  }
}
