package io.foodsafety.trace.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.trace.TraceStart;
import io.foodsafety.trace.internal.graph.Admission;
import io.foodsafety.trace.internal.graph.Boundary;
import io.foodsafety.trace.internal.graph.Closure;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.SearchLimits;
import io.foodsafety.trace.internal.graph.ViaEdges;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What was reached from some holdings one way, in order of depth, lot and party. For one thread.
 */
final class Reached {

  /**
   * How far a search goes.
   *
   * @param strict whether times hold for all links
   * @param maxDepth the most links from the start
   * @param maxHoldings the most holdings beyond the start
   * @param until no link is followed that certainly arrives later, backward that certainly leaves
   *     earlier
   * @param parties those whose holdings are entered, beyond the start; all, if there is none
   */
  record Bounds(
      boolean strict,
      int maxDepth,
      int maxHoldings,
      Optional<EventTime> until,
      Optional<Predicate<String>> parties) {

    static final Bounds NONE =
        new Bounds(false, Integer.MAX_VALUE, Integer.MAX_VALUE, Optional.empty(), Optional.empty());

    private boolean areLimits() {
      return maxDepth < Integer.MAX_VALUE
          || maxHoldings < Integer.MAX_VALUE
          || until.isPresent()
          || parties.isPresent();
    }

    private SearchLimits limits(Snapshot snapshot, TimeAxis axis, Way way) {
      boolean isQuota = maxHoldings < Integer.MAX_VALUE || parties.isPresent();
      return new SearchLimits(
          maxDepth,
          until.isPresent() ? OptionalInt.of(way.last(axis.span(until))) : OptionalInt.empty(),
          isQuota ? Optional.of(new Quota(snapshot, this)) : Optional.empty());
    }
  }

  /** Keeps what the bounds admit; of too many those that come first by lot and party. */
  private static final class Quota implements Admission {
    private final Snapshot snapshot;
    private final Optional<Predicate<String>> parties;
    private int left;

    Quota(Snapshot snapshot, Bounds bounds) {
      this.snapshot = snapshot;
      this.parties = bounds.parties();
      this.left = bounds.maxHoldings();
    }

    @Override
    public int admit(int[] nodes) {
      int kept = parties.isPresent() ? putFirst(nodes, parties.get()) : nodes.length;
      if (kept > left) {
        snapshot.sort(nodes, 0, kept);
        kept = left;
      }
      left -= kept;
      return kept;
    }

    private int putFirst(int[] nodes, Predicate<String> wanted) {
      int kept = 0;
      for (int i = 0; i < nodes.length; i++) {
        if (wanted.test(snapshot.codes().party(snapshot.party(nodes[i])))) {
          int node = nodes[i];
          nodes[i] = nodes[kept];
          nodes[kept++] = node;
        }
      }
      return kept;
    }
  }

  private final Snapshot snapshot;
  private final Optional<TimedStart> timed;
  private final Closure closure = new Closure();
  private final ViaEdges viaEdges;
  private final Boundary boundary;
  private final int[] nodes;
  private final long[] marks;
  private final boolean isLimited;

  /**
   * Searches.
   *
   * @param start where from; its time holds for all links if the bounds are strict, else for those
   *     of the start
   */
  Reached(Snapshot snapshot, TimeAxis axis, Way way, TraceStart start, Bounds bounds) {
    this.snapshot = snapshot;
    this.isLimited = bounds.areLimits();
    int[] starts = Starts.of(snapshot, start).stream().mapToInt(snapshot::node).toArray();
    Span since = axis.span(start.time());
    this.timed =
        start.time().isEmpty() || bounds.strict()
            ? Optional.empty()
            : Optional.of(new TimedStart(snapshot, way, starts, since, axis.span(bounds.until())));
    Direction direction = way.direction();
    SearchLimits limits = bounds.limits(snapshot, axis, way);
    if (bounds.strict()) {
      int[] labels = new int[starts.length];
      Arrays.fill(labels, way.first(since));
      closure.searchStrictly(snapshot.graph(), direction, starts, labels, limits);
    } else if (timed.isPresent()) {
      closure.searchVia(snapshot.graph(), direction, starts, timed.get().first(), limits);
    } else {
      closure.search(snapshot.graph(), direction, starts, limits);
    }
    this.boundary = new Boundary(closure);
    this.nodes = new int[closure.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = closure.node(i);
    }
    for (int depth = 0; depth < closure.depths(); depth++) {
      snapshot.sort(nodes, closure.firstAt(depth), closure.firstAt(depth + 1));
    }
    this.marks = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      marks[i] = snapshot.marks(nodes[i]).bits();
    }
    this.viaEdges = new ViaEdges(closure, nodes);
  }

  /** How many holdings were reached, the start included. */
  int size() {
    return nodes.length;
  }

  /** The number of depths. */
  int depths() {
    return closure.depths();
  }

  /** The first holding of a depth; from the number of depths on, the number of holdings. */
  int firstAt(int depth) {
    return depth < closure.depths() ? closure.firstAt(depth) : nodes.length;
  }

  int node(int i) {
    return nodes[i];
  }

  HoldingMarks marks(int i) {
    return new HoldingMarks(marks[i]);
  }

  HoldingRecord record(int i) {
    return snapshot.record(nodes[i]);
  }

  /** Whether a limit kept the search from following a link of the holding of a node it reached. */
  boolean isCutOff(int node) {
    if (!isLimited) {
      return false;
    }
    if (timed.isPresent() && timed.get().begins(node)) {
      return timed.get().leadsOn(node, next -> !closure.contains(next));
    }
    return boundary.contains(node);
  }

  /**
   * Looks for the links that reach a holding from the depth before; {@link #link} gives them until
   * the next call.
   *
   * @param depth the depth of the holding
   * @return how many there are; some can be there more than once
   */
  int findLinks(int i, int depth) {
    return depth == 0 ? 0 : viaEdges.find(i, depth);
  }

  /** One of the links found last. */
  int link(int index) {
    return viaEdges.link(index);
  }

  /** The events that reach a holding, in order of id, if those are not all that its links have. */
  Optional<List<String>> eventsOfStart(int i, int depth) {
    return depth == 1 ? timed.map(start -> start.via(nodes[i])) : Optional.empty();
  }
}
