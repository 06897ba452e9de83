package io.foodsafety.runtime;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a city could not be opened: every problem found, each with its code, place and remedy. */
public final class StartupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // issues are values of the library; a serialised copy loses them
  private final transient List<Issue> issues;

  /**
   * An exception. The causes of the problems, where there are any, are its suppressed exceptions.
   *
   * @param issues every problem, at least one
   */
  public StartupException(List<Issue> issues) {
    super(
        "The city could not be opened:\n"
            + issues.stream()
                .map(issue -> "  " + issue.toLine(Locale.ENGLISH))
                .collect(Collectors.joining("\n")));
    this.issues = List.copyOf(issues);
  }

  /** {@return every problem, in an order that does not depend on the class path} */
  public List<Issue> issues() {
    return issues;
  }
}
