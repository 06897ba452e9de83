package io.foodsafety.risk;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a second policy changes in how often is inspected, over the businesses for whose grades both
 * policies name a number. This can be said even of grades of two scales.
 *
 * @param more how many businesses are inspected more often
 * @param same how many as often
 * @param fewer how many less often
 * @param a the inspections that these businesses need a year under the first policy
 * @param b the same under the second policy
 */
public record InspectionShift(
    long more, long same, long fewer, InspectionLoad a, InspectionLoad b) {

  /**
   * The shift from a policy to another.
   *
   * @param a the first policy
   * @param b the second policy
   * @param transitions how many businesses have which outcome under both
   * @return the shift
   */
  static InspectionShift of(RiskPolicy a, RiskPolicy b, GradeTransitions transitions) {
    long more = 0;
    long same = 0;
    long fewer = 0;
    InspectionLoad loadA = InspectionLoad.NOTHING;
    InspectionLoad loadB = InspectionLoad.NOTHING;
    for (GradeOutcome from : transitions.rows()) {
      for (GradeOutcome to : transitions.columns()) {
        long count = transitions.count(from, to);
        Optional<RiskPolicy.Inspections> before = from.grade().flatMap(a::inspections);
        Optional<RiskPolicy.Inspections> after = to.grade().flatMap(b::inspections);
        boolean areSaid = before.isPresent() && after.isPresent();
        loadA = areSaid ? loadA.plus(before.get(), count) : loadA.plusWithout(count);
        loadB = areSaid ? loadB.plus(after.get(), count) : loadB.plusWithout(count);
        int order = areSaid ? compare(after.get(), before.get()) : 0;
        more += order > 0 ? count : 0;
        same += areSaid && order == 0 ? count : 0;
        fewer += order < 0 ? count : 0;
      }
    }
    return new InspectionShift(more, same, fewer, loadA, loadB);
  }

  /**
   * Compares how often two grades are inspected: the one with the greater least number is inspected
   * more often; of equal ones, the one with the greater most.
   *
   * @param left how often businesses of the one are
   * @param right how often businesses of the other are
   * @return below 0 if those of the first are less often, above 0 if more often
   */
  public static int compare(RiskPolicy.Inspections left, RiskPolicy.Inspections right) {
    int byLeast = left.min().compareTo(right.min());
    return byLeast != 0 ? byLeast : most(left).compareTo(most(right));
  }

  private static BigDecimal most(RiskPolicy.Inspections each) {
    return each.max().orElse(each.min());
  }
}
