package io.foodsafety.trace.internal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pairs dispatches with later receipts, those with the shortest time between them first, then by
 * ids. On the line of time the shortest gap is always one with nothing in it, so that only
 * neighbours are looked at. Used once, by one thread.
 */
final class NearestGaps {

  /** Dispatches that were over at one second, or receipts that began there, in order of event. */
  private static final class Stop {
    private final int at;
    private final boolean isSent;
    private final Deque<Half> halves = new ArrayDeque<>();
    private @Nullable Stop before;
    private @Nullable Stop after;

    Stop(int at, boolean isSent) {
      this.at = at;
      this.isSent = isSent;
    }

    boolean isFollowedByReceipt() {
      return isSent && after != null && !after.isSent;
    }

    Stop next() {
      return Objects.requireNonNull(after);
    }

    long gap() {
      return (long) next().at - at;
    }

    String event() {
      return halves.element().event();
    }
  }

  private static final Comparator<Stop> SHORTEST =
      Comparator.comparingLong(Stop::gap)
          .thenComparing(Stop::event)
          .thenComparing(stop -> stop.next().event());

  private final List<Half> sent;
  private final List<Half> received;
  private final PriorityQueue<Stop> nearest = new PriorityQueue<>(SHORTEST);

  /**
   * Halves with times, of which no two can have happened at one second.
   *
   * @param sent the dispatches, in order of event; those that pair are taken out
   * @param received the receipts, in order of event; those that pair are taken out
   */
  NearestGaps(List<Half> sent, List<Half> received) {
    this.sent = sent;
    this.received = received;
  }

  /**
   * Pairs them.
   *
   * @param found takes each dispatch with its receipt
   */
  void pair(BiConsumer<Half, Half> found) {
    List<Stop> stops = stops();
    stops.forEach(this::add);
    while (!nearest.isEmpty()) {
      Stop stop = nearest.remove();
      Stop next = stop.next();
      found.accept(stop.halves.remove(), next.halves.remove());
      removeIfEmpty(next);
      Stop before = removeIfEmpty(stop) ? stop.before : stop;
      if (before != null) {
        add(before);
      }
    }
    sent.clear();
    received.clear();
    stops.forEach(stop -> (stop.isSent ? sent : received).addAll(stop.halves));
  }

  /** The stops in order of time; at none of them is both a dispatch and a receipt. */
  private List<Stop> stops() {
    TreeMap<Integer, Stop> line = new TreeMap<>();
    for (Half half : sent) {
      line.computeIfAbsent(half.at().last(), at -> new Stop(at, true)).halves.add(half);
    }
    for (Half half : received) {
      line.computeIfAbsent(half.at().first(), at -> new Stop(at, false)).halves.add(half);
    }
    Stop last = null;
    for (Stop stop : line.values()) {
      stop.before = last;
      if (last != null) {
        last.after = stop;
      }
      last = stop;
    }
    return List.copyOf(line.values());
  }

  private void add(Stop stop) {
    if (stop.isFollowedByReceipt()) {
      nearest.add(stop);
    }
  }

  /** Takes out a stop at which nothing is left. */
  private static boolean removeIfEmpty(Stop stop) {
    if (!stop.halves.isEmpty()) {
      return false;
    }
    Stop before = stop.before;
    Stop after = stop.after;
    if (before != null) {
      before.after = after;
    }
    if (after != null) {
      after.before = before;
    }
    return true;
  }
}
