package io.foodsafety.source.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /** Reads an element that may be absent; nothing if it was given up. */
  public <T> Optional<T> find(Supplier<Optional<T>> read) {
    return attempt(read).flatMap(found -> found);
  }

  /**
   * Reads a part that is judged by itself; gives it up if anything in it is wrong. What is found is
   * collected here too.
   */
  public <T> T part(Function<IssueCollector, T> read) {
    IssueCollector own = new IssueCollector();
    Optional<T> part = own.attempt(() -> read.apply(own));
    issues.addAll(own.issues);
    causes.addAll(own.causes);
    if (own.hasErrors()) {
      throw new Abandoned();
    }
    return part.orElseThrow(Abandoned::new);
  }

  /** Reads a whole document; throws with all errors if there are some. */
  public static <T> T read(
      Function<IssueCollector, T> read, Function<List<Issue>, ? extends RuntimeException> failure) {
    IssueCollector issues = new IssueCollector();
    Optional<T> document = issues.attempt(() -> read.apply(issues));
    if (issues.hasErrors() || document.isEmpty()) {
      throw failure.apply(issues.errors());
    }
    return document.get();
  }

  /** All issues in the order found. */
  public List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** What was thrown, where an issue shows in that. */
  public List<Throwable> causes() {
    return List.copyOf(causes);
  }

  /** The errors among them, each once. */
  public List<Issue> errors() {
    return issues.stream().filter(issue -> issue.severity() == Severity.ERROR).distinct().toList();
  }

  /** Whether one of them is an error. */
  public boolean hasErrors() {
    return issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
  }
}
