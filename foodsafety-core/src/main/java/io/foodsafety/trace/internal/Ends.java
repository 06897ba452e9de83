package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.TraceEnd;
import io.foodsafety.trace.TraceEnd.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where closures end, and why. */
final class Ends {

  private static final Comparator<TraceEnd> ORDER =
      Comparator.comparing(TraceEnd::holding, Closure.ORDER).thenComparing(TraceEnd::reason);

  private final Network.Snapshot snapshot;
  private final Set<TraceEnd> ends = new TreeSet<>(ORDER);

  Ends(Network.Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<TraceEnd> all() {
    return new ArrayList<>(ends);
  }

  /** Whether something went to nobody knows whom. */
  boolean hasUnknownCounterpart() {
    return ends.stream().anyMatch(end -> end.reason() == Reason.UNKNOWN_COUNTERPART);
  }

  /** Adds the ends of a closure. */
  void add(Closure closure, Way way) {
    closure.cutOff().forEach(holding -> ends.add(new TraceEnd(holding, Reason.LIMIT)));
    for (Holding holding : closure.depths().keySet()) {
      HoldingRecord record = snapshot.holding(holding);
      if (way == Way.FORWARD) {
        addForward(record);
      } else {
        addBackward(record);
      }
    }
  }

  private void addForward(HoldingRecord record) {
    if (hasLoose(record, EntryType.DISPATCHED)) {
      add(record, Reason.UNKNOWN_COUNTERPART);
    } else if (!leadsOn(record, Way.FORWARD)) {
      add(record, isGone(record) ? Reason.REMOVED : Reason.ON_HAND);
    }
  }

  private void addBackward(HoldingRecord record) {
    if (hasLoose(record, EntryType.RECEIVED)) {
      add(record, Reason.UNKNOWN_COUNTERPART);
    } else if (!leadsOn(record, Way.BACKWARD)
        && record.entries().stream().noneMatch(entry -> entry.type() == EntryType.CREATED)) {
      add(record, Reason.NO_ORIGIN);
    }
  }

  private static boolean hasLoose(HoldingRecord record, EntryType type) {
    return record.entries().stream().anyMatch(entry -> entry.type() == type && entry.isLoose());
  }

  private boolean leadsOn(HoldingRecord record, Way way) {
    Stream<ProcessRecord.Part> made =
        way.transformations(record)
            .flatMap(
                entry -> way.farParts(snapshot.process(entry.process().orElseThrow())).stream());
    return way.movements(record).findAny().isPresent() || made.findAny().isPresent();
  }

  /** Whether something was removed and nothing is known to be left. */
  private static boolean isGone(HoldingRecord record) {
    return record.entries().stream().anyMatch(entry -> entry.type().isRemoval())
        && Amounts.of(record).stream()
            .map(Amounts::onHand)
            .flatMap(Optional::stream)
            .noneMatch(left -> left.compareTo(BigDecimal.ZERO) > 0);
  }

  private void add(HoldingRecord record, Reason reason) {
    ends.add(new TraceEnd(record.holding(), reason));
  }
}
