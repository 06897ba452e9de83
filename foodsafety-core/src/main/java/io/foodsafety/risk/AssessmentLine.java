package io.foodsafety.risk;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of an assessment: one rule of the policy and what came of it.
 *
 * @param item the rule's name in the policy
 * @param section which part of the policy it stands in
 * @param state whether it scored
 * @param value what it looked at; nothing if that is not known or the line does not apply
 * @param points its points, rounded; present exactly if it scored
 * @param effect what it did to the grade, if anything
 * @param evidence the ids of the facts it rests on
 * @param reason what is not known, if something is
 * @param basis the law or rule it rests on
 */
public record AssessmentLine(
    String item,
    Section section,
    State state,
    Optional<Value> value,
    Optional<BigDecimal> points,
    Optional<Effect> effect,
    List<String> evidence,
    Optional<Issue> reason,
    String basis) {

  /** The part of the policy a line stands in. */
  public enum Section {
    /** A condition under which no grade is given. */
    NO_GRADE("no-grade"),
    /** What the subject is. */
    STATIC("static"),
    /** What the subject did. */
    DYNAMIC("dynamic"),
    /** A bound of the sum of some lines. */
    CAP("cap"),
    /** A value that the grade can be no better than. */
    LIMIT("limit"),
    /** A condition that gives a grade. */
    DIRECT_GRADE("direct-grade"),
    /** A condition that moves the grade. */
    ADJUSTMENT("adjustment");

    private final String code;

    Section(String code) {
      this.code = code;
    }

    /** {@return the name in outputs} */
    public String code() {
      return code;
    }
  }

  /** Whether a line scored. */
  public enum State {
    /** It has points, which may be 0. */
    SCORED("scored"),
    /** Something it needs is not known. */
    MISSING("missing"),
    /** It does not apply to the subject. */
    NOT_APPLICABLE("not-applicable");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** {@return the name in outputs} */
    public String code() {
      return code;
    }
  }

  /**
   * What a line did to the grade.
   *
   * @param grade the grade that it gives, or that the grade can be no better than
   * @param steps steps towards the worse end that it moves the grade; 0 if it names a grade
   */
  public record Effect(Optional<Grade> grade, int steps) {

    /**
     * A grade.
     *
     * @param grade the grade
     * @return the effect
     */
    public static Effect of(Grade grade) {
      return new Effect(Optional.of(grade), 0);
    }

    /**
     * A move.
     *
     * @param steps steps towards the worse end
     * @return the effect
     */
    public static Effect of(int steps) {
      return new Effect(Optional.empty(), steps);
    }
  }

  /** Checks that a line has points exactly if it scored. */
  public AssessmentLine {
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(basis, "basis");
    if (points.isPresent() != (state == State.SCORED)) {
      throw new IllegalArgumentException(
          "The line (%s) is %s and %s points."
              .formatted(item, state.code(), points.isPresent() ? "has" : "has no"));
    }
  }
}
