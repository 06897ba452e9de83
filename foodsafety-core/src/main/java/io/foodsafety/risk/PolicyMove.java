package io.foodsafety.risk;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.risk.internal.ComparisonJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A business whose outcome is not the same under two policies, and why. Immutable.
 *
 * @param subject its id
 * @param name its name, if it is registered
 * @param division the county that it belongs to, if it is known
 * @param direction which way it moves from the first policy to the second
 * @param a its assessment by the first policy
 * @param b its assessment by the second policy
 * @param differences the lines that are not the same, those with the most points first
 * @param reasons the items of those that speak for the move, or {@link #BANDS} or {@link #APPLIES};
 *     at least one
 */
public record PolicyMove(
    String subject,
    Optional<String> name,
    Optional<DivisionCode> division,
    GradeOutcome.Direction direction,
    RiskAssessment a,
    RiskAssessment b,
    List<LineDifference> differences,
    List<String> reasons) {

  /** The reason that the policies give one score two grades. */
  public static final String BANDS = "$bands";

  /** The reason that only one of the policies looks at the lines of the business at all. */
  public static final String APPLIES = "$applies";

  /** Copies the lists. */
  public PolicyMove {
    differences = List.copyOf(differences);
    reasons = List.copyOf(reasons);
  }

  /**
   * The move as one line of JSON, without a line break.
   *
   * @param locale the language of the messages: Chinese for any {@code zh}, else English
   * @return the line, of the shape that the command line documents
   */
  public String toJson(Locale locale) {
    return ComparisonJson.write(this, locale);
  }
}
