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
 * @param reasons the items of those that speak for the move, or {@link #BANDS}, {@link #APPLIES} or
 *     {@link #SCALES}; at least one
 * @param attention why somebody should look at it before deciding, the weightiest first; often
 *     nothing
 */
public record PolicyMove(
    String subject,
    Optional<String> name,
    Optional<DivisionCode> division,
    GradeOutcome.Direction direction,
    RiskAssessment a,
    RiskAssessment b,
    List<LineDifference> differences,
    List<String> reasons,
    List<Attention> attention) {

  /** Why somebody should look at a business that moves before deciding; the weightiest first. */
  public enum Attention {
    /** It moves by two grades or more. */
    SEVERAL_GRADES("several-grades"),
    /** It has the best grade of one scale and the worst of the other. */
    BEST_AND_WORST("best-and-worst"),
    /**
     * It gets better, or is inspected less often, though within a year there was a penalty, an
     * accident, a sample that does not conform, or an upheld complaint.
     */
    BETTER_DESPITE_RECORD("better-despite-record"),
    /** The second policy gives no grade because something is not known; the first gives one. */
    LACKS_DATA("lacks-data"),
    /** It gets worse, or is inspected more often, and there was nothing of that kind. */
    WORSE_WITHOUT_RECORD("worse-without-record");

    private final String code;

    Attention(String code) {
      this.code = code;
    }

    /** {@return the name in outputs} */
    public String code() {
      return code;
    }
  }

  /** The reason that the policies give one score two grades. */
  public static final String BANDS = "$bands";

  /** The reason that only one of the policies looks at the lines of the business at all. */
  public static final String APPLIES = "$applies";

  /** The reason that the grades are those of two scales, so that their labels differ. */
  public static final String SCALES = "$scales";

  /** Copies the lists. */
  public PolicyMove {
    differences = List.copyOf(differences);
    reasons = List.copyOf(reasons);
    attention = List.copyOf(attention);
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
