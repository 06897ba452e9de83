package io.foodsafety.risk;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.internal.GradeColumns;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The grades of many businesses by one policy, by the number of the business in its columns.
 * Immutable, safe for use by many threads.
 */
public final class RiskScores {

  private final RiskPolicy policy;
  private final GradeColumns grades;
  private final boolean hasLines;
  private final Map<Integer, RiskAssessment> assessments = new HashMap<>();

  RiskScores(RiskPolicy policy, GradeColumns grades, boolean hasLines) {
    this.policy = policy;
    this.grades = grades;
    this.hasLines = hasLines;
  }

  /** What only the interpreter could grade. */
  void put(int index, RiskAssessment assessment) {
    assessments.put(index, assessment);
  }

  /** {@return the policy} */
  public RiskPolicy policy() {
    return policy;
  }

  /** {@return how many businesses there are} */
  public int size() {
    return grades.size();
  }

  /** {@return how many of them did not fit the columns, and were graded one by one} */
  public int gradedAlone() {
    return assessments.size();
  }

  /**
   * All that is known of a business without its lines.
   *
   * @param index its number
   * @return the grade
   */
  public RiskGrade get(int index) {
    RiskAssessment alone = assessments.get(index);
    return alone != null
        ? RiskGrade.of(alone)
        : new RiskGrade(
            status(index), score(index), partialScore(index), grade(index), nextGrade(index));
  }

  /**
   * Whether a business has a grade.
   *
   * @param index its number
   * @return the status, as in its assessment
   */
  public RiskAssessment.Status status(int index) {
    RiskAssessment alone = assessments.get(index);
    if (alone != null) {
      return alone.status();
    }
    return switch (grades.status(index)) {
      case GradeColumns.GRADED -> RiskAssessment.Status.GRADED;
      case GradeColumns.INCOMPLETE -> RiskAssessment.Status.INCOMPLETE;
      default -> RiskAssessment.Status.NONE;
    };
  }

  /**
   * The score of a business.
   *
   * @param index its number
   * @return the score, as in its assessment
   */
  public Optional<BigDecimal> score(int index) {
    RiskAssessment alone = assessments.get(index);
    if (alone != null) {
      return alone.score();
    }
    return grades.isWhole(index) && grades.status(index) != GradeColumns.INCOMPLETE
        ? partialScore(index)
        : Optional.empty();
  }

  /**
   * The sum of the lines of a business that scored.
   *
   * @param index its number
   * @return the sum, as in its assessment
   */
  public Optional<BigDecimal> partialScore(int index) {
    RiskAssessment alone = assessments.get(index);
    if (alone != null) {
      return alone.partialScore();
    }
    return grades.hasPartial(index) ? Optional.of(decimal(grades.points(index))) : Optional.empty();
  }

  private BigDecimal decimal(long units) {
    return BigDecimal.valueOf(units, policy.pointsScale());
  }

  /**
   * The grade of a business.
   *
   * @param index its number
   * @return the grade, if there is one
   */
  public Optional<Grade> grade(int index) {
    RiskAssessment alone = assessments.get(index);
    return alone != null ? alone.grade() : ofRank(grades.grade(index));
  }

  /**
   * The next grade of a business.
   *
   * @param index its number
   * @return the grade of the next period, if there is one
   */
  public Optional<Grade> nextGrade(int index) {
    RiskAssessment alone = assessments.get(index);
    return alone != null ? alone.nextGrade() : ofRank(grades.nextGrade(index));
  }

  private Optional<Grade> ofRank(byte rank) {
    return rank == GradeColumns.NO_RANK
        ? Optional.empty()
        : Optional.of(policy.scale().gradeOfRank(rank));
  }

  /**
   * The state of a line, if the lines were kept and looked at.
   *
   * @param index the number of the business
   * @param line the number of the line, static and dynamic ones first, then the caps
   * @return the state
   */
  public Optional<AssessmentLine.State> lineState(int index, int line) {
    RiskAssessment alone = assessments.get(index);
    if (alone != null) {
      return lineOf(alone, line).map(AssessmentLine::state);
    }
    if (!hasLines || !grades.hasPartial(index)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (grades.lineState(line, index)) {
          case GradeColumns.SCORED -> AssessmentLine.State.SCORED;
          case GradeColumns.MISSING -> AssessmentLine.State.MISSING;
          default -> AssessmentLine.State.NOT_APPLICABLE;
        });
  }

  /**
   * The points of a line, if the lines were kept and this one scored.
   *
   * @param index the number of the business
   * @param line the number of the line, static and dynamic ones first, then the caps
   * @return the points
   */
  public Optional<BigDecimal> linePoints(int index, int line) {
    RiskAssessment alone = assessments.get(index);
    if (alone != null) {
      return lineOf(alone, line).flatMap(AssessmentLine::points);
    }
    return lineState(index, line)
        .filter(state -> state == AssessmentLine.State.SCORED)
        .map(state -> decimal(grades.linePoints(line, index)));
  }

  private static Optional<AssessmentLine> lineOf(RiskAssessment assessment, int line) {
    return assessment.lines().stream()
        .filter(each -> each.section() != AssessmentLine.Section.NO_GRADE)
        .skip(line)
        .findFirst()
        .filter(each -> assessment.partialScore().isPresent());
  }
}
