package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.notification.NotificationReport;
import java.util.ArrayList;
import java.util.List;

/** Counts what is done about the people to be told. Used by one thread. */
final class NotificationTally {

  /** So many problems are told; a gateway that is down has one for each notice. */
  private static final int MAX_PROBLEMS = 100;

  private final List<Issue> problems = new ArrayList<>();
  private long steps;
  private long delivered;
  private long postponed;
  private long failed;

  void step() {
    steps++;
  }

  void delivered() {
    delivered++;
  }

  void postponed() {
    postponed++;
  }

  void failed() {
    failed++;
  }

  void problem(Issue issue) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(issue);
    }
  }

  NotificationReport report(boolean complete) {
    return new NotificationReport(steps, delivered, postponed, failed, complete, problems);
  }
}
