package io.foodsafety.risk;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of grading a business, in short: its grade, or why there is none.
 *
 * @param status whether there is a grade
 * @param grade the grade; present exactly if the status is graded
 */
public record GradeOutcome(RiskAssessment.Status status, Optional<Grade> grade) {

  /** How one outcome stands to another. */
  public enum Direction {
    /** The same grade, or no grade for the same reason. */
    SAME,
    /** A better grade of the same scale. */
    BETTER,
    /** A worse grade of the same scale. */
    WORSE,
    /** Not the same, and without an order: only one is a grade, or the scales are two. */
    OTHER;

    /** {@return the name in outputs} */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that a grade is there exactly if the status says so. */
  public GradeOutcome {
    if (grade.isPresent() != (status == RiskAssessment.Status.GRADED)) {
      throw new IllegalArgumentException(
          "The outcome is %s and has %s.".formatted(status.code(), grade));
    }
  }

  /**
   * The outcome of an assessment.
   *
   * @param assessment the assessment
   * @return its status and grade
   */
  public static GradeOutcome of(RiskAssessment assessment) {
    return new GradeOutcome(assessment.status(), assessment.grade());
  }

  /**
   * All outcomes that a policy can have.
   *
   * @param scale its scale
   * @return the grades from best to worst, then incomplete, then none
   */
  public static List<GradeOutcome> all(GradeScale scale) {
    List<GradeOutcome> all = new ArrayList<>();
    for (String label : scale.labels()) {
      all.add(new GradeOutcome(RiskAssessment.Status.GRADED, Optional.of(scale.grade(label))));
    }
    all.add(new GradeOutcome(RiskAssessment.Status.INCOMPLETE, Optional.empty()));
    all.add(new GradeOutcome(RiskAssessment.Status.NONE, Optional.empty()));
    return List.copyOf(all);
  }

  /** {@return the label of the grade, else the name of the status} */
  public String label() {
    return grade.map(Grade::label).orElse(status.code());
  }

  /**
   * How another outcome stands to this one. Grades of two scales are the same if their labels are.
   *
   * @param next the other outcome
   * @return better if the other one is better than this
   */
  public Direction directionTo(GradeOutcome next) {
    if (grade.isEmpty() || next.grade.isEmpty()) {
      return status == next.status ? Direction.SAME : Direction.OTHER;
    }
    if (!grade.get().scale().equals(next.grade.get().scale())) {
      return label().equals(next.label()) ? Direction.SAME : Direction.OTHER;
    }
    int order = next.grade.get().compareTo(grade.get());
    return order == 0 ? Direction.SAME : order < 0 ? Direction.BETTER : Direction.WORSE;
  }
}
