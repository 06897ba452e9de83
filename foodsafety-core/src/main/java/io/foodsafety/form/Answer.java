package io.foodsafety.form;

import io.foodsafety.form.internal.Texts;
import io.foodsafety.model.fact.AttributeValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to an item.
 *
 * @param state one of three
 * @param points the points given, of an item that is marked with points
 * @param note what the inspector wrote
 * @param evidence what proves it
 * @param handling how it is handled, if it failed and is handled apart from the others
 */
public record Answer(
    State state,
    Optional<BigDecimal> points,
    Optional<String> note,
    List<Evidence> evidence,
    Optional<Handling> handling) {

  /** Longest note, in UTF-16 units. */
  public static final int MAX_NOTE = 4000;

  /** Three states: what does not apply is neither satisfied nor failed. */
  public enum State {
    /** 符合. */
    SATISFIED,
    /** 不符合. */
    NOT_SATISFIED,
    /** 合理缺项. */
    NOT_APPLICABLE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** {@return the name in files, such as {@code not-satisfied}} */
    public String code() {
      return code;
    }

    /**
     * The state of a name in files.
     *
     * @param code such as {@code satisfied}
     * @return the state, or nothing
     */
    public static Optional<State> find(String code) {
      return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** {@return all names in files} */
    public static List<String> codes() {
      return Arrays.stream(values()).map(State::code).toList();
    }
  }

  /** Copies the list; checks the length of the note and the digits of the points. */
  public Answer {
    Objects.requireNonNull(state, "state");
    points = points.map(each -> new AttributeValue.Decimal(each).value());
    Objects.requireNonNull(handling, "handling");
    evidence = List.copyOf(evidence);
    note = note.filter(text -> !text.isBlank());
    note.ifPresent(text -> Texts.text("note", text, MAX_NOTE));
  }

  /**
   * An answer without more.
   *
   * @param state the state
   * @return the answer
   */
  public static Answer of(State state) {
    return new Answer(state, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /** {@return an answer that all is well} */
  public static Answer satisfied() {
    return of(State.SATISFIED);
  }

  /** {@return an answer that something is wrong} */
  public static Answer notSatisfied() {
    return of(State.NOT_SATISFIED);
  }

  /** {@return an answer that the item does not apply} */
  public static Answer notApplicable() {
    return of(State.NOT_APPLICABLE);
  }

  /**
   * The same answer with points.
   *
   * @param newPoints the points given
   * @return the answer
   */
  public Answer withPoints(BigDecimal newPoints) {
    return new Answer(state, Optional.of(newPoints), note, evidence, handling);
  }

  /**
   * The same answer with a note.
   *
   * @param newNote at most 4,000 characters
   * @return the answer
   */
  public Answer withNote(String newNote) {
    return new Answer(state, points, Optional.of(newNote), evidence, handling);
  }

  /**
   * The same answer with evidence.
   *
   * @param newEvidence all evidence
   * @return the answer
   */
  public Answer withEvidence(List<Evidence> newEvidence) {
    return new Answer(state, points, note, newEvidence, handling);
  }

  /**
   * The same answer with a handling.
   *
   * @param newHandling how it is handled
   * @return the answer
   */
  public Answer withHandling(Handling newHandling) {
    return new Answer(state, points, note, evidence, Optional.of(newHandling));
  }

  /** {@return whether the item failed} */
  public boolean isFailed() {
    return state == State.NOT_SATISFIED;
  }

  /** {@return the state; a note may be personal} */
  @Override
  public String toString() {
    return state.code();
  }
}
