package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Tells H2 which index to take where it guesses badly. It knows only how frequent a value is on
 * average, and for {@code kind = K order by at} always sorts all documents of the kind, for each
 * page.
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

  /** A hint to walk in the wanted order and skip, if that looks at fewer documents than sorting. */
  String of(Query query) throws SQLException {
    Map<String, String> equalities = query.equalities();
    if (query.orderBy().isEmpty()
        || equalities.isEmpty()
        || !table.singles().containsAll(equalities.keySet())) {
      return "";
    }
    // A walk looks at about limit * all / selected documents, a sort at those that are selected. To
    // count all takes too long; a million of them serves as a guess.
    long few = (long) Math.sqrt(query.limit() * 1e6);
    for (Map.Entry<String, String> each : equalities.entrySet()) {
      if (count(each.getKey(), each.getValue(), few) < few) {
        return "";
      }
    }
    return " use index (%s)".formatted(table.index(query.orderBy().get()));
  }

  private long count(String attribute, String value, long most) throws SQLException {
    String sql =
        "select count(*) from (select 1 from %s where %s = ? limit ?)"
            .formatted(table.documents(), CollectionTable.column(attribute));
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
