package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.risk.internal.ComparisonJson;
import io.foodsafety.risk.internal.RuleDocuments;
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
 * @param shift how many businesses are inspected more or less often
 * @param divisions the same by county, in the order of the codes; businesses without one last
 * @param segments the same by segment, in the order of the codes; businesses without one last
 * @param reasons why businesses move, the most frequent first
 * @param attention how many of those that move deserve a look, and why; the weightiest first,
 *     without what is true of none
 * @param fewerDespiteRecord how many businesses are inspected less often, though within a year
 *     there was a penalty, an accident, a sample that does not conform, or an upheld complaint
 * @param rules the rules that the policies do not have alike, in the order of the policies
 * @param kindsWithoutFactsA the kinds of fact that the first policy reads and of which there was
 *     none
 * @param kindsWithoutFactsB the same of the second policy
 */
public record PolicyComparison(
    RiskPolicy a,
    RiskPolicy b,
    AsOf asOf,
    GradeTransitions transitions,
    Optional<InspectionLoad> inspectionsA,
    Optional<InspectionLoad> inspectionsB,
    InspectionShift shift,
    List<OfDivision> divisions,
    List<OfSegment> segments,
    List<ReasonCount> reasons,
    List<AttentionCount> attention,
    long fewerDespiteRecord,
    List<RuleChange> rules,
    List<String> kindsWithoutFactsA,
    List<String> kindsWithoutFactsB) {

  /**
   * The businesses of one county.
   *
   * @param division the code of the county, or of the larger division if that is all that is known;
   *     nothing for businesses of no known division
   * @param transitions how many businesses have which outcome under the one and under the other
   * @param inspectionsA the inspections needed a year under the first policy, if it says how often
   * @param inspectionsB the inspections needed a year under the second policy, if it says how often
   * @param shift how many businesses are inspected more or less often
   */
  public record OfDivision(
      Optional<DivisionCode> division,
      GradeTransitions transitions,
      Optional<InspectionLoad> inspectionsA,
      Optional<InspectionLoad> inspectionsB,
      InspectionShift shift) {}

  /**
   * The businesses of one segment.
   *
   * @param segment the word of the segment; nothing for businesses of no known segment
   * @param transitions how many businesses have which outcome under the one and under the other
   * @param inspectionsA the inspections needed a year under the first policy, if it says how often
   * @param inspectionsB the inspections needed a year under the second policy, if it says how often
   * @param shift how many businesses are inspected more or less often
   */
  public record OfSegment(
      Optional<String> segment,
      GradeTransitions transitions,
      Optional<InspectionLoad> inspectionsA,
      Optional<InspectionLoad> inspectionsB,
      InspectionShift shift) {}

  /**
   * How many businesses deserve a look for a cause. One that does for several is counted with each.
   *
   * @param attention the cause
   * @param count how many there are
   */
  public record AttentionCount(PolicyMove.Attention attention, long count) {}

  /**
   * How many businesses move for a reason. One that moves for several is counted with each.
   *
   * @param reason the item of a line, {@link PolicyMove#BANDS}, {@link PolicyMove#APPLIES} or
   *     {@link PolicyMove#SCALES}
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
    segments = List.copyOf(segments);
    reasons = List.copyOf(reasons);
    attention = List.copyOf(attention);
    rules = List.copyOf(rules);
    kindsWithoutFactsA = List.copyOf(kindsWithoutFactsA);
    kindsWithoutFactsB = List.copyOf(kindsWithoutFactsB);
  }

  /** {@return whether grades of the two policies have an order} */
  public boolean hasOneScale() {
    return a.scale().equals(b.scale());
  }

  /** {@return whether there is a rule that both policies have, alike or changed} */
  public boolean haveRulesInCommon() {
    return RuleDocuments.haveRulesInCommon(a, b);
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
