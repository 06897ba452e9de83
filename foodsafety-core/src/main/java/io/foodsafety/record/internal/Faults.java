package io.foodsafety.record.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.RecordIssues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one record, up to a number of issues that a reader can use. */
final class Faults {

  private static final int MAX_ISSUES = 20;

  private final Location record;
  private final boolean isStored;
  private final List<Issue> issues = new ArrayList<>(0);
  private final Set<String> places = new HashSet<>(0);

  /**
   * No faults yet.
   *
   * @param record where the record was read
   * @param isStored whether it is stored already: then its lists may have grown beyond the limits
   */
  Faults(Location record, boolean isStored) {
    this.record = record;
    this.isStored = isStored;
  }

  /** Begins an issue at a place of the record; {@link #add} takes it. */
  IssueType.Builder at(String path, IssueType type) {
    return type.at(record.withPath(path));
  }

  /** Takes an issue, unless there are enough. */
  void add(IssueType.Builder builder) {
    if (!isFull()) {
      Issue issue = builder.build();
      issues.add(issue);
      places.add(issue.location().path());
    }
  }

  /** Whether a list has no more entries than it may; if it has, a fault is noted. */
  boolean admits(int size, int limit, String path) {
    if (isStored || size <= limit) {
      return true;
    }
    add(at(path, RecordIssues.TOO_MANY).with("field", path).with("limit", limit));
    return false;
  }

  boolean isEmpty() {
    return issues.isEmpty();
  }

  /** Whether further issues are dropped. */
  boolean isFull() {
    return issues.size() >= MAX_ISSUES;
  }

  /** Whether something is known to be wrong with a place, or with an object or list around it. */
  boolean cover(String path) {
    String place = path;
    while (!places.contains(place)) {
      if (place.isEmpty()) {
        return false;
      }
      place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }
    return true;
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
