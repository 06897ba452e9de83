package io.foodsafety.archive;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An archive that cannot be written or imported, with what is wrong. */
public final class ArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list; exceptions of this library are not sent around
  private final List<Issue> issues;

  /**
   * An exception.
   *
   * @param issues what is wrong, at least one
   */
  public ArchiveException(List<Issue> issues) {
    this(issues, null);
  }

  /**
   * An exception because of another.
   *
   * @param issues what is wrong, at least one
   * @param cause what was thrown, if anything was
   */
  public ArchiveException(List<Issue> issues, @Nullable Throwable cause) {
    super(issues.stream().map(Issue::toString).collect(Collectors.joining("\n")), cause);
    this.issues = List.copyOf(issues);
  }

  /** {@return what is wrong} */
  public List<Issue> issues() {
    return issues;
  }
}
