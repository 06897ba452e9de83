package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.runtime.StartupException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong while a city is opened, and what was thrown. */
final class StartupProblems {

  /**
   * By plug-in, code and text: the order in which problems were found depends on the class path.
   */
  private static final Comparator<Issue> ORDER =
      Comparator.comparing((Issue issue) -> issue.attributes().getOrDefault("plugin", ""))
          .thenComparing(Issue::code)
          .thenComparing(Issue::toString);

  private final List<Issue> issues = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();

  void add(Issue issue) {
    issues.add(issue);
  }

  void addAll(List<Issue> more) {
    issues.addAll(more);
  }

  /** A problem that shows in something thrown, whose stack trace may help whoever mends it. */
  void add(Issue issue, Throwable cause) {
    issues.add(issue);
    keep(cause);
  }

  /** What was thrown, if its problem was added already. */
  void keep(Throwable cause) {
    causes.add(cause);
  }

  int count() {
    return issues.size();
  }

  StartupException toException() {
    StartupException exception =
        new StartupException(issues.stream().distinct().sorted(ORDER).toList());
    causes.forEach(exception::addSuppressed);
    return exception;
  }
}
