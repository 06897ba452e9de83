package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Tells H2 where to walk in the wanted order. It knows only how frequent a value is on average, and
 * for {@code kind = K order by at} always sorts all documents of the kind, for each page.
 */
final class H2Hints {

  private final H2Dialect dialect;
  private final Connection connection;
  private final CollectionTable table;

  H2Hints(H2Dialect dialect, Connection connection, CollectionTable table) {
    this.dialect = dialect;
    this.connection = connection;
    this.table = table;
  }

  /**
   * A hint to walk in the wanted order and skip, if that looks at fewer documents than sorting.
   *
   * @param query a query with an order
   */
  String of(Query query) throws SQLException {
    String order = query.orderBy().orElseThrow();
    boolean walks =
        query.equalities().isEmpty() ? !hasOtherRange(query, order) : areFrequent(query);
    return walks ? " use index (%s)".formatted(table.index(order)) : "";
  }

  private static boolean hasOtherRange(Query query, String order) {
    return query.range().filter(range -> !range.attribute().equals(order)).isPresent();
  }

  /** A walk looks at about limit * all / equal documents, a sort at those that are equal. */
  private boolean areFrequent(Query query) throws SQLException {
    long few = (long) Math.sqrt((double) query.limit() * all());
    for (Map.Entry<String, String> each : query.equalities().entrySet()) {
      if (count(each.getKey(), each.getValue(), few) < few) {
        return false;
      }
    }
    return true;
  }

  /** About how many documents there are, which H2 knows without counting. */
  private long all() throws SQLException {
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

  private long count(String attribute, String value, long most) throws SQLException {
    String equal =
        table.multis().contains(attribute)
            ? "%s where attribute = '%s' and item = ?".formatted(table.values(), attribute)
            : "%s where %s = ?".formatted(table.documents(), CollectionTable.column(attribute));
    String sql = "select count(*) from (select 1 from %s limit ?)".formatted(equal);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      dialect.setText(statement, 1, value);
      statement.setLong(2, most);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
