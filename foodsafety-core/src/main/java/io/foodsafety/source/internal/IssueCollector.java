package io.foodsafety.source.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects all issues of a document. A reader that cannot go on with an element adds an issue and
 * throws {@link Abandoned}; {@link #attempt} catches it, so that the next element is read.
 */
public final class IssueCollector {

  /** The rest of an element is not read; its issue is already collected. */
  public static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Gives up an element whose issue is already collected. */
    public Abandoned() {
      super(null, null, false, false);
    }
  }

  private final List<Issue> issues = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();

  /** Adds an issue. */
  public void add(Issue issue) {
    issues.add(issue);
  }

  /** Adds an issue and gives up the element. */
  public Abandoned abandon(Issue issue) {
    issues.add(issue);
    return new Abandoned();
  }

  /** Adds an issue that shows in something thrown, and gives up the element. */
  public Abandoned abandon(Issue issue, Throwable cause) {
    causes.add(cause);
    return abandon(issue);
  }

  /** Reads an element; nothing if it was given up. */
  public <T> Optional<T> attempt(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (Abandoned e) {
      return Optional.empty();
    }
  }

  /** All issues in the order found. */
  public List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** What was thrown, where an issue shows in that. */
  public List<Throwable> causes() {
    return List.copyOf(causes);
  }

  /** Whether one of them is an error. */
  public boolean hasErrors() {
    return issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
  }
}
