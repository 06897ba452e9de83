package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.InspectionShift;
import io.foodsafety.risk.PolicyMove.Attention;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds why somebody should look at a business that moves before a policy is adopted. */
public final class AttentionFinder {

  private AttentionFinder() {}

  /**
   * Why somebody should look at it.
   *
   * @param a its assessment by the first policy
   * @param b its assessment by the second policy
   * @param hasRecord whether something spoke against it within a year
   * @return the causes, the weightiest first
   */
  public static List<Attention> find(RiskAssessment a, RiskAssessment b, boolean hasRecord) {
    Set<Attention> found = EnumSet.noneOf(Attention.class);
    if (a.grade().isPresent() && b.status() == RiskAssessment.Status.INCOMPLETE) {
      found.add(Attention.LACKS_DATA);
    }
    if (a.grade().isPresent() && b.grade().isPresent()) {
      addOfGrades(a.grade().get(), b.grade().get(), found);
    }
    Direction direction = direction(a, b);
    if (direction == Direction.BETTER && hasRecord) {
      found.add(Attention.BETTER_DESPITE_RECORD);
    }
    if (direction == Direction.WORSE && !hasRecord) {
      found.add(Attention.WORSE_WITHOUT_RECORD);
    }
    return List.copyOf(found);
  }

  private static void addOfGrades(Grade a, Grade b, Set<Attention> found) {
    if (a.scale().equals(b.scale())) {
      if (Math.abs(a.rank() - b.rank()) > 1) {
        found.add(Attention.SEVERAL_GRADES);
      }
    } else if ((isBest(a) && isWorst(b)) || (isWorst(a) && isBest(b))) {
      found.add(Attention.BEST_AND_WORST);
    }
  }

  private static boolean isBest(Grade grade) {
    return grade.label().equals(grade.scale().labels().get(0));
  }

  private static boolean isWorst(Grade grade) {
    List<String> labels = grade.scale().labels();
    return labels.size() > 1 && grade.label().equals(labels.get(labels.size() - 1));
  }

  /** Better or worse by the grades of one scale; of two scales, by how often it is inspected. */
  private static Direction direction(RiskAssessment a, RiskAssessment b) {
    Direction direction = GradeOutcome.of(a).directionTo(GradeOutcome.of(b));
    Optional<RiskPolicy.Inspections> before = a.grade().flatMap(a.policy()::inspections);
    Optional<RiskPolicy.Inspections> after = b.grade().flatMap(b.policy()::inspections);
    if (direction != Direction.OTHER || before.isEmpty() || after.isEmpty()) {
      return direction;
    }
    int order = InspectionShift.compare(before.get(), after.get());
    return order < 0 ? Direction.WORSE : order > 0 ? Direction.BETTER : direction;
  }
}
