package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;

/**
 * A code with its name in the report's language.
 *
 * @param code the code, such as {@code catering}
 * @param text its name
 */
public record Label(String code, String text) {

  /** Checks that both are there. */
  public Label {
    Checks.id("code", code);
    ReportChecks.text("text of code (" + code + ")", text);
  }

  /**
   * A code and its name.
   *
   * @param code the code
   * @param text its name
   * @return the pair
   * @throws IllegalArgumentException if one of them is blank
   */
  public static Label of(String code, String text) {
    return new Label(code, text);
  }
}
