package io.foodsafety.ledger.internal;

import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.Issue;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A place outside the storage where roots are kept. */
interface LedgerAnchor {

  /** Keeps a root for good before it returns. */
  void append(TreeRoot root, Instant at);

  /** The roots that were kept, in the order kept; what cannot be read is a fault. */
  List<TreeRoot> roots(Consumer<? super Issue> faults);
}
