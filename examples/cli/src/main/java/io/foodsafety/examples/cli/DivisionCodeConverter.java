package io.foodsafety.examples.cli;

import io.foodsafety.model.code.DivisionCode;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the code of a division. */
final class DivisionCodeConverter implements ITypeConverter<DivisionCode> {

  @Override
  public DivisionCode convert(String text) {
    Optional<String> fault = DivisionCode.findFault(text);
    if (fault.isPresent()) {
      throw new TypeConversionException(
          "(%s) must be the code of a division: %s".formatted(text, fault.get()));
    }
    return DivisionCode.of(text);
  }
}
