package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageSchema;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL of H2. Its texts are UTF-8 bytes: it would sort characters by UTF-16 unit. */
final class H2Dialect implements Dialect {

  /** H2 takes longer values only as a stream. */
  private static final int LONGEST_BYTES = 1 << 20;

  @Override
  public String textType() {
    return "varbinary(1200)";
  }

  @Override
  public String bodyType() {
    return "blob";
  }

  @Override
  public List<String> createLogExtras(LogTable log) {
    return List.of();
  }

  /** Its texts are bytes, and nobody but this process can read it. */
  @Override
  public void createViews(Connection connection, StorageSchema schema) {}

  @Override
  public boolean hasTransactionalDdl() {
    return false;
  }

  @Override
  public void lockRegistry(Connection connection) {}

  @Override
  public void setText(PreparedStatement statement, int index, String text) throws SQLException {
    statement.setBytes(index, text.getBytes(UTF_8));
  }

  @Override
  public String getText(ResultSet row, int index) throws SQLException {
    return new String(row.getBytes(index), UTF_8);
  }

  @Override
  public void setTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException {
    statement.setObject(
        index, texts.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new));
  }

  @Override
  public void setBody(PreparedStatement statement, int index, byte[] body) throws SQLException {
    if (body.length < LONGEST_BYTES) {
      statement.setBytes(index, body);
    } else {
      statement.setBinaryStream(index, new ByteArrayInputStream(body), body.length);
    }
  }

  @Override
  public boolean plansWell(Query query) {
    return false;
  }

  @Override
  public long estimate(Connection connection, CollectionTable table) throws SQLException {
    String sql =
        "select row_count_estimate from information_schema.tables"
            + " where table_schema = schema() and table_name = upper(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.documents());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A hint says which index to take. */
  @Override
  public void allowSorting(Connection connection, boolean allowed) {}

  @Override
  public String walkBy(String index) {
    return " use index (" + index + ")";
  }

  @Override
  public void planForValues(PreparedStatement statement) {}

  /**
   * H2 begins in the middle of an index for an equality and one comparison, but not for a
   * comparison of rows, and for an "or" it looks at all rows of the same value before the place.
   * Where it sorts, neither may lead it away from the index of what is equal.
   */
  @Override
  public List<Fragment> after(Place place, boolean walks) {
    String same = "%s = ? and %s %s ?".formatted(place.column(), place.idColumn(), place.sign());
    String other = "%s %s ?".formatted(place.column(), place.sign());
    return walks
        ? List.of(Fragment.of(same, place.value(), place.id()), behind(place))
        : List.of(
            Fragment.of(
                "(%s or %s)".formatted(other, same), place.value(), place.value(), place.id()));
  }

  /**
   * Other values than that of the place. For ">" H2 looks at all rows of the same value first; the
   * next value that there could be has U+0000 behind it, which no stored text has. For "<" nothing
   * of that kind helps: where a walk downwards comes to the end of a value, it meets it once more.
   */
  private static Fragment behind(Place place) {
    return place.sign().equals(">")
        ? Fragment.of(place.column() + " >= ?", place.value() + '\0')
        : Fragment.of(place.column() + " < ?", place.value());
  }

  /** One writer at a time: what is not there now will not be there a moment later. */
  @Override
  public Set<String> insert(
      Connection connection, CollectionTable table, List<DocumentWrite> writes)
      throws SQLException {
    Set<String> existing = existing(connection, table, writes);
    if (!existing.isEmpty()) {
      return existing;
    }
    List<String> columns = table.singles().stream().map(CollectionTable::column).toList();
    String sql =
        "insert into %s (id, version, body%s) values (?, 1, ?%s)"
            .formatted(
                table.documents(),
                columns.stream().map(name -> ", " + name).collect(Collectors.joining()),
                ", ?".repeat(columns.size()));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (DocumentWrite write : writes) {
        int index = 0;
        setText(statement, ++index, write.id());
        setBody(statement, ++index, write.body());
        for (String attribute : table.singles()) {
          setText(statement, ++index, DocumentTable.single(write, attribute));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return Set.of();
  }

  private Set<String> existing(
      Connection connection, CollectionTable table, List<DocumentWrite> writes)
      throws SQLException {
    String sql = "select id from " + table.documents() + " where id = any(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      setTexts(statement, 1, writes.stream().map(DocumentWrite::id).toList());
      Set<String> existing = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          existing.add(getText(rows, 1));
        }
      }
      return existing;
    }
  }

  @Override
  public void append(Connection connection, LogTable log, List<byte[]> bodies) throws SQLException {
    place(connection, log, bodies.stream().map(Appended::behindTheLast).toList());
  }

  @Override
  public void place(Connection connection, LogTable log, List<Appended> entries)
      throws SQLException {
    long last = lastPosition(connection, log);
    String sql = "insert into " + log.entries() + " (position, body) values (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Appended entry : entries) {
        last = entry.positionBehind(last, log);
        statement.setLong(1, last);
        setBody(statement, 2, entry.body());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static long lastPosition(Connection connection, LogTable log) throws SQLException {
    String sql = "select position from " + log.entries() + " order by position desc limit 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  @Override
  public Optional<Long> takeLease(
      Connection connection, String name, String holder, Duration duration) throws SQLException {
    long token = 1;
    String select =
        "select holder, token, released, expires <= current_timestamp from fs_lease where name = ?";
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          boolean same = row.getString(1).equals(holder);
          boolean released = row.getBoolean(3);
          if (!same && !released && !row.getBoolean(4)) {
            return Optional.empty();
          }
          token = same && !released ? row.getLong(2) : row.getLong(2) + 1;
        }
      }
    }
    String merge =
        "merge into fs_lease (name, holder, token, released, expires) key (name) values"
            + " (?, ?, ?, false, dateadd(microsecond, ?, current_timestamp))";
    try (PreparedStatement statement = connection.prepareStatement(merge)) {
      statement.setString(1, name);
      statement.setString(2, holder);
      statement.setLong(3, token);
      statement.setLong(4, Math.max(1, duration.toNanos() / 1000));
      statement.executeUpdate();
    }
    return Optional.of(token);
  }
}
