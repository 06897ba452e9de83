package io.foodsafety.risk;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line that does not do the same under two policies: other points, another effect on the grade,
 * or missing under one of them only.
 *
 * @param item the name of the line in the policies
 * @param section the part of the policy it stands in; of the second policy, if both have it
 * @param a the line under the first policy, if it has one
 * @param b the line under the second policy, if it has one
 */
public record LineDifference(
    String item,
    AssessmentLine.Section section,
    Optional<AssessmentLine> a,
    Optional<AssessmentLine> b) {

  /** {@return the points under the second policy minus those under the first; none counts as 0} */
  public BigDecimal points() {
    return points(b).subtract(points(a));
  }

  private static BigDecimal points(Optional<AssessmentLine> line) {
    return line.flatMap(AssessmentLine::points).orElse(BigDecimal.ZERO);
  }

  /** {@return whether it does something else to the grade than by points} */
  public boolean changesEffect() {
    return !a.flatMap(AssessmentLine::effect).equals(b.flatMap(AssessmentLine::effect));
  }

  /**
   * Whether something the line needs is known under one policy and not under the other.
   *
   * @return true if it is missing under exactly one of them
   */
  public boolean changesMissing() {
    return isMissing(a) != isMissing(b);
  }

  private static boolean isMissing(Optional<AssessmentLine> line) {
    return line.map(each -> each.state() == AssessmentLine.State.MISSING).orElse(false);
  }
}
