package io.foodsafety.spi.storage;

import io.foodsafety.model.issue.Issue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storage failed: unreachable, full, damaged, or of a format that this version does not read.
 */
public final class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an issue is a value of the library; a serialised copy loses it
  private final transient @Nullable Issue issue;

  /**
   * A failure without a cause of its own.
   *
   * @param message what failed, and what to do
   */
  public StorageException(String message) {
    super(message);
    this.issue = null;
  }

  /**
   * A failure.
   *
   * @param message what failed, and what to do
   * @param cause the failure underneath
   */
  public StorageException(String message, Throwable cause) {
    super(message, cause);
    this.issue = null;
  }

  /**
   * A failure that the storage knows, in Chinese and English, without a cause of its own.
   *
   * @param issue what failed and what to do; the message of this exception is its English text
   */
  public StorageException(Issue issue) {
    super(text(issue));
    this.issue = issue;
  }

  /**
   * A failure that the storage knows, in Chinese and English.
   *
   * @param issue what failed and what to do; the message of this exception is its English text
   * @param cause the failure underneath
   */
  public StorageException(Issue issue, Throwable cause) {
    super(text(issue), cause);
    this.issue = issue;
  }

  private static String text(Issue issue) {
    return issue.message(Locale.ENGLISH) + " " + issue.remedy(Locale.ENGLISH);
  }

  /** {@return the failure with its code and in both languages, if the storage knows it} */
  public Optional<Issue> issue() {
    return Optional.ofNullable(issue);
  }
}
