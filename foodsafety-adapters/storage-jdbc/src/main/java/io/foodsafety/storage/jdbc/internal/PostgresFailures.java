package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What failures of PostgreSQL mean. */
final class PostgresFailures {

  /** Serialization failure, deadlock, and a unique key that another transaction took meanwhile. */
  private static final Set<String> GIVEN_WAY = Set.of("40001", "40P01", "23505");

  private static final Set<String> SHUT_DOWN = Set.of("57P01", "57P02", "57P03");

  /** The disk is full, or cannot be read or written. */
  private static final Set<String> DISK = Set.of("53100", "58030");

  /** Among much else, a quota or a largest size of files is reached: that has no own state. */
  private static final String INTERNAL = "XX000";

  /** The parts of the server that write its data and its log. */
  private static final Set<String> WRITERS = Set.of("md.c", "xlog.c");

  private PostgresFailures() {}

  /** What to do about a failure. */
  static Engine.Failure classify(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (GIVEN_WAY.contains(state)) {
      return Engine.Failure.RETRY;
    }
    return state.startsWith("08") || SHUT_DOWN.contains(state)
        ? Engine.Failure.CONNECTION_LOST
        : Engine.Failure.FATAL;
  }

  /** The issue that a user can do something about, if there is one. */
  static Optional<Issue> explain(SQLException failure, String database) {
    return isOfDisk(failure)
        ? Optional.of(
            JdbcIssues.DISK
                .at(Location.unknown())
                .with("database", database)
                .with("cause", "SQL state " + failure.getSQLState())
                .build())
        : Optional.empty();
  }

  private static boolean isOfDisk(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return DISK.contains(state) || (state.equals(INTERNAL) && isOfWriter(failure));
  }

  /** Whether the server failed to write; the failure of a batch has that of a statement inside. */
  private static boolean isOfWriter(SQLException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof PSQLException server) {
        ServerErrorMessage message = server.getServerErrorMessage();
        return message != null && WRITERS.contains(String.valueOf(message.getFile()));
      }
    }
    return false;
  }
}
