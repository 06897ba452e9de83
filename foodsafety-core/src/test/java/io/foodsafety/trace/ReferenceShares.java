package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReferenceNetwork.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much of a holding can come from the start: the equations of docs/trace.md § 5, iterated until
 * they stand still. NaN is not known.
 */
final class ReferenceShares {

  private static final int MOST_ROUNDS = 100_000;
  private static final int ROUNDS_BEFORE_A_LEAP = 1_000;
  private static final double STILL = 1e-14;

  private final ReferenceNetwork network;
  private final Set<Holding> starts;
  private final Set<Holding> reached;
  private final Map<Holding, Double> shares = new HashMap<>();

  private ReferenceShares(ReferenceNetwork network, Set<Holding> starts, Set<Holding> reached) {
    this.network = network;
    this.starts = starts;
    this.reached = reached;
  }

  static Map<Holding, Double> of(
      ReferenceNetwork network, Set<Holding> starts, Set<Holding> reached) {
    ReferenceShares all = new ReferenceShares(network, starts, reached);
    all.solve();
    return all.shares;
  }

  private void solve() {
    reached.forEach(each -> shares.put(each, starts.contains(each) ? 1.0 : 0.0));
    double moved = 1;
    for (int round = 1; round < MOST_ROUNDS && moved > STILL; round++) {
      moved = round % ROUNDS_BEFORE_A_LEAP == 0 ? leap() : iterate();
    }
  }

  /** One round; how far the share moved that moved farthest. */
  private double iterate() {
    double moved = 0;
    for (Holding holding : reached) {
      if (!starts.contains(holding)) {
        double before = shares.get(holding);
        double now = share(holding);
        shares.put(holding, now);
        boolean same = Double.isNaN(now) && Double.isNaN(before);
        moved = Math.max(moved, same ? 0 : Double.isNaN(now) ? 1 : Math.abs(now - before));
      }
    }
    return moved;
  }

  /**
   * Two rounds, and then to where a share goes that comes nearer by the same ratio in each: tons
   * that go in a circle with a gram from elsewhere would take millions of rounds.
   */
  private double leap() {
    Map<Holding, Double> first = new HashMap<>(shares);
    iterate();
    Map<Holding, Double> second = new HashMap<>(shares);
    double moved = iterate();
    for (Holding holding : reached) {
      double before = second.get(holding) - first.get(holding);
      double now = shares.get(holding) - second.get(holding);
      double ratio = now / before;
      if (Math.abs(before) > STILL && ratio > 0 && ratio < 1) {
        double end = shares.get(holding) + now * ratio / (1 - ratio);
        shares.put(holding, Math.max(0, Math.min(1, end)));
      }
    }
    return moved;
  }

  private double share(Holding holding) {
    List<ReferenceAmount> amounts = new ArrayList<>();
    List<Double> parts = new ArrayList<>();
    for (Posting posting : network.in(holding)) {
      amounts.add(posting.amount());
      parts.add(share(posting));
    }
    return mean(amounts, parts);
  }

  private double share(Posting posting) {
    if (!posting.process().isEmpty()) {
      return made(posting.process());
    }
    double highest = 0;
    for (Holding sender : posting.senders()) {
      double share = shares.getOrDefault(sender, 0.0);
      highest =
          Double.isNaN(share) || Double.isNaN(highest) ? Double.NaN : Math.max(highest, share);
    }
    return highest;
  }

  private double made(String process) {
    List<ReferenceAmount> amounts = new ArrayList<>();
    List<Double> parts = new ArrayList<>();
    for (Posting posting : network.postings) {
      if (posting.column().equals("used") && posting.process().equals(process)) {
        amounts.add(posting.amount());
        parts.add(shares.getOrDefault(posting.holding(), 0.0));
      }
    }
    return mean(amounts, parts);
  }

  /** The mean in each dimension; known only if it is the same in all. */
  private static double mean(List<ReferenceAmount> amounts, List<Double> parts) {
    if (parts.isEmpty()) {
      return 0;
    }
    Map<String, double[]> sums = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if (amounts.get(i).unknown() || Double.isNaN(parts.get(i))) {
        return Double.NaN;
      }
      for (Quantity part : amounts.get(i).parts()) {
        double[] sum =
            sums.computeIfAbsent(ReferenceAmount.dimension(part.unit()), d -> new double[2]);
        double weight = base(part);
        sum[0] += weight * parts.get(i);
        sum[1] += weight;
      }
    }
    Set<Double> means = new LinkedHashSet<>();
    sums.values().forEach(sum -> means.add(sum[1] == 0 ? Double.NaN : sum[0] / sum[1]));
    Set<Long> different = new HashSet<>();
    means.forEach(mean -> different.add(Math.round(mean * 1e9)));
    return different.size() == 1 ? means.iterator().next() : Double.NaN;
  }

  private static double base(Quantity quantity) {
    return switch (quantity.unit().code()) {
      case "GRM" -> quantity.amount().doubleValue() / 1000;
      case "TNE" -> quantity.amount().doubleValue() * 1000;
      default -> quantity.amount().doubleValue();
    };
  }
}
