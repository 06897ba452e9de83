package io.foodsafety.risk;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A recorded change of a grade: what the fact of kind {@value #KIND} says. Immutable.
 *
 * @param fact the id of the fact
 * @param subject the id of the business
 * @param policy the id of the policy
 * @param policyVersion the version of the policy that gives the new outcome
 * @param scale the name of the scale of that version
 * @param day the day on which the outcome became another one, in the zone of the policy
 * @param from what held before; nothing if it is the first outcome that was recorded
 * @param to what holds from that day on
 * @param direction how the new outcome stands to the one before; present exactly if that is
 * @param score the score on that day, if there is one of at most 18 digits before the point
 * @param nextGrade the label of the grade of the next period on that day, if there is one
 */
public record GradeChange(
    String fact,
    String subject,
    String policy,
    String policyVersion,
    String scale,
    LocalDate day,
    Optional<Held> from,
    Held to,
    Optional<GradeOutcome.Direction> direction,
    Optional<BigDecimal> score,
    Optional<String> nextGrade) {

  /** The kind of the facts that say so. */
  public static final String KIND = "grade-change";

  /**
   * What held: a grade by its label, or why there is none.
   *
   * @param status whether there is a grade
   * @param grade its label; present exactly if the status is graded
   */
  public record Held(RiskAssessment.Status status, Optional<String> grade) {

    /** Checks that a label is there exactly if the status says so. */
    public Held {
      Objects.requireNonNull(status, "status");
      if (grade.isPresent() != (status == RiskAssessment.Status.GRADED)) {
        throw new IllegalArgumentException(
            "The outcome is %s and has the grade %s.".formatted(status.code(), grade));
      }
    }

    /** {@return the label of the grade, else the name of the status} */
    public String label() {
      return grade.orElse(status.code());
    }
  }

  /** Checks that there is a direction exactly if there is an outcome before. */
  public GradeChange {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(to, "to");
    if (direction.isPresent() != from.isPresent()) {
      throw new IllegalArgumentException(
          "The change (%s) has a direction exactly if something held before.".formatted(fact));
    }
  }

  /**
   * The change that a fact says.
   *
   * @param fact a fact of kind {@value #KIND}
   * @return the change
   * @throws IllegalArgumentException if the fact is of another kind, or says no change of a grade
   */
  public static GradeChange of(Fact fact) {
    if (!fact.kind().equals(KIND) || !fact.subject().type().equals(SubjectType.BUSINESS)) {
      throw new IllegalArgumentException(
          "The fact (%s) is no %s of a business.".formatted(fact.id(), KIND));
    }
    LocalDate day =
        fact.at()
            .date()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("The fact (%s) has no day.".formatted(fact.id())));
    return new GradeChange(
        fact.id(),
        fact.subject().id(),
        text(fact, "policy"),
        text(fact, "policyVersion"),
        text(fact, "scale"),
        day,
        find(fact, "previousStatus").map(status -> held(status, find(fact, "previousGrade"))),
        held(text(fact, "status"), find(fact, "grade")),
        find(fact, "direction")
            .map(code -> GradeOutcome.Direction.valueOf(code.toUpperCase(Locale.ROOT))),
        fact.findAttribute("score")
            .filter(AttributeValue.Decimal.class::isInstance)
            .map(value -> ((AttributeValue.Decimal) value).value()),
        find(fact, "nextGrade"));
  }

  /**
   * The change that a fact says, if it says one.
   *
   * @param fact any fact
   * @return the change, or nothing where {@link #of} throws
   */
  public static Optional<GradeChange> find(Fact fact) {
    try {
      return Optional.of(of(fact));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Held held(String status, Optional<String> grade) {
    return new Held(RiskAssessment.Status.valueOf(status.toUpperCase(Locale.ROOT)), grade);
  }

  private static String text(Fact fact, String name) {
    return find(fact, name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The fact (%s) has no (%s).".formatted(fact.id(), name)));
  }

  private static Optional<String> find(Fact fact, String name) {
    return fact.findAttribute(name)
        .flatMap(
            value ->
                value instanceof AttributeValue.Code code
                    ? Optional.of(code.value())
                    : value instanceof AttributeValue.Text text
                        ? Optional.of(text.value())
                        : Optional.empty());
  }
}
