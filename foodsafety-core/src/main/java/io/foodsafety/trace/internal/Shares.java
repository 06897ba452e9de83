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
  private static final int LEAP = 20;

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
    Map<Holding, double[]> rounds = new HashMap<>();
    boolean changed = true;
    for (int round = 1; changed && round < MAX_ROUNDS; round++) {
      changed = false;
      processes.clear();
      for (HoldingRecord each : reached) {
        changed |= !starts.contains(each.holding()) && update(each);
      }
      if (round % LEAP > LEAP - 4) {
        note(rounds, round % LEAP == LEAP - 1);
      }
    }
  }

  /**
   * Keeps the last three rounds, and leaps to where they lead: where most of a lot is made of
   * itself, single rounds get there slowly.
   */
  private void note(Map<Holding, double[]> rounds, boolean leap) {
    shares.forEach(
        (holding, share) -> {
          double[] last = rounds.computeIfAbsent(holding, unused -> new double[3]);
          last[0] = last[1];
          last[1] = last[2];
          last[2] = share.value();
          double step = last[2] - last[1];
          double bend = step - (last[1] - last[0]);
          double end = last[2] - step * step / bend;
          if (leap && step > 0 && end > last[2]) {
            shares.put(holding, new Share(Math.min(1, end)));
          }
        });
  }

  Share of(Holding holding) {
    return shares.getOrDefault(holding, Share.NONE);
  }

  private boolean update(HoldingRecord record) {
    Holding holding = record.holding();
    Share before = of(holding);
    Mean mean = new Mean();
    for (Entry entry : record.entries()) {
      if (entry.type().isIn() && isFromItself(holding, entry)) {
        mean.addItself(entry.quantity());
      } else if (entry.type().isIn()) {
        mean.add(source(holding, entry), entry.quantity());
      }
    }
    Share now = mean.value();
    shares.put(holding, now);
    if (!now.isKnown() || !before.isKnown()) {
      return now.isKnown() != before.isKnown();
    }
    return Math.abs(now.value() - before.value()) > EXACT;
  }

  private static boolean isFromItself(Holding holding, Entry entry) {
    return entry.type() == EntryType.RECEIVED
        && !entry.partners().isEmpty()
        && entry.partners().stream().allMatch(partner -> partner.party().equals(holding.party()));
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
