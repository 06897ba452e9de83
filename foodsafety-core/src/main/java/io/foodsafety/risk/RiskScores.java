package io.foodsafety.risk;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.internal.GradeColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The grades of many businesses by one policy, by the number of the business in its columns.
 * Immutable, safe for use by many threads.
 */
public final class RiskScores {

  private final RiskPolicy policy;
  private final GradeColumns grades;
  private final int lines;
  private final Map<Integer, RiskGrade> alone = new ConcurrentHashMap<>();
  private final Map<Integer, List<AssessmentLine>> linesAlone = new ConcurrentHashMap<>();

  RiskScores(RiskPolicy policy, GradeColumns grades, int lines) {
    this.policy = policy;
    this.grades = grades;
    this.lines = lines;
  }

  GradeColumns grades() {
    return grades;
  }

  /** What only the interpreter could grade; may be called by several threads. */
  void put(int index, RiskAssessment assessment) {
    alone.put(index, RiskGrade.of(assessment));
    if (lines > 0) {
      linesAlone.put(index, scored(assessment));
    }
  }

  /** The lines that have columns: static and dynamic ones and caps. */
  private List<AssessmentLine> scored(RiskAssessment assessment) {
    return assessment.partialScore().isEmpty()
        ? List.of()
        : assessment.lines().stream()
            .filter(line -> line.section() != AssessmentLine.Section.NO_GRADE)
            .limit(lines)
            .toList();
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
    return alone.size();
  }

  /**
   * All that is known of a business without its lines.
   *
   * @param index its number
   * @return the grade
   */
  public RiskGrade get(int index) {
    RiskGrade single = alone.get(index);
    return single != null
        ? single
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
    RiskGrade single = alone.get(index);
    if (single != null) {
      return single.status();
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
    RiskGrade single = alone.get(index);
    if (single != null) {
      return single.score();
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
    RiskGrade single = alone.get(index);
    if (single != null) {
      return single.partialScore();
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
    RiskGrade single = alone.get(index);
    return single != null ? single.grade() : ofRank(grades.grade(index));
  }

  /**
   * The next grade of a business.
   *
   * @param index its number
   * @return the grade of the next period, if there is one
   */
  public Optional<Grade> nextGrade(int index) {
    RiskGrade single = alone.get(index);
    return single != null ? single.nextGrade() : ofRank(grades.nextGrade(index));
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
    if (!hasLine(index, line)) {
      return Optional.empty();
    }
    List<AssessmentLine> single = linesAlone.get(index);
    if (single != null) {
      return Optional.of(single.get(line).state());
    }
    return Optional.of(
        switch (grades.lineState(line, index)) {
          case GradeColumns.SCORED -> AssessmentLine.State.SCORED;
          case GradeColumns.MISSING -> AssessmentLine.State.MISSING;
          default -> AssessmentLine.State.NOT_APPLICABLE;
        });
  }

  private boolean hasLine(int index, int line) {
    if (lines > 0) {
      Objects.checkIndex(line, lines);
    }
    return lines > 0 && partialScore(index).isPresent();
  }

  /**
   * The points of a line, if the lines were kept and this one scored.
   *
   * @param index the number of the business
   * @param line the number of the line, static and dynamic ones first, then the caps
   * @return the points
   */
  public Optional<BigDecimal> linePoints(int index, int line) {
    if (!hasLine(index, line)) {
      return Optional.empty();
    }
    List<AssessmentLine> single = linesAlone.get(index);
    if (single != null) {
      return single.get(line).points();
    }
    return lineState(index, line)
        .filter(state -> state == AssessmentLine.State.SCORED)
        .map(state -> decimal(grades.linePoints(line, index)));
  }
}
