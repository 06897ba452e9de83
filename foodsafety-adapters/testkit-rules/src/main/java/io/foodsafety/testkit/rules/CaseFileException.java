package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;

/** A file of cases that cannot be used, with all that is wrong with it. */
public final class CaseFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list; never sent around
  private final List<Issue> issues;

  /**
   * An exception.
   *
   * @param issues what is wrong, at least one
   */
  public CaseFileException(List<Issue> issues) {
    super(issues.stream().map(Issue::toString).collect(Collectors.joining("\n")));
    this.issues = List.copyOf(issues);
  }

  /** {@return what is wrong, each with its line and path} */
  public List<Issue> issues() {
    return issues;
  }
}
