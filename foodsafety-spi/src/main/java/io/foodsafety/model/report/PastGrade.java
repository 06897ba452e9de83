package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A grade that a business had.
 *
 * @param date the day of the assessment
 * @param grade the grade, or nothing if there was none
 * @param score the score, or nothing if there was none
 * @param colourClass the id of a class of the legend
 */
public record PastGrade(
    LocalDate date, Optional<String> grade, Optional<BigDecimal> score, String colourClass) {

  /** Checks that the parts are there. */
  public PastGrade {
    Checks.date("a past grade", date);
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(colourClass, "colourClass");
  }

  /**
   * A grade with its score.
   *
   * @param date the day of the assessment
   * @param grade the grade
   * @param score the score
   * @param colourClass the id of a class of the legend
   * @return the past grade
   */
  public static PastGrade of(LocalDate date, String grade, BigDecimal score, String colourClass) {
    return new PastGrade(date, Optional.of(grade), Optional.of(score), colourClass);
  }
}
