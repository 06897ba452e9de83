package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.trace.internal.Entry.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an event says about lots, given what was in its containers. */
final class Contributions {

  private final TimeAxis axis;
  private final TraceEvent event;
  private final Function<String, List<LotAmount>> contents;
  private final List<Contribution> result = new ArrayList<>();

  private Contributions(
      TimeAxis axis, TraceEvent event, Function<String, List<LotAmount>> contents) {
    this.axis = axis;
    this.event = event;
    this.contents = contents;
  }

  /**
   * What an event says.
   *
   * @param event the event
   * @param axis the time axis
   * @param contents what was in a container when the event named it
   * @return what it says; nothing for a void
   */
  static List<Contribution> of(
      TraceEvent event, TimeAxis axis, Function<String, List<LotAmount>> contents) {
    Contributions contributions = new Contributions(axis, event, contents);
    contributions.collect();
    return contributions.result;
  }

  private void collect() {
    Span at = axis.span(event.at());
    if (event instanceof TraceEvent.Create create) {
      direct(create.party(), create.outputs(), EntryType.CREATED, at, Optional.empty());
    } else if (event instanceof TraceEvent.Transfer transfer) {
      transfer(transfer, at);
    } else if (event instanceof TraceEvent.Ship ship) {
      byLot(ship.items())
          .forEach(
              (lot, quantities) ->
                  result.add(
                      new Contribution.Dispatch(
                          new Half(
                              ship.id(),
                              lot,
                              Optional.of(ship.from()),
                              ship.to(),
                              ship.document(),
                              at,
                              quantities))));
    } else if (event instanceof TraceEvent.Receive receive) {
      byLot(receive.items())
          .forEach(
              (lot, quantities) ->
                  result.add(
                      new Contribution.Receipt(
                          new Half(
                              receive.id(),
                              lot,
                              receive.from(),
                              Optional.of(receive.to()),
                              receive.document(),
                              at,
                              quantities))));
    } else if (event instanceof TraceEvent.Transform transform) {
      Optional<String> process = Optional.of(processKey(transform));
      direct(transform.party(), transform.inputs(), EntryType.USED, at, process);
      direct(transform.party(), transform.outputs(), EntryType.MADE, at, process);
    } else if (event instanceof TraceEvent.Remove remove) {
      EntryType type = EntryType.of(remove.reason());
      direct(remove.party(), remove.items(), type, at, Optional.empty());
    } else if (event instanceof TraceEvent.Observe observe) {
      direct(observe.party(), observe.items(), EntryType.OBSERVED, at, Optional.empty());
    } else if (event instanceof TraceEvent.Pack pack) {
      seen(pack.party(), pack.items(), at);
    } else if (event instanceof TraceEvent.Unpack unpack) {
      seen(unpack.party(), unpack.items(), at);
    }
  }

  /** A named process, or the event alone; the two never meet. */
  private static String processKey(TraceEvent.Transform transform) {
    return transform.process().map(name -> "p:" + name).orElseGet(() -> "e:" + transform.id());
  }

  private void direct(
      String party, List<TraceItem> items, EntryType type, Span at, Optional<String> process) {
    for (LotAmount amount : lots(items)) {
      Entry entry =
          new Entry(type, at, amount.quantity(), event.id(), Match.NONE, List.of(), process);
      result.add(new Contribution.Direct(new Holding(amount.lot(), party), entry));
    }
  }

  private void transfer(TraceEvent.Transfer transfer, Span at) {
    Span received = axis.span(transfer.receivedAt());
    Span leaves = at.or(received);
    Span arrives = received.or(at);
    for (LotAmount amount : lots(transfer.items())) {
      Optional<Quantity> quantity = amount.quantity();
      Entry out = movement(EntryType.DISPATCHED, leaves, quantity, transfer.to(), arrives);
      Entry in = movement(EntryType.RECEIVED, arrives, quantity, transfer.from(), leaves);
      result.add(new Contribution.Direct(new Holding(amount.lot(), transfer.from()), out));
      result.add(new Contribution.Direct(new Holding(amount.lot(), transfer.to()), in));
    }
  }

  private Entry movement(
      EntryType type, Span at, Optional<Quantity> quantity, String other, Span otherAt) {
    Partner partner = new Partner(other, otherAt, Optional.of(event.id()), List.of(quantity));
    return new Entry(
        type, at, quantity, event.id(), Match.RECORDED, List.of(partner), Optional.empty());
  }

  /** Lots that are put in or taken out are seen at the party; how much stays there is not said. */
  private void seen(String party, List<TraceItem> items, Span at) {
    List<TraceItem> lots = new ArrayList<>();
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        lots.add(TraceItem.lot(lot.lot()));
      }
    }
    direct(party, lots, EntryType.OBSERVED, at, Optional.empty());
  }

  private Map<String, List<Optional<Quantity>>> byLot(List<TraceItem> items) {
    Map<String, List<Optional<Quantity>>> lots = new LinkedHashMap<>();
    for (LotAmount amount : lots(items)) {
      lots.computeIfAbsent(amount.lot(), unused -> new ArrayList<>(1)).add(amount.quantity());
    }
    return lots;
  }

  private List<LotAmount> lots(List<TraceItem> items) {
    if (items.size() == 1 && items.get(0) instanceof TraceItem.OfLot lot) {
      return List.of(new LotAmount(lot.lot(), lot.quantity()));
    }
    LotAmounts lots = new LotAmounts();
    Set<String> opened = new HashSet<>();
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        lots.add(new LotAmount(lot.lot(), lot.quantity()));
      } else if (item instanceof TraceItem.OfContainer container
          && opened.add(container.container())) {
        contents.apply(container.container()).forEach(lots::add);
      }
    }
    return lots.toList();
  }
}
