package io.foodsafety.ledger.internal;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.issue.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands over faults as they are found, counts them, and keeps the first of them. */
final class Findings {

  private final Consumer<? super Issue> listener;
  private final List<Issue> first = new ArrayList<>();
  private long count;

  Findings(Consumer<? super Issue> listener) {
    this.listener = listener;
  }

  void add(Issue fault) {
    count++;
    if (first.size() < LedgerReport.MAX_FAULTS) {
      first.add(fault);
    }
    listener.accept(fault);
  }

  long count() {
    return count;
  }

  List<Issue> first() {
    return first;
  }
}
