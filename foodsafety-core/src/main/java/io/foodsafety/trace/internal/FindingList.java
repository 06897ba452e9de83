package io.foodsafety.trace.internal;

import io.foodsafety.trace.TraceFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with some holdings and their lots, each once. For one thread. */
final class FindingList {

  private final Network.Snapshot snapshot;
  private final IntSet nodes;
  private final Set<Integer> lots = new HashSet<>();
  private final List<TraceFinding> findings = new ArrayList<>();

  /**
   * No findings.
   *
   * @param expected how many holdings will be added at most
   */
  FindingList(Network.Snapshot snapshot, int expected) {
    this.snapshot = snapshot;
    this.nodes = new IntSet(expected);
  }

  /** Adds what is wrong with a holding and its lot, unless they are there. */
  void add(HoldingRecord record) {
    if (!nodes.add(record.node())) {
      return;
    }
    findings.addAll(record.digest().findings());
    if (snapshot.hadSeveralOrigins(record.lot()) && lots.add(record.lot())) {
      Findings.ofLotItself(snapshot, record.holding().lot()).ifPresent(findings::add);
    }
  }

  List<TraceFinding> sorted() {
    findings.sort(TraceFinding.ORDER);
    return findings;
  }
}
