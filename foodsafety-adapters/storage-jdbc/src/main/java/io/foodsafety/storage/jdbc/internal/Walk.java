package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * A walk through the documents in the wanted order, which skips those that are not equal and ends
 * when the page is full. The alternative is to take all that are equal and to sort them, for each
 * page again. Databases know only how frequent a value is on average, or was when they last looked,
 * so that what to do is decided here.
 */
final class Walk {

  private final Connection connection;
  private final Dialect dialect;
  private final CollectionTable table;
  private final Query query;

  /**
   * A walk.
   *
   * @param query a query with an order
   */
  Walk(Connection connection, Dialect dialect, CollectionTable table, Query query) {
    this.connection = connection;
    this.dialect = dialect;
    this.table = table;
    this.query = query;
  }

  /** Whether it looks at fewer documents than a sort. */
  boolean isShorter() throws SQLException {
    return query.equalities().isEmpty() ? !hasOtherRange() : areFrequent();
  }

  private boolean hasOtherRange() {
    return query.range().isPresent()
        && !query.range().map(Query.Range::attribute).equals(query.orderBy());
  }

  /** A walk looks at about limit * all / equal documents, a sort at those that are equal. */
  private boolean areFrequent() throws SQLException {
    long few = (long) Math.sqrt((double) query.limit() * dialect.estimate(connection, table));
    for (Map.Entry<String, String> each : query.equalities().entrySet()) {
      if (count(each.getKey(), each.getValue(), few) < few) {
        return false;
      }
    }
    return true;
  }

  private long count(String attribute, String value, long most) throws SQLException {
    // Only in the order of an index can the count end early.
    String column = CollectionTable.column(attribute);
    String equal =
        table.multis().contains(attribute)
            ? "%s where attribute = '%s' and item = ? order by attribute, item, id"
                .formatted(table.values(), attribute)
            : "%1$s where %2$s = ? order by %2$s, id".formatted(table.documents(), column);
    String sql = "select count(*) from (select 1 from %s limit ?) counted".formatted(equal);
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
