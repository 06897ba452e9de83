package io.foodsafety.trace.internal;

import io.foodsafety.trace.TraceFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with some holdings and their lots, each once. For one thread. */
final class FindingList {

  private final Network.Snapshot snapshot;
  private final Set<TraceFinding> findings = new HashSet<>();

  FindingList(Network.Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Adds what is wrong with a holding and its lot. */
  void add(HoldingRecord record) {
    List<TraceFinding> own = record.digest().findings();
    if (!own.isEmpty()) {
      findings.addAll(own);
    }
    if (snapshot.hadSeveralOrigins(record.lot())) {
      Findings.ofLotItself(snapshot, record.holding().lot()).ifPresent(findings::add);
    }
  }

  List<TraceFinding> sorted() {
    List<TraceFinding> sorted = new ArrayList<>(findings);
    sorted.sort(TraceFinding.ORDER);
    return sorted;
  }
}
