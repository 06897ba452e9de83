package io.foodsafety.region;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;

/** A region that cannot be used, with all that is wrong with its packs. */
public final class RegionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list; exceptions of this library are not sent around
  private final List<Issue> issues;

  /**
   * An exception.
   *
   * @param issues what is wrong, at least one
   */
  public RegionException(List<Issue> issues) {
    this(issues, List.of());
  }

  /**
   * An exception because of others.
   *
   * @param issues what is wrong, at least one
   * @param causes what packs threw: the first becomes the cause, the others are suppressed
   */
  public RegionException(List<Issue> issues, List<Throwable> causes) {
    super(
        issues.stream().map(Issue::toString).collect(Collectors.joining("\n")),
        causes.isEmpty() ? null : causes.get(0));
    causes.stream().skip(1).forEach(this::addSuppressed);
    this.issues = List.copyOf(issues);
  }

  /** {@return what is wrong, each with its file and line} */
  public List<Issue> issues() {
    return issues;
  }
}
