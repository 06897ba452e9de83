package io.foodsafety.risk;

import io.foodsafety.model.grade.Grade;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What came of an assessment, without what led to it. Immutable.
 *
 * @param status whether there is a grade
 * @param score as {@link RiskAssessment#score()}
 * @param partialScore as {@link RiskAssessment#partialScore()}
 * @param grade as {@link RiskAssessment#grade()}
 * @param nextGrade as {@link RiskAssessment#nextGrade()}
 */
public record RiskGrade(
    RiskAssessment.Status status,
    Optional<BigDecimal> score,
    Optional<BigDecimal> partialScore,
    Optional<Grade> grade,
    Optional<Grade> nextGrade) {

  /**
   * What came of an assessment.
   *
   * @param assessment the assessment
   * @return the grade, its scores with as many digits as the policy gives points
   */
  public static RiskGrade of(RiskAssessment assessment) {
    int scale = assessment.policy().pointsScale(); // a sum of no line has none of its own
    return new RiskGrade(
        assessment.status(),
        assessment.score().map(score -> score.setScale(scale)),
        assessment.partialScore().map(score -> score.setScale(scale)),
        assessment.grade(),
        assessment.nextGrade());
  }
}
