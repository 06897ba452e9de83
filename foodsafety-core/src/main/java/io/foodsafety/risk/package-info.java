/**
 * Risk grading: points, a score, a grade, and the why. Start with {@link
 * io.foodsafety.risk.RiskGrader}.
 *
 * <p>A {@link io.foodsafety.risk.RiskPolicy} is data, read from a JSON file and checked as a whole.
 * A {@link io.foodsafety.risk.RiskAssessment} has one line per rule; the points of the lines sum
 * exactly to the score. Missing, not applicable and zero are three things. All types are immutable.
 *
 * <pre>{@code
 * RiskPolicy policy = RiskPolicy.read(Path.of("policy.json"), FactCatalogue.standard());
 * RiskAssessment grade = RiskGrader.of(policy).grade(subject, history, AsOf.date(LocalDate.of(2024, 12, 31)));
 * grade.lines().forEach(line -> …);
 * }</pre>
 */
@NullMarked
package io.foodsafety.risk;

import org.jspecify.annotations.NullMarked;
