package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** Failures of H2 that its user can do something about. */
final class H2Failures {

  private H2Failures() {}

  /** What a failure at opening means. */
  static Optional<Issue> atOpening(SQLException failure, Settings settings) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          Optional.of(
              JdbcIssues.IN_USE
                  .at(Location.unknown())
                  .with("database", settings.url().shown())
                  .build());
      case ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.DATABASE_IS_READ_ONLY ->
          Optional.of(notWritable(String.valueOf(failure.getMessage()), settings));
      default -> disk(failure).map(cause -> issue(JdbcIssues.NOT_WRITABLE, cause, settings));
    };
  }

  /** What a failure in a transaction means. */
  static Optional<Issue> inUse(SQLException failure, Settings settings) {
    return disk(failure).map(cause -> issue(JdbcIssues.DISK, cause, settings));
  }

  /** The file is there, and this process may only read it. */
  static Issue notWritable(String cause, Settings settings) {
    return issue(JdbcIssues.NOT_WRITABLE, cause, settings);
  }

  private static Issue issue(IssueType type, String cause, Settings settings) {
    return type.at(Location.unknown())
        .with("database", settings.url().shown())
        .with("cause", cause.replaceFirst("\\.$", ""))
        .build();
  }

  /** H2 closes the database when a write fails; what comes later names the first failure, too. */
  private static Optional<String> disk(SQLException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return Optional.of(String.valueOf(io.getMessage()));
      }
    }
    return Optional.empty();
  }
}
