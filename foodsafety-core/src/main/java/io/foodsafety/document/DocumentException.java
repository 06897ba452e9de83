package io.foodsafety.document;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;

/** A template of a document that cannot be read, with all that is wrong. */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list; exceptions of this library are not sent around
  private final List<Issue> issues;

  /**
   * An exception.
   *
   * @param issues what is wrong, at least one
   */
  public DocumentException(List<Issue> issues) {
    super(issues.stream().map(Issue::toString).collect(Collectors.joining("\n")));
    this.issues = List.copyOf(issues);
  }

  /** {@return what is wrong, each with its line and path} */
  public List<Issue> issues() {
    return issues;
  }
}
