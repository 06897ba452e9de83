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
    BigDecimal min = BigDecimal.ZERO;
    BigDecimal max = BigDecimal.ZERO;
    long without = 0;
    for (GradeOutcome outcome : GradeOutcome.all(policy.scale())) {
      long count = businesses.applyAsLong(outcome);
      Optional<RiskPolicy.Inspections> inspections =
          policy.inspectionsPerYear().stream()
              .filter(each -> outcome.grade().map(each.grade()::equals).orElse(false))
              .findFirst();
      if (inspections.isEmpty()) {
        without += count;
        continue;
      }
      BigDecimal least = inspections.get().min();
      BigDecimal most = inspections.get().max().orElse(least);
      min = min.add(least.multiply(BigDecimal.valueOf(count)));
      max = max.add(most.multiply(BigDecimal.valueOf(count)));
    }
    return Optional.of(new InspectionLoad(min, max, without));
  }
}
