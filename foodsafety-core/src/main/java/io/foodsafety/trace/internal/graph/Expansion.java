package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.IntColumn;
import java.util.Arrays;

/**
 * Follows the edges of a few nodes at a time: reads the headers of all of them first, so that the
 * reads are in flight together, then gathers candidates: what an edge reaches, and when.
 */
final class Expansion {

  /** Nodes at a time. */
  static final int BLOCK = 64;

  private static final int BINARY_SEARCH_FROM = 16;

  private final int[] positions = new int[BLOCK];
  private final int[] headers = new int[BLOCK];
  private final AddedEdges added = new AddedEdges();
  private long[] candidates = new long[1024];
  private int size;
  private IntColumn blocks = IntColumn.EMPTY;
  private boolean strict;

  void bind(GraphSnapshot snapshot, Direction direction, boolean isStrict, int lastStart) {
    blocks = snapshot.base().adjacency(direction).blocks();
    strict = isStrict;
    added.bind(snapshot, direction, isStrict, lastStart);
  }

  /** Whether a node may have edges in this direction. */
  boolean hasEdges(int ref) {
    return !Ref.isLeaf(ref) || added.touches(Ref.leaf(ref));
  }

  /** What the last call of {@link #gather} found. */
  long[] candidates() {
    return candidates;
  }

  /** Gathers what some entries of a frontier reach; returns how many candidates there are. */
  int gather(Frontier frontier, int from, int to) {
    size = 0;
    readHeaders(frontier.entries(), from, to);
    if (!added.isEmpty()) {
      size = added.gather(this, frontier, from, to);
    }
    for (int i = 0; i < to - from; i++) {
      int header = headers[i];
      int at = positions[i];
      if (header >= 0) {
        reserve(header);
        at += Adjacency.HEADER;
        gatherPoints(at, at + Adjacency.POINT * header, frontier, from + i);
      } else {
        gatherAll(at, header & Adjacency.COUNT_MASK, frontier, from + i);
      }
    }
    return size;
  }

  /** Where the block of the i-th node begins; 0 for a leaf. */
  int position(int i) {
    return positions[i];
  }

  /** Leaves the edges of the base out for the i-th node. */
  void skip(int i) {
    headers[i] = 0;
  }

  /** The candidates, with room for more. */
  long[] reserved(int used, int more) {
    size = used;
    reserve(more);
    return candidates;
  }

  private void readHeaders(long[] entries, int from, int to) {
    IntColumn numbers = blocks;
    for (int i = from; i < to; i++) {
      int ref = LabelTable.ref(entries[i]);
      int at = Ref.isLeaf(ref) ? 0 : Ref.block(ref);
      positions[i - from] = at;
      headers[i - from] = numbers.get(at + 1);
    }
  }

  private void gatherAll(int position, int points, Frontier frontier, int entry) {
    int delayed = blocks.get(position + 2);
    int wide = blocks.get(position + 3);
    reserve(points + delayed + wide);
    int at = position + Adjacency.LONG_HEADER;
    int delayedFrom = at + Adjacency.POINT * points;
    int wideFrom = delayedFrom + Adjacency.RANGE * delayed;
    int end = wideFrom + Adjacency.RANGE * wide;
    gatherPoints(at, delayedFrom, frontier, entry);
    if (strict) {
      int label = LabelTable.label(frontier.entries()[entry]);
      gatherDelayed(delayedFrom, wideFrom, label, frontier.labelsBefore()[entry]);
      gatherWide(wideFrom, end, label);
    } else {
      for (int edge = delayedFrom; edge < end; edge += Adjacency.RANGE) {
        candidates[size++] = LabelTable.entry(blocks.get(edge), 0);
      }
    }
  }

  private void gatherPoints(int from, int to, Frontier frontier, int entry) {
    if (strict) {
      int label = LabelTable.label(frontier.entries()[entry]);
      int before = frontier.labelsBefore()[entry];
      int first =
          before == Frontier.UNREACHED ? from : firstBelow(before, from, to, Adjacency.POINT);
      gatherPoints(first, to, label);
    } else {
      gatherPoints(from, to);
    }
  }

  private void gatherPoints(int from, int to) {
    IntColumn numbers = blocks;
    long[] out = candidates;
    int n = size;
    for (int at = from; at < to; at += Adjacency.POINT) {
      out[n++] = (long) (numbers.get(at) & ~Ref.DAY) << 32;
    }
    size = n;
  }

  /** Latest first: until even a day that begins there would be over. */
  private void gatherPoints(int from, int to, int label) {
    IntColumn numbers = blocks;
    long[] out = candidates;
    int n = size;
    int floor = label < Integer.MIN_VALUE + EdgeTime.DAY ? Integer.MIN_VALUE : label - EdgeTime.DAY;
    int toFloor = floor - label;
    for (int at = from; at < to; at += Adjacency.POINT) {
      int ref = numbers.get(at);
      int time = numbers.get(at + 1);
      if (time < floor) {
        break;
      }
      out[n] = LabelTable.entry(ref & ~Ref.DAY, Math.max(time, label));
      int least = label + (toFloor & -(ref & Ref.DAY));
      n += (int) (~((long) time - least) >>> 63);
    }
    size = n;
  }

  private void gatherDelayed(int from, int to, int label, int before) {
    int at = before == Frontier.UNREACHED ? from : firstBelow(before, from, to, Adjacency.RANGE);
    for (; at < to && blocks.get(at + 2) >= label; at += Adjacency.RANGE) {
      candidates[size++] = LabelTable.entry(blocks.get(at), blocks.get(at + 1));
    }
  }

  private void gatherWide(int from, int to, int label) {
    for (int at = from; at < to && blocks.get(at + 2) >= label; at += Adjacency.RANGE) {
      candidates[size++] = LabelTable.entry(blocks.get(at), Math.max(blocks.get(at + 1), label));
    }
  }

  /** The first edge whose last number is below a time. */
  private int firstBelow(int time, int from, int to, int width) {
    int low = 0;
    int high = (to - from) / width;
    while (high - low > BINARY_SEARCH_FROM) {
      int middle = (low + high) >>> 1;
      if (blocks.get(from + middle * width + width - 1) < time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int at = from + low * width;
    while (at < to && blocks.get(at + width - 1) >= time) {
      at += width;
    }
    return at;
  }

  private void reserve(int more) {
    if (candidates.length - size < more) {
      candidates = Arrays.copyOf(candidates, Math.max(size + more, candidates.length * 2));
    }
  }
}
