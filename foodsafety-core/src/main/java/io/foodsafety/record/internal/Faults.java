package io.foodsafety.record.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with one record. */
final class Faults {

  private final Location record;
  private final List<Issue> issues = new ArrayList<>(0);

  Faults(Location record) {
    this.record = record;
  }

  /** Begins an issue at a place of the record; {@link #add} takes it. */
  IssueType.Builder at(String path, IssueType type) {
    return type.at(record.withPath(path));
  }

  void add(IssueType.Builder issue) {
    issues.add(issue.build());
  }

  boolean isEmpty() {
    return issues.isEmpty();
  }

  /** Whether something is known to be wrong with a place, or with an object or list around it. */
  boolean cover(String path) {
    return issues.stream()
        .map(issue -> issue.location().path())
        .anyMatch(faulty -> path.equals(faulty) || path.startsWith(faulty + "/"));
  }

  /** All issues by path, then code. */
  List<Issue> sorted() {
    return issues.stream()
        .sorted(
            Comparator.comparing((Issue issue) -> issue.location().path())
                .thenComparing(Issue::code))
        .toList();
  }
}
