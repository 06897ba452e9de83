package io.foodsafety.examples.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day of the years 1 to 9999. */
final class DateConverter implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1 && date.getYear() <= 9_999) {
        return date;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new TypeConversionException("(%s) must be a date such as 2024-12-31".formatted(text));
  }
}
