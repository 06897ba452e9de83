package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import java.util.List;

/** Ends a run that cannot begin: usage, policy or file. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never sent around
  private final List<Issue> issues;

  ProblemException(List<Issue> issues) {
    super(issues.toString());
    this.issues = List.copyOf(issues);
  }

  List<Issue> issues() {
    return issues;
  }
}
