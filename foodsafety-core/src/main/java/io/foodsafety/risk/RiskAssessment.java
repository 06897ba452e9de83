package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.internal.AssessmentJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A grade with everything that led to it. The points of the lines sum exactly to the partial score,
 * and to the score if there is one. Immutable.
 *
 * @param subject the id of the assessed business
 * @param asOf the point of assessment
 * @param policy the policy
 * @param status whether there is a grade
 * @param score the exact sum of the lines; nothing if a line is missing or none were scored
 * @param partialScore the exact sum of the lines that scored; nothing if none were looked at
 * @param grade the grade; present exactly if the status is graded
 * @param nextGrade the grade of the next period, if the policy has rules for it and it is known
 * @param reason why there is no grade, or no next grade
 * @param lines one line per rule, in the order of the policy
 */
public record RiskAssessment(
    String subject,
    AsOf asOf,
    RiskPolicy policy,
    Status status,
    Optional<BigDecimal> score,
    Optional<BigDecimal> partialScore,
    Optional<Grade> grade,
    Optional<Grade> nextGrade,
    Optional<Issue> reason,
    List<AssessmentLine> lines) {

  /** Whether there is a grade. */
  public enum Status {
    /** There is a grade. */
    GRADED,
    /** Something the grade depends on is not known. */
    INCOMPLETE,
    /** The policy gives no grade to this subject at this time. */
    NONE;

    /** {@return the name in outputs} */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks that a grade is there exactly if the status says so, and that the lines sum to the
   * score.
   */
  public RiskAssessment {
    Objects.requireNonNull(asOf, "asOf");
    lines = List.copyOf(lines);
    if (grade.isPresent() != (status == Status.GRADED)) {
      throw new IllegalArgumentException(
          "The assessment of (%s) is %s and %s a grade."
              .formatted(subject, status.code(), grade.isPresent() ? "has" : "has no"));
    }
    if (partialScore.isPresent()) {
      BigDecimal sum =
          lines.stream()
              .flatMap(line -> line.points().stream())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(partialScore.get()) != 0) {
        throw new IllegalArgumentException(
            "The lines of the assessment of (%s) sum to %s and not to %s."
                .formatted(subject, sum, partialScore.get()));
      }
    }
  }

  /**
   * The assessment as one line of JSON, without a line break, reasons in English.
   *
   * @return the line, of the shape that the command line documents
   */
  public String toJson() {
    return toJson(Locale.ENGLISH);
  }

  /**
   * The assessment as one line of JSON, without a line break.
   *
   * @param locale the language of the reasons: Chinese for any {@code zh}, else English
   * @return the line, of the shape that the command line documents
   */
  public String toJson(Locale locale) {
    return AssessmentJson.write(this, locale);
  }
}
