package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.OutbreakCases;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything from which one case can have come: deliveries and holdings, backward, under the
 * assumptions of the investigator. Used once, by one thread.
 */
final class Suspects {

  private final Snapshot snapshot;
  private final Deliveries deliveries;
  private final OutbreakCases cases;
  private final Set<Holding> holdings = new HashSet<>();
  private final Set<Delivery> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> mixedUpTo = new HashMap<>();
  private final Deque<Holding> openHoldings = new ArrayDeque<>();
  private final Deque<Delivery> openDeliveries = new ArrayDeque<>();

  private Suspects(Snapshot snapshot, Deliveries deliveries, OutbreakCases cases) {
    this.snapshot = snapshot;
    this.deliveries = deliveries;
    this.cases = cases;
  }

  /** From where a party can have been reached. */
  static Suspects ofParty(
      Snapshot snapshot, Deliveries deliveries, OutbreakCases cases, String party) {
    Suspects suspects = new Suspects(snapshot, deliveries, cases);
    suspects.search(deliveries.to(party), List.of());
    return suspects;
  }

  /** From where a lot can have been reached. */
  static Suspects ofLot(Snapshot snapshot, Deliveries deliveries, OutbreakCases cases, String lot) {
    Suspects suspects = new Suspects(snapshot, deliveries, cases);
    suspects.search(deliveries.ofLot(lot), snapshot.ofLot(lot));
    return suspects;
  }

  private void search(Collection<Delivery> ends, Collection<Holding> endHoldings) {
    ends.forEach(this::reach);
    endHoldings.forEach(this::reach);
    while (!openHoldings.isEmpty() || !openDeliveries.isEmpty()) {
      while (!openDeliveries.isEmpty()) {
        before(openDeliveries.remove());
      }
      if (!openHoldings.isEmpty()) {
        before(openHoldings.remove());
      }
    }
  }

  private void reach(Delivery delivery) {
    if (reached.add(delivery)) {
      openDeliveries.add(delivery);
    }
  }

  private void reach(Holding holding) {
    if (holdings.add(holding)) {
      openHoldings.add(holding);
    }
  }

  private void before(Delivery delivery) {
    Holding source = delivery.source();
    if (source == null) {
      return;
    }
    reach(source);
    String party = source.party();
    if (cases.crossContaminated().contains(party) && !cases.killingParties().contains(party)) {
      mix(party, delivery.lastDispatchDay());
    }
  }

  /** All that a party can have received by a day. */
  private void mix(String party, int day) {
    List<Delivery> received = deliveries.to(party);
    int next = mixedUpTo.getOrDefault(party, 0);
    while (next < received.size() && received.get(next).firstReceiptDay() <= day) {
      if (!cases.killedLots().contains(received.get(next).lot())) {
        reach(received.get(next));
      }
      next++;
    }
    mixedUpTo.put(party, next);
  }

  private void before(Holding holding) {
    for (Entry entry : entries(holding)) {
      if (entry.type() == EntryType.MADE) {
        for (ProcessRecord.Part part : snapshot.process(entry.process().orElseThrow()).inputs()) {
          if (!cases.killedLots().contains(part.holding().lot())) {
            reach(part.holding());
          }
        }
      }
    }
    if (!cases.killingParties().contains(holding.party())) {
      deliveries.to(holding).forEach(this::reach);
    }
  }

  /** The parties that sent something of it. */
  Set<String> senders() {
    Set<String> senders = new HashSet<>();
    for (Delivery delivery : reached) {
      if (delivery.from() != null) {
        senders.add(delivery.from());
      }
    }
    return senders;
  }

  /**
   * The lots that it can have come from. What a killing party received does not go on from there.
   */
  Set<String> lots() {
    Set<String> lots = new HashSet<>();
    for (Holding holding : holdings) {
      if (!cases.killingParties().contains(holding.party()) || !isAllReceived(holding)) {
        lots.add(holding.lot());
      }
    }
    reached.forEach(delivery -> lots.add(delivery.lot()));
    return lots;
  }

  /** Whether something came in, and none of it came into being there. */
  private boolean isAllReceived(Holding holding) {
    List<EntryType> in =
        entries(holding).stream().map(Entry::type).filter(EntryType::isIn).toList();
    return !in.isEmpty() && in.stream().allMatch(EntryType.RECEIVED::equals);
  }

  private List<Entry> entries(Holding holding) {
    return snapshot.record(holding).map(HoldingRecord::entries).orElse(List.of());
  }
}
