package io.foodsafety.notification;

import java.time.Instant;
import java.util.Objects;

/**
 * That somebody has taken note. It ends reminders and escalation. Immutable.
 *
 * @param by the actor, as the ledger names it
 * @param at when
 * @param note what the actor said to it; may be empty
 */
public record Acknowledgement(String by, Instant at, String note) {

  /** The most characters of a note. */
  public static final int MAX_NOTE = 500;

  /** Checks that the parts are there. */
  public Acknowledgement {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    if (note.codePointCount(0, note.length()) > MAX_NOTE) {
      throw new IllegalArgumentException(
          "The note must have at most %d characters.".formatted(MAX_NOTE));
    }
  }
}
