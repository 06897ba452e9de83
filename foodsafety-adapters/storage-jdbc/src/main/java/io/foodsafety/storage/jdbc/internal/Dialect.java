package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Document;
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

  /** The document in a row whose first columns are id, version and body. */
  default Document document(ResultSet row) throws SQLException {
    return Document.of(getText(row, 1), row.getLong(2), row.getBytes(3));
  }

  /** Sets the argument of {@code = any(?)}. */
  void setTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException;

  void setBody(PreparedStatement statement, int index, byte[] body) throws SQLException;

  /**
   * Whether the database finds a good plan for a query with an order alone, or need not find one
   * because it is asked once.
   */
  boolean plansWell(Query query);

  /** About how many documents there are. Takes no longer with many of them. */
  long estimate(Connection connection, CollectionTable table) throws SQLException;

  /** Whether statements of this transaction may sort where an index has the wanted order. */
  void allowSorting(Connection connection, boolean allowed) throws SQLException;

  /** What stands behind the table of the documents, to walk in the order of an index. */
  String walkBy(String index);

  /**
   * Lets the database plan a statement for the values it gets, at each run, and not for any values.
   */
  void planForValues(PreparedStatement statement) throws SQLException;

  /**
   * Conditions for the rows after a place, in a form for which the database uses an index. The rows
   * of each condition follow those of the one before.
   *
   * @param walks whether the statement walks through the documents in the wanted order
   */
  List<Fragment> after(Place place, boolean walks);

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
