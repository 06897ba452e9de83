package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.ReachedHolding.Reach;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The holdings of an answer as numbers, which become objects when somebody reads them. Rows are
 * added by one thread; then any may read.
 */
final class HoldingRows {

  private final Codes codes;
  private final int[] nodes;
  private final int[] depths;
  private final Reach[] reaches;
  private final long[] marks;

  /** By row, where its links end; those of the first begin at 0. */
  private final int[] linkEnds;

  private int[] links;

  /** What does not fit into numbers, by row. */
  private final Map<Integer, List<String>> otherEvents = new HashMap<>();

  private final Map<Integer, Optional<Quantity>> otherTotals = new HashMap<>();
  private int size;

  /** No rows yet, of at most so many. */
  HoldingRows(Codes codes, int most) {
    this.codes = codes;
    this.nodes = new int[most];
    this.depths = new int[most];
    this.reaches = new Reach[most];
    this.marks = new long[most];
    this.linkEnds = new int[most];
    this.links = new int[most + most / 2];
  }

  /** Adds what was reached. */
  void add(Snapshot snapshot, Reached reached, int i, int depth, Reach reach) {
    HoldingMarks known = reached.marks(i);
    nodes[size] = reached.node(i);
    depths[size] = depth;
    reaches[size] = reach;
    marks[size] = known.bits();
    if (known.lacksTotal()) {
      otherTotals.put(size, snapshot.record(nodes[size]).digest().total());
    }
    int end = size == 0 ? 0 : linkEnds[size - 1];
    Optional<List<String>> events = reached.eventsOfStart(i, depth);
    if (events.isPresent()) {
      otherEvents.put(size, events.get());
    } else {
      int count = reached.findLinks(i, depth);
      if (end + count > links.length) {
        links = Arrays.copyOf(links, Math.addExact(end + count, (end + count) >> 1));
      }
      for (int link = 0; link < count; link++) {
        links[end++] = reached.link(link);
      }
    }
    linkEnds[size++] = end;
  }

  /** The rows in the order in which they were added; no more are added. */
  List<ReachedHolding> list() {
    return new Listed<>(size, this::row);
  }

  private ReachedHolding row(int row) {
    return new ReachedHolding(
        codes.holding(nodes[row]), reaches[row], depths[row], events(row), total(row));
  }

  private List<String> events(int row) {
    List<String> others = otherEvents.get(row);
    return others != null
        ? others
        : codes.events(links, row == 0 ? 0 : linkEnds[row - 1], linkEnds[row]);
  }

  private Optional<Quantity> total(int row) {
    HoldingMarks known = new HoldingMarks(marks[row]);
    return known.lacksTotal()
        ? otherTotals.getOrDefault(row, Optional.empty())
        : known.total(codes.names());
  }
}
