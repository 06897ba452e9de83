package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A class of things that are drawn in one colour, such as businesses of high risk.
 *
 * @param id its name in outputs, such as {@code red}
 * @param label its name in the legend
 * @param colour its colour, such as {@code #b2182b}
 * @param symbol its shape on maps and in legends
 */
public record ColourClass(String id, String label, String colour, Symbol symbol) {

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  /** Checks id, label and colour. */
  public ColourClass {
    Checks.name("colour class", id);
    ReportChecks.text("label of colour class (" + id + ")", label);
    Objects.requireNonNull(symbol, "symbol");
    if (!COLOUR.matcher(colour).matches()) {
      throw new IllegalArgumentException(
          "The colour (%s) of class (%s) must look like #b2182b."
              .formatted(Checks.abbreviate(colour), id));
    }
  }

  /**
   * A class.
   *
   * @param id its name in outputs
   * @param label its name in the legend
   * @param colour six hexadecimal digits in lower case after a {@code #}
   * @param symbol its shape
   * @return the class
   * @throws IllegalArgumentException if one of them is not well-formed
   */
  public static ColourClass of(String id, String label, String colour, Symbol symbol) {
    return new ColourClass(id, label, colour, symbol);
  }
}
