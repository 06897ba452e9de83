package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGStatement;

/** The SQL of PostgreSQL. */
final class PostgresDialect implements Dialect {

  /** First key of all advisory locks: "FS" in ASCII. The second is a log's table, or 0. */
  private static final int LOCKS = 0x4653;

  @Override
  public String textType() {
    return "text collate \"C\"";
  }

  @Override
  public String bodyType() {
    return "bytea";
  }

  @Override
  public List<String> createLogExtras(LogTable log) {
    return List.of(
        "create sequence %s owned by %s.position".formatted(log.positions(), log.entries()));
  }

  @Override
  public void createViews(Connection connection, StorageSchema schema) throws SQLException {
    PostgresViews.create(connection, schema);
  }

  @Override
  public boolean hasTransactionalDdl() {
    return true;
  }

  @Override
  public void lockRegistry(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_xact_lock(?, 0)")) {
      statement.setInt(1, LOCKS);
      statement.execute();
    }
  }

  @Override
  public void setText(PreparedStatement statement, int index, String text) throws SQLException {
    statement.setString(index, text);
  }

  @Override
  public String getText(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  @Override
  public void setTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException {
    statement.setArray(
        index, statement.getConnection().createArrayOf("text", texts.toArray(String[]::new)));
  }

  @Override
  public void setBody(PreparedStatement statement, int index, byte[] body) throws SQLException {
    statement.setBytes(index, body);
  }

  /**
   * A first page is left to it. For each later one it would sort everything again where its
   * statistics do not know yet that a value is frequent.
   */
  @Override
  public boolean plansWell(Query query) {
    return query.after().isEmpty() || query.equalities().isEmpty();
  }

  /** As the planner does: rows for each page as they were counted last, or some number. */
  @Override
  public long estimate(Connection connection, CollectionTable table) throws SQLException {
    String sql =
        """
        select ceil(case when relpages > 0 then reltuples / relpages else 20 end
          * pg_relation_size(oid) / current_setting('block_size')::int)::bigint
        from pg_class where oid = ?::regclass
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.documents());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public void allowSorting(Connection connection, boolean allowed) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local enable_sort = " + (allowed ? "on" : "off"));
    }
  }

  /** It has no hints; that it must not sort is enough. */
  @Override
  public String walkBy(String index) {
    return "";
  }

  /** A statement that is not kept on the server is planned anew. */
  @Override
  public void planForValues(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }

  @Override
  public List<Fragment> after(Place place, boolean walks) {
    return List.of(
        Fragment.of(
            "(%s, %s) %s (?, ?)".formatted(place.column(), place.idColumn(), place.sign()),
            place.value(),
            place.id()));
  }

  /**
   * Inserts without looking first: a look would lock the places beside, and transactions that
   * insert different documents would give way to each other.
   */
  @Override
  public Set<String> insert(
      Connection connection, CollectionTable table, List<DocumentWrite> writes)
      throws SQLException {
    List<String> columns = table.singles().stream().map(CollectionTable::column).toList();
    String names = columns.stream().map(name -> ", " + name).collect(Collectors.joining());
    String sql =
        "insert into %s (id, version, body%s) select id, 1, body%s from unnest(?, ?%s) as u(id, body%s) on conflict do nothing returning id"
            .formatted(table.documents(), names, names, ", ?".repeat(columns.size()), names);
    Set<String> missing = new HashSet<>(writes.stream().map(DocumentWrite::id).toList());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 0;
      setTexts(statement, ++index, writes.stream().map(DocumentWrite::id).toList());
      setBodies(statement, ++index, writes.stream().map(DocumentWrite::body).toList());
      for (String attribute : table.singles()) {
        setTexts(
            statement,
            ++index,
            writes.stream().map(write -> DocumentTable.single(write, attribute)).toList());
      }
      try (ResultSet inserted = statement.executeQuery()) {
        while (inserted.next()) {
          missing.remove(getText(inserted, 1));
        }
      }
    }
    return missing;
  }

  /**
   * Takes the log's lock, which the database gives back after the commit has become visible: so
   * positions are assigned in the order in which they can be seen.
   */
  @Override
  public void append(Connection connection, LogTable log, List<byte[]> bodies) throws SQLException {
    lock(connection, log);
    String insert =
        "insert into %s (position, body) select nextval('%s'), body from unnest(?) with ordinality as u(body, n) order by n"
            .formatted(log.entries(), log.positions());
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      setBodies(statement, 1, bodies);
      statement.executeUpdate();
    }
  }

  private static void lock(Connection connection, LogTable log) throws SQLException {
    String lock = "select pg_advisory_xact_lock(?, ?::regclass::oid::int)";
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      statement.setInt(1, LOCKS);
      statement.setString(2, log.entries());
      statement.execute();
    }
  }

  /**
   * Places entries behind the last one of the snapshot, and the sequence behind them. What the
   * sequence has given to transactions that were rolled back may be used.
   */
  @Override
  public void place(Connection connection, LogTable log, List<Appended> entries)
      throws SQLException {
    lock(connection, log);
    long last = lastPosition(connection, log);
    String sql = "insert into %s (position, body) values (?, ?)".formatted(log.entries());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Appended entry : entries) {
        last = entry.positionBehind(last, log);
        statement.setLong(1, last);
        setBody(statement, 2, entry.body());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    String follow =
        "select setval('%1$s', greatest(?, (select last_value from %1$s)))"
            .formatted(log.positions());
    try (PreparedStatement statement = connection.prepareStatement(follow)) {
      statement.setLong(1, last);
      statement.execute();
    }
  }

  private static long lastPosition(Connection connection, LogTable log) throws SQLException {
    String sql = "select position from " + log.entries() + " order by position desc limit 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static void setBodies(PreparedStatement statement, int index, List<byte[]> bodies)
      throws SQLException {
    statement.setArray(
        index,
        statement
            .getConnection()
            .createArrayOf("bytea", new ArrayList<>(bodies).toArray(byte[][]::new)));
  }

  @Override
  public Optional<Long> takeLease(
      Connection connection, String name, String holder, Duration duration) throws SQLException {
    String sql =
        """
        insert into fs_lease as held (name, holder, token, released, expires)
        values (?, ?, 1, false, clock_timestamp() + ? * interval '1 microsecond')
        on conflict (name) do update set
          token = case when held.holder = excluded.holder and not held.released
            then held.token else held.token + 1 end,
          holder = excluded.holder, released = false, expires = excluded.expires
        where held.holder = excluded.holder or held.released or held.expires <= clock_timestamp()
        returning token
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, holder);
      statement.setLong(3, Math.max(1, duration.toNanos() / 1000));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }
}
