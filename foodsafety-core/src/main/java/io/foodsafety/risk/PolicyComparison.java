package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.risk.internal.ComparisonJson;
import java.util.List;
import java.util.Optional;

/**
 * What two policies make of the same businesses. Immutable.
 *
 * @param a the first policy
 * @param b the second policy
 * @param asOf the point of assessment
 * @param transitions how many businesses have which outcome under the one and under the other
 * @param inspectionsA the inspections needed a year under the first policy, if it says how often
 * @param inspectionsB the inspections needed a year under the second policy, if it says how often
 * @param divisions the same by county, in the order of the codes; businesses without one last
 * @param reasons why businesses move, the most frequent first
 */
public record PolicyComparison(
    RiskPolicy a,
    RiskPolicy b,
    AsOf asOf,
    GradeTransitions transitions,
    Optional<InspectionLoad> inspectionsA,
    Optional<InspectionLoad> inspectionsB,
    List<OfDivision> divisions,
    List<ReasonCount> reasons) {

  /**
   * The businesses of one county.
   *
   * @param division the code of the county, or of the larger division if that is all that is known;
   *     nothing for businesses of no known division
   * @param transitions how many businesses have which outcome under the one and under the other
   * @param inspectionsA the inspections needed a year under the first policy, if it says how often
   * @param inspectionsB the inspections needed a year under the second policy, if it says how often
   */
  public record OfDivision(
      Optional<DivisionCode> division,
      GradeTransitions transitions,
      Optional<InspectionLoad> inspectionsA,
      Optional<InspectionLoad> inspectionsB) {}

  /**
   * How many businesses move for a reason. One that moves for several is counted with each.
   *
   * @param reason the item of a line, {@link PolicyMove#BANDS} or {@link PolicyMove#APPLIES}
   * @param better how many have a better grade under the second policy
   * @param worse how many have a worse one
   * @param other how many have another outcome that is neither
   */
  public record ReasonCount(String reason, long better, long worse, long other) {

    /** {@return how many businesses move for it} */
    public long total() {
      return better + worse + other;
    }
  }

  /** Copies the lists. */
  public PolicyComparison {
    divisions = List.copyOf(divisions);
    reasons = List.copyOf(reasons);
  }

  /** {@return whether grades of the two policies have an order} */
  public boolean hasOneScale() {
    return a.scale().equals(b.scale());
  }

  /**
   * The comparison as one line of JSON, without a line break.
   *
   * @return the line, of the shape that the command line documents
   */
  public String toJson() {
    return ComparisonJson.write(this);
  }
}
