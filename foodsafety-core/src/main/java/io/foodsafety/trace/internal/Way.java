package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.TraceDirection;
import io.foodsafety.trace.internal.graph.Direction;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the two ways through a network, so that a search is written once. Times are turned around
 * on the way back, so that a smaller label is always the better one.
 */
enum Way {
  FORWARD(EntryType.DISPATCHED, EntryType.USED, Direction.FORWARD, TraceDirection.FORWARD) {
    @Override
    Span turn(Span span) {
      return span;
    }

    @Override
    List<ProcessRecord.Part> farParts(ProcessRecord process) {
      return process.outputs();
    }
  },

  BACKWARD(EntryType.RECEIVED, EntryType.MADE, Direction.BACKWARD, TraceDirection.BACKWARD) {
    @Override
    Span turn(Span span) {
      return new Span(~span.last(), ~span.first());
    }

    @Override
    List<ProcessRecord.Part> farParts(ProcessRecord process) {
      return process.inputs();
    }
  };

  private final EntryType movement;
  private final EntryType transformation;
  private final Direction direction;
  private final TraceDirection traceDirection;

  Way(
      EntryType movement,
      EntryType transformation,
      Direction direction,
      TraceDirection traceDirection) {
    this.movement = movement;
    this.transformation = transformation;
    this.direction = direction;
    this.traceDirection = traceDirection;
  }

  /** A span as this way sees it: later is always larger. */
  abstract Span turn(Span span);

  /** The parts of a process by which this way comes out of it. */
  abstract List<ProcessRecord.Part> farParts(ProcessRecord process);

  /** The end of a span that this way meets first. */
  int first(Span span) {
    return this == FORWARD ? span.first() : span.last();
  }

  /** The end of a span that this way meets last. */
  int last(Span span) {
    return this == FORWARD ? span.last() : span.first();
  }

  /** The direction in the graph. */
  Direction direction() {
    return direction;
  }

  /** The direction as it is asked for. */
  TraceDirection traceDirection() {
    return traceDirection;
  }

  /** The type of the entries that are movements this way. */
  EntryType movement() {
    return movement;
  }

  /** The type of the entries that lead into processes this way. */
  EntryType transformation() {
    return transformation;
  }

  /** The movements that lead on from a holding. */
  Stream<Link> movements(HoldingRecord record) {
    return record.entries().stream()
        .filter(entry -> entry.type() == movement)
        .flatMap(
            entry ->
                entry.partners().stream()
                    .map(
                        partner ->
                            new Link(
                                new Holding(record.holding().lot(), partner.party()),
                                entry,
                                partner)));
  }

  /** The entries by which a holding leads on into processes. */
  Stream<Entry> transformations(HoldingRecord record) {
    return record.entries().stream().filter(entry -> entry.type() == transformation);
  }
}
