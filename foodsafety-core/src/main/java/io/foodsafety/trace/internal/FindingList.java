package io.foodsafety.trace.internal;

import io.foodsafety.trace.TraceFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with some holdings and their lots, each once. For one thread. */
final class FindingList {

  private final Snapshot snapshot;
  private final IntSet nodes;
  private final Set<Integer> lots = new HashSet<>();
  private final List<TraceFinding> findings = new ArrayList<>();

  /**
   * No findings.
   *
   * @param expected how many holdings will be added at most
   */
  FindingList(Snapshot snapshot, int expected) {
    this.snapshot = snapshot;
    this.nodes = new IntSet(expected);
  }

  /** Adds what is wrong with the holding of a node and its lot, unless they are there. */
  void add(int node, HoldingMarks marks) {
    if (!nodes.add(node)) {
      return;
    }
    if (marks.hasFindings()) {
      findings.addAll(snapshot.record(node).digest().findings());
    }
    if (snapshot.hadSeveralOrigins(node) && lots.add(snapshot.lot(node))) {
      String lot = snapshot.codes().holding(node).lot();
      Findings.ofLotItself(snapshot, lot).ifPresent(findings::add);
    }
  }

  List<TraceFinding> sorted() {
    findings.sort(TraceFinding.ORDER);
    return findings;
  }
}
