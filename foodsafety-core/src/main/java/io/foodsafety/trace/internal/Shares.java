package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How much of each holding that a recall reached can come from its start. What came in is a mean of
 * what it came from, weighted by quantity. Used once, by one thread.
 */
final class Shares {

  private final Snapshot snapshot;
  private final ShareEquations equations = new ShareEquations();
  private final Map<Holding, Integer> holdings = new HashMap<>();
  private final Map<String, Integer> processes = new HashMap<>();
  private final double[] shares;

  /**
   * Works out the shares.
   *
   * @param snapshot the network
   * @param starts the start, of which all counts
   * @param reached all holdings reached
   */
  Shares(Snapshot snapshot, Set<Holding> starts, Collection<HoldingRecord> reached) {
    this.snapshot = snapshot;
    for (HoldingRecord each : reached) {
      boolean isStart = starts.contains(each.holding());
      ShareEquation equation = isStart ? ShareEquation.whole() : ShareEquation.mean();
      holdings.put(each.holding(), equations.add(equation));
    }
    for (HoldingRecord each : reached) {
      if (!starts.contains(each.holding())) {
        addAll(each);
      }
    }
    shares = equations.solve();
  }

  private void addAll(HoldingRecord record) {
    Holding holding = record.holding();
    ShareEquation equation = equations.get(Objects.requireNonNull(holdings.get(holding)));
    for (Entry entry : record.entries()) {
      if (entry.type().isIn() && isFromItself(holding, entry)) {
        equation.addItself(entry.quantity());
      } else if (entry.type().isIn()) {
        equation.add(sources(holding, entry), entry.quantity());
      }
    }
  }

  /** The share of a holding; none if it was not reached. */
  Share of(Holding holding) {
    Integer number = holdings.get(holding);
    return number == null ? Share.NONE : new Share(shares[number]);
  }

  private static boolean isFromItself(Holding holding, Entry entry) {
    return entry.type() == EntryType.RECEIVED
        && !entry.partners().isEmpty()
        && entry.partners().stream().allMatch(partner -> partner.party().equals(holding.party()));
  }

  /** Where something may have come from; of several senders the worst, to play nothing down. */
  private List<Integer> sources(Holding holding, Entry entry) {
    return switch (entry.type()) {
      case RECEIVED -> senders(holding, entry);
      case MADE -> List.of(process(entry.process().orElseThrow()));
      default -> List.of();
    };
  }

  private List<Integer> senders(Holding holding, Entry entry) {
    List<Integer> senders = new ArrayList<>(1);
    for (Partner partner : entry.partners()) {
      Integer sender = holdings.get(new Holding(holding.lot(), partner.party()));
      if (sender != null) {
        senders.add(sender);
      }
    }
    return senders;
  }

  private int process(String key) {
    Integer known = processes.get(key);
    if (known != null) {
      return known;
    }
    ShareEquation equation = ShareEquation.mean();
    int number = equations.add(equation);
    processes.put(key, number);
    for (ProcessRecord.Part part : snapshot.process(key).inputs()) {
      Integer input = holdings.get(part.holding());
      equation.add(input == null ? List.of() : List.of(input), part.quantity());
    }
    return number;
  }
}
