package io.foodsafety.trace.internal;

import io.foodsafety.trace.TraceEnd;
import io.foodsafety.trace.TraceEnd.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * Where an answer ends and why, as numbers, which become objects when somebody reads them. Rows are
 * added by one thread; then any may read.
 */
final class EndRows {

  private int[] nodes = new int[16];
  private Reason[] reasons = new Reason[16];
  private int size;

  void add(int node, Reason reason) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      reasons = Arrays.copyOf(reasons, 2 * size);
    }
    nodes[size] = node;
    reasons[size++] = reason;
  }

  /**
   * The same rows by lot, party and reason.
   *
   * @return rows, if the reasons of a holding are there in order
   */
  EndRows sorted(Snapshot snapshot) {
    EndRows sorted = new EndRows();
    for (int place : snapshot.places(nodes, size)) {
      sorted.add(nodes[place], reasons[place]);
    }
    return sorted;
  }

  /** The rows of both, which are sorted, each once. */
  static EndRows merged(EndRows one, EndRows other, Snapshot snapshot) {
    EndRows all = new EndRows();
    int i = 0;
    int j = 0;
    while (i < one.size || j < other.size) {
      int order = i == one.size ? 1 : j == other.size ? -1 : one.compare(i, other, j, snapshot);
      if (order <= 0) {
        all.add(one.nodes[i], one.reasons[i]);
        i++;
        j += order == 0 ? 1 : 0;
      } else {
        all.add(other.nodes[j], other.reasons[j]);
        j++;
      }
    }
    return all;
  }

  private int compare(int i, EndRows other, int j, Snapshot snapshot) {
    int byHolding = snapshot.compare(nodes[i], other.nodes[j]);
    return byHolding != 0 ? byHolding : reasons[i].compareTo(other.reasons[j]);
  }

  /** Whether a limit is among the reasons. */
  boolean areLimited() {
    return Arrays.asList(reasons).contains(Reason.LIMIT);
  }

  /** The rows; no more are added. */
  List<TraceEnd> list(Codes codes) {
    return new Listed<>(size, row -> new TraceEnd(codes.holding(nodes[row]), reasons[row]));
  }
}
