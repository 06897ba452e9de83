package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.trace.ReferenceEntry.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Events as entries: one for each lot and role of an event. */
final class ReferenceEntries {

  private final ZoneId zone;
  private final Map<String, Map<String, Map<String, ReferenceAmount>>> opened;
  private final List<ReferenceEntry> entries = new ArrayList<>();

  private ReferenceEntries(List<TraceEvent> counting, ZoneId zone) {
    this.zone = zone;
    this.opened = ReferenceContainers.open(counting, this::time);
  }

  static List<ReferenceEntry> of(List<TraceEvent> events, ZoneId zone) {
    List<TraceEvent> counting = ReferenceVoids.counting(events);
    ReferenceEntries all = new ReferenceEntries(counting, zone);
    counting.forEach(all::add);
    return all.entries;
  }

  private ReferenceSpan time(TraceEvent event) {
    ReferenceSpan at = ReferenceSpan.of(event.at(), zone);
    return event instanceof TraceEvent.Transfer transfer
        ? at.or(ReferenceSpan.of(transfer.receivedAt(), zone))
        : at;
  }

  private void add(TraceEvent event) {
    if (event instanceof TraceEvent.Create e) {
      add(e, Role.CREATED, e.outputs(), "", "", "");
    } else if (event instanceof TraceEvent.Transfer e) {
      add(e, Role.TRANSFERRED, e.items(), e.to(), e.document().orElse(""), "");
    } else if (event instanceof TraceEvent.Ship e) {
      add(e, Role.SHIPPED, e.items(), e.to().orElse(""), e.document().orElse(""), "");
    } else if (event instanceof TraceEvent.Receive e) {
      add(e, Role.RECEIVED, e.items(), e.from().orElse(""), e.document().orElse(""), "");
    } else if (event instanceof TraceEvent.Transform e) {
      String process = e.process().map(p -> "process " + p).orElse("event " + e.id());
      add(e, Role.INPUT, e.inputs(), "", "", process);
      add(e, Role.OUTPUT, e.outputs(), "", "", process);
    } else if (event instanceof TraceEvent.Remove e) {
      add(e, Role.valueOf(e.reason().name()), e.items(), "", "", "");
    } else if (event instanceof TraceEvent.Observe e) {
      add(e, Role.OBSERVED, e.items(), "", "", "");
    } else {
      add(event, Role.PACKED, ReferenceContainers.items(event), "", "", "");
    }
  }

  private void add(
      TraceEvent event,
      Role role,
      List<TraceItem> items,
      String counterpart,
      String document,
      String process) {
    Map<String, ReferenceAmount> amounts = new LinkedHashMap<>();
    Set<String> boxes = new HashSet<>();
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        amounts.merge(lot.lot(), ReferenceAmount.of(lot.quantity()), ReferenceAmount::plus);
      } else if (item instanceof TraceItem.OfContainer box
          && role != Role.PACKED
          && boxes.add(box.container())) {
        opened
            .get(event.id())
            .get(box.container())
            .forEach((lot, amount) -> amounts.merge(lot, amount, ReferenceAmount::plus));
      }
    }
    ReferenceSpan time = ReferenceSpan.of(event.at(), zone);
    Optional<ReferenceSpan> received =
        event instanceof TraceEvent.Transfer transfer
            ? Optional.of(ReferenceSpan.of(transfer.receivedAt(), zone))
            : Optional.empty();
    amounts.forEach(
        (lot, amount) ->
            entries.add(
                new ReferenceEntry(
                    event.id(),
                    role,
                    new Holding(lot, ReferenceContainers.party(event)),
                    counterpart,
                    document,
                    process,
                    time.or(received.orElse(time)),
                    received.orElse(time).or(time),
                    amount)));
  }
}
