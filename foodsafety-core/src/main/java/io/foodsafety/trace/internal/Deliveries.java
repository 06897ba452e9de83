package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All movements of a network, by lot, receiver and the holding that they reach. */
final class Deliveries {

  private final TimeAxis axis;
  private final Map<String, List<Delivery>> byLot = new HashMap<>();
  private final Map<String, List<Delivery>> byReceiver = new HashMap<>();
  private final Map<Holding, List<Delivery>> byHolding = new HashMap<>();

  Deliveries(Snapshot snapshot, TimeAxis axis) {
    this.axis = axis;
    for (String lot : snapshot.lots()) {
      for (Holding holding : snapshot.ofLot(lot)) {
        snapshot
            .record(holding)
            .ifPresent(record -> record.entries().forEach(entry -> add(holding, entry)));
      }
    }
    byReceiver
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(Delivery::firstReceiptDay)));
  }

  private void add(Holding holding, Entry entry) {
    String party = holding.party();
    if (entry.type() == EntryType.DISPATCHED) {
      for (Partner partner : entry.partners()) {
        Span left = entry.at().or(partner.at());
        add(holding.lot(), party, partner.party(), left, partner.at());
      }
      if (entry.isLoose()) {
        add(holding.lot(), party, null, entry.at(), entry.at());
      }
    } else if (entry.type() == EntryType.RECEIVED && entry.isLoose()) {
      add(holding.lot(), null, party, entry.at(), entry.at());
    }
  }

  private void add(
      String lot, @Nullable String from, @Nullable String to, Span left, Span arrived) {
    Delivery delivery =
        new Delivery(lot, from, to, axis.day(left.last()), axis.day(arrived.first()));
    byLot.computeIfAbsent(lot, unused -> new ArrayList<>(2)).add(delivery);
    if (to != null) {
      byReceiver.computeIfAbsent(to, unused -> new ArrayList<>(2)).add(delivery);
      byHolding.computeIfAbsent(new Holding(lot, to), unused -> new ArrayList<>(2)).add(delivery);
    }
  }

  List<Delivery> ofLot(String lot) {
    return byLot.getOrDefault(lot, List.of());
  }

  /** What a party received, by the first day on which it can have arrived. */
  List<Delivery> to(String party) {
    return byReceiver.getOrDefault(party, List.of());
  }

  /** What a holding was received by. */
  List<Delivery> to(Holding holding) {
    return byHolding.getOrDefault(holding, List.of());
  }
}
