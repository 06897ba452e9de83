package io.foodsafety.fact;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.Objects;

/**
 * What became of one record that was handed in. Immutable.
 *
 * @param id the record's id
 * @param outcome whether it is stored
 * @param issues why it was refused; of a stored record, what is worth a look
 */
public record RecordingResult(String id, Outcome outcome, List<Issue> issues) {

  /** What became of a record. */
  public enum Outcome {
    /** Stored now. */
    RECORDED,
    /** Stored earlier with the same content; nothing changed. */
    ALREADY_KNOWN,
    /** Not stored; nothing changed. The issues say why. */
    REFUSED
  }

  /** Checks that the parts are there. */
  public RecordingResult {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
    issues = List.copyOf(issues);
  }

  /**
   * A record that is stored now.
   *
   * @param id the record's id
   * @return the result
   */
  public static RecordingResult recorded(String id) {
    return new RecordingResult(id, Outcome.RECORDED, List.of());
  }

  /**
   * A record that was stored before.
   *
   * @param id the record's id
   * @return the result
   */
  public static RecordingResult alreadyKnown(String id) {
    return new RecordingResult(id, Outcome.ALREADY_KNOWN, List.of());
  }

  /**
   * A record that is not stored.
   *
   * @param id the record's id
   * @param issues why not
   * @return the result
   */
  public static RecordingResult refused(String id, List<Issue> issues) {
    return new RecordingResult(id, Outcome.REFUSED, issues);
  }

  /** {@return whether the record is stored, now or since earlier} */
  public boolean isStored() {
    return outcome != Outcome.REFUSED;
  }
}
