package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.TraceEnd;
import io.foodsafety.trace.TraceEnd.Reason;
import io.foodsafety.trace.internal.Reached.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where closures end, and why. */
final class Ends {

  private static final Comparator<TraceEnd> ORDER =
      Comparator.comparing(TraceEnd::holding, Reached.ORDER).thenComparing(TraceEnd::reason);

  private final Network.Snapshot snapshot;
  private final Set<TraceEnd> ends = new HashSet<>();

  Ends(Network.Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<TraceEnd> all() {
    List<TraceEnd> all = new ArrayList<>(ends);
    all.sort(ORDER);
    return all;
  }

  /** Whether something went to nobody knows whom. */
  boolean hasUnknownCounterpart() {
    return ends.stream().anyMatch(end -> end.reason() == Reason.UNKNOWN_COUNTERPART);
  }

  /** Adds the ends of a closure. */
  void add(List<Found> found, Set<Holding> cutOff, Way way) {
    cutOff.forEach(holding -> ends.add(new TraceEnd(holding, Reason.LIMIT)));
    for (Found each : found) {
      if (way == Way.FORWARD) {
        addForward(each.record());
      } else {
        addBackward(each.record());
      }
    }
  }

  private void addForward(HoldingRecord record) {
    if (record.hasLoose(EntryType.DISPATCHED)) {
      add(record, Reason.UNKNOWN_COUNTERPART);
    } else if (!leadsOn(record, Way.FORWARD)) {
      add(record, isGone(record) ? Reason.REMOVED : Reason.ON_HAND);
    }
  }

  private void addBackward(HoldingRecord record) {
    if (record.hasLoose(EntryType.RECEIVED)) {
      add(record, Reason.UNKNOWN_COUNTERPART);
    } else if (!record.has(EntryType.CREATED) && !leadsOn(record, Way.BACKWARD)) {
      add(record, Reason.NO_ORIGIN);
    }
  }

  /** Whether a link leads on from a holding without a loose one. */
  private boolean leadsOn(HoldingRecord record, Way way) {
    return record.has(way.movement())
        || (record.has(way.transformation())
            && way.transformations(record)
                .anyMatch(
                    entry ->
                        !way.farParts(snapshot.process(entry.process().orElseThrow())).isEmpty()));
  }

  /** Whether something was removed and nothing is known to be left. */
  private static boolean isGone(HoldingRecord record) {
    return record.hasRemoval()
        && Amounts.of(record).stream()
            .map(Amounts::onHand)
            .flatMap(Optional::stream)
            .noneMatch(left -> left.compareTo(BigDecimal.ZERO) > 0);
  }

  private void add(HoldingRecord record, Reason reason) {
    ends.add(new TraceEnd(record.holding(), reason));
  }
}
