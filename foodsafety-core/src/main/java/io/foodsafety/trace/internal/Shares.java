package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much of each holding that a recall reached can come from its start. What came in is a mean of
 * what it came from, weighted by quantity; where goods went in a circle these equations are solved
 * by repetition. Used once, by one thread.
 */
final class Shares {

  private static final int MAX_ROUNDS = 10_000;
  private static final double EXACT = 1e-12;

  private final Network.Snapshot snapshot;
  private final Map<Holding, Share> shares = new HashMap<>();
  private final Map<String, Share> processes = new HashMap<>();

  /**
   * Works out the shares.
   *
   * @param snapshot the network
   * @param starts the start, of which all counts
   * @param reached all holdings reached, in order of depth
   */
  Shares(Network.Snapshot snapshot, Set<Holding> starts, Collection<HoldingRecord> reached) {
    this.snapshot = snapshot;
    for (HoldingRecord each : reached) {
      shares.put(each.holding(), starts.contains(each.holding()) ? Share.ALL : Share.NONE);
    }
    boolean changed = true;
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
      changed = false;
      processes.clear();
      for (HoldingRecord each : reached) {
        changed |= !starts.contains(each.holding()) && update(each);
      }
    }
  }

  Share of(Holding holding) {
    return shares.getOrDefault(holding, Share.NONE);
  }

  private boolean update(HoldingRecord record) {
    Holding holding = record.holding();
    Share before = of(holding);
    if (!before.isKnown()) {
      return false;
    }
    Mean mean = new Mean();
    for (Entry entry : record.entries()) {
      if (entry.type().isIn()) {
        mean.add(source(holding, entry), entry.quantity());
      }
    }
    Share now = mean.value();
    shares.put(holding, now);
    return !now.isKnown() || Math.abs(now.value() - before.value()) > EXACT;
  }

  private Share source(Holding holding, Entry entry) {
    return switch (entry.type()) {
      case RECEIVED -> sender(holding, entry);
      case MADE -> process(entry.process().orElseThrow());
      default -> Share.NONE;
    };
  }

  /** Of several possible senders the worst, so that nothing is played down. */
  private Share sender(Holding holding, Entry entry) {
    Share worst = Share.NONE;
    for (Partner partner : entry.partners()) {
      Share share = of(new Holding(holding.lot(), partner.party()));
      if (!share.isKnown()) {
        return Share.UNKNOWN;
      }
      worst = share.value() > worst.value() ? share : worst;
    }
    return worst;
  }

  private Share process(String key) {
    Share known = processes.get(key);
    if (known == null) {
      Mean mean = new Mean();
      for (ProcessRecord.Part part : snapshot.process(key).inputs()) {
        mean.add(of(part.holding()), part.quantity());
      }
      known = mean.value();
      processes.put(key, known);
    }
    return known;
  }
}
