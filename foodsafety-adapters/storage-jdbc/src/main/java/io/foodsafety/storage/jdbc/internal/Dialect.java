package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the SQL of the databases differs. Stateless. */
interface Dialect {

  /** The column type of an id or an index value, sorted by code point. */
  String textType();

  /** The column type of a body. */
  String bodyType();

  /** Statements that a log needs besides its table. */
  List<String> createLogExtras(LogTable log);

  /** Makes the views that a host may read, if the database has any. */
  void createViews(Connection connection, StorageSchema schema) throws SQLException;

  /** Whether {@code create table} can be rolled back. */
  boolean hasTransactionalDdl();

  /** Waits until no other process creates tables; until the transaction ends. */
  void lockRegistry(Connection connection) throws SQLException;

  void setText(PreparedStatement statement, int index, String text) throws SQLException;

  String getText(ResultSet row, int index) throws SQLException;

  /** Sets the argument of {@code = any(?)}. */
  void setTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException;

  void setBody(PreparedStatement statement, int index, byte[] body) throws SQLException;

  /** A hint behind the table of the documents for a query whose plan depends on its values. */
  String hint(Connection connection, CollectionTable table, Query query) throws SQLException;

  /**
   * Lets the database plan a statement for the values it gets, at each run, and not for any values.
   */
  void planForValues(PreparedStatement statement) throws SQLException;

  /**
   * A condition for the rows after a place in the order of two columns, in a form for which the
   * database uses an index.
   *
   * @param sign {@code >} or {@code <}
   */
  Fragment after(String column, String value, String idColumn, String id, String sign);

  /**
   * Inserts new documents with version 1.
   *
   * @return the ids that were there already; if there are any, nothing need have been inserted
   */
  Set<String> insert(Connection connection, CollectionTable table, List<DocumentWrite> writes)
      throws SQLException;

  /** Appends entries so that positions grow in the order of commits. */
  void append(Connection connection, LogTable log, List<byte[]> bodies) throws SQLException;

  /**
   * Appends entries of which some have a position of their own. IllegalArgumentException if one is
   * not greater than the position before.
   */
  void place(Connection connection, LogTable log, List<Appended> entries) throws SQLException;

  /** Takes or renews a lease, in a transaction of its own, and returns its token. */
  Optional<Long> takeLease(Connection connection, String name, String holder, Duration duration)
      throws SQLException;
}
