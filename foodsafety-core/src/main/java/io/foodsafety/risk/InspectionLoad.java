package io.foodsafety.risk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How many inspections a year some businesses need by their grades.
 *
 * @param min at least so many
 * @param max so many if every business is inspected as often as its grade allows; a grade without
 *     an upper bound counts with its lower one
 * @param without how many of the businesses have no grade, or one for which the policy names no
 *     number: they are in neither sum
 */
public record InspectionLoad(BigDecimal min, BigDecimal max, long without) {

  /** The load of no business. */
  static final InspectionLoad NOTHING = new InspectionLoad(BigDecimal.ZERO, BigDecimal.ZERO, 0);

  /**
   * The load of a policy.
   *
   * @param policy the policy
   * @param businesses how many businesses have an outcome
   * @return the load; nothing if the policy names no number for any grade
   */
  static Optional<InspectionLoad> of(RiskPolicy policy, ToLongFunction<GradeOutcome> businesses) {
    if (policy.inspectionsPerYear().isEmpty()) {
      return Optional.empty();
    }
    InspectionLoad load = NOTHING;
    for (GradeOutcome outcome : GradeOutcome.all(policy.scale())) {
      long count = businesses.applyAsLong(outcome);
      Optional<RiskPolicy.Inspections> inspections = outcome.grade().flatMap(policy::inspections);
      load =
          inspections.isPresent() ? load.plus(inspections.get(), count) : load.plusWithout(count);
    }
    return Optional.of(load);
  }

  /** The load with some more businesses, each inspected so often. */
  InspectionLoad plus(RiskPolicy.Inspections each, long businesses) {
    BigDecimal count = BigDecimal.valueOf(businesses);
    return new InspectionLoad(
        min.add(each.min().multiply(count)),
        max.add(each.max().orElse(each.min()).multiply(count)),
        without);
  }

  /** The load with some more businesses that are in neither sum. */
  InspectionLoad plusWithout(long businesses) {
    return new InspectionLoad(min, max, without + businesses);
  }
}
