package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of the assessment of a business: why it has its grade. A line with 0 points, a line whose
 * value is not known and a line that does not apply are three things.
 *
 * @param item the name of the rule in the policy
 * @param title what the rule looks at
 * @param state whether it scored
 * @param points its points; present exactly if it scored
 * @param value what it found, as text; may be empty
 * @param effect what it did to the grade, such as "one grade worse", or what is not known; may be
 *     empty
 * @param evidence the facts it rests on
 * @param basis the law or rule it rests on; may be empty
 */
public record ReasonLine(
    String item,
    String title,
    State state,
    Optional<BigDecimal> points,
    String value,
    String effect,
    List<Evidence> evidence,
    String basis) {

  /** Whether a line scored. */
  public enum State {
    /** It has points, which may be 0. */
    SCORED,
    /** Something it needs is not known. */
    MISSING,
    /** It does not apply to the business. */
    NOT_APPLICABLE;

    /** {@return the name in outputs} */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Checks that a line has points exactly if it scored. */
  public ReasonLine {
    Checks.id("item", item);
    ReportChecks.text("title of item (" + item + ")", title);
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(effect, "effect");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(basis, "basis");
    if (points.isPresent() != (state == State.SCORED)) {
      throw new IllegalArgumentException(
          "The line (%s) is %s and %s points."
              .formatted(item, state.code(), points.isPresent() ? "has" : "has no"));
    }
  }

  /**
   * A line that scored.
   *
   * @param item the name of the rule in the policy
   * @param title what the rule looks at
   * @param points its points
   * @return the line, without value, evidence and basis
   * @throws IllegalArgumentException if item or title are blank
   */
  public static ReasonLine scored(String item, String title, BigDecimal points) {
    return new ReasonLine(item, title, State.SCORED, Optional.of(points), "", "", List.of(), "");
  }

  /**
   * A line that has no points because something is not known.
   *
   * @param item the name of the rule in the policy
   * @param title what the rule looks at
   * @param reason what is not known
   * @return the line, without value, evidence and basis
   * @throws IllegalArgumentException if item or title are blank
   */
  public static ReasonLine missing(String item, String title, String reason) {
    return new ReasonLine(item, title, State.MISSING, Optional.empty(), "", reason, List.of(), "");
  }

  /**
   * A line that does not apply.
   *
   * @param item the name of the rule in the policy
   * @param title what the rule looks at
   * @return the line, without value, evidence and basis
   * @throws IllegalArgumentException if item or title are blank
   */
  public static ReasonLine notApplicable(String item, String title) {
    return new ReasonLine(
        item, title, State.NOT_APPLICABLE, Optional.empty(), "", "", List.of(), "");
  }

  /**
   * The same line with what it found.
   *
   * @param newValue the value as text
   * @return the line
   */
  public ReasonLine withValue(String newValue) {
    return new ReasonLine(item, title, state, points, newValue, effect, evidence, basis);
  }

  /**
   * The same line with what it did to the grade.
   *
   * @param newEffect the effect as text
   * @return the line
   */
  public ReasonLine withEffect(String newEffect) {
    return new ReasonLine(item, title, state, points, value, newEffect, evidence, basis);
  }

  /**
   * The same line with the facts it rests on.
   *
   * @param newEvidence the facts
   * @return the line
   */
  public ReasonLine withEvidence(List<Evidence> newEvidence) {
    return new ReasonLine(item, title, state, points, value, effect, newEvidence, basis);
  }

  /**
   * The same line with the law or rule it rests on.
   *
   * @param newBasis the basis
   * @return the line
   */
  public ReasonLine withBasis(String newBasis) {
    return new ReasonLine(item, title, state, points, value, effect, evidence, newBasis);
  }
}
