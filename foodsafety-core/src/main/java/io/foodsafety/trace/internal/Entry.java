package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of what happened to a holding.
 *
 * @param type what
 * @param at when
 * @param quantity how much: what this party recorded, or else what the other one did
 * @param event the event; for an implied entry the one of the other party
 * @param match how the other end of a movement is known
 * @param partners the other ends; none if no party is known
 * @param process what it was used in or made by
 */
record Entry(
    EntryType type,
    Span at,
    Optional<Quantity> quantity,
    String event,
    Match match,
    List<Partner> partners,
    Optional<String> process) {

  /** How the other end of a movement is known. */
  enum Match {
    /** It is no movement. */
    NONE(0),
    /** One record knows both ends. */
    RECORDED(1),
    /** Two halves belong together. */
    PAIRED(2),
    /** The other party recorded nothing that fits. */
    OPEN(3),
    /** This party recorded nothing; the other one named it. */
    IMPLIED(4),
    /** Several halves fit. */
    AMBIGUOUS(5);

    private final int code;

    Match(int code) {
      this.code = code;
    }

    /** The number in files, in this order. */
    int code() {
      return code;
    }
  }

  static final Comparator<Entry> ORDER =
      Comparator.comparingInt((Entry entry) -> entry.at().first())
          .thenComparing(Entry::event)
          .thenComparing(Entry::type);

  /** An entry that is no movement. */
  static Entry of(EntryType type, Span at, Optional<Quantity> quantity, String event) {
    return new Entry(type, at, quantity, event, Match.NONE, List.of(), Optional.empty());
  }

  /** The events that say so: of this party first, then of its partners. */
  Stream<String> events() {
    return Stream.concat(
            Stream.of(event), partners.stream().flatMap(partner -> partner.event().stream()))
        .distinct();
  }

  /** The events of this end and one other, each once, in order of id. */
  List<String> eventsWith(Partner partner) {
    if (partner.event().isEmpty() || partner.event().get().equals(event)) {
      return List.of(event);
    }
    String other = partner.event().get();
    return event.compareTo(other) < 0 ? List.of(event, other) : List.of(other, event);
  }

  /** Whether this party itself recorded it. */
  boolean isOwn() {
    return match != Match.IMPLIED;
  }

  /** Whether it is a movement whose other end nobody names. */
  boolean isLoose() {
    return match == Match.OPEN && partners.isEmpty();
  }
}
