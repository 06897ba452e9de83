package io.foodsafety.notification;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;

/** A file of recipients that cannot be used, with all that is wrong with it. */
public final class RecipientListException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list; exceptions of this library are not sent around
  private final List<Issue> issues;

  /**
   * An exception.
   *
   * @param issues what is wrong, at least one
   */
  public RecipientListException(List<Issue> issues) {
    super(issues.stream().map(Issue::toString).collect(Collectors.joining("\n")));
    this.issues = List.copyOf(issues);
  }

  /** {@return what is wrong, each with its line} */
  public List<Issue> issues() {
    return issues;
  }
}
