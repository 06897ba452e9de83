package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.model.issue.Issue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database that is open: connections, and how its transactions begin, end and fail. */
interface Engine extends AutoCloseable {

  /** What to do about a failure. */
  enum Failure {
    /** The transaction was rolled back because of another one: run it again. */
    RETRY,
    /** The connection is gone: run it again on another one, once. */
    CONNECTION_LOST,
    /** Nothing helps. */
    FATAL
  }

  Dialect dialect();

  /** For messages. */
  String shown();

  /** A connection whose transaction, begun by its first statement, sees one snapshot. */
  Connection connect() throws SQLException;

  /** A connection for a transaction that writes; {@link #beginWrite} follows. */
  Connection connectToWrite() throws SQLException;

  /** Drops idle connections, after one was found broken. */
  void renewConnections();

  /** Waits until this thread may write. */
  void lockWriter();

  /** Lets the next thread write. */
  void unlockWriter();

  /** Makes the transaction serialisable; its first statement. */
  void beginWrite(Connection connection) throws SQLException;

  /** Makes the transaction fit to take a lease; its first statement. */
  void beginLease(Connection connection) throws SQLException;

  /** Waits until the disk has what was committed. Called after {@link #unlockWriter}. */
  void sync() throws SQLException;

  Failure classify(SQLException failure);

  /** What a fatal failure means, if a user can do something about it. */
  Optional<Issue> explain(SQLException failure);

  @Override
  void close();
}
