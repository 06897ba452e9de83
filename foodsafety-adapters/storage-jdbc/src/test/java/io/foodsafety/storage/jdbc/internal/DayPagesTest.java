package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H2 looks at as many rows for a late page as for an early one, though all are of one day. */
class DayPagesTest {

  private static final String URL = "jdbc:h2:mem:one-day";
  private static final int FACTS = 6_000;
  private static final int LIMIT = 100;

  /** Rows of a page and those skipped or looked up beside them; far below all rows of the day. */
  private static final int MOST_ROWS = 4 * LIMIT;

  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private final H2Dialect dialect = new H2Dialect();
  private final CollectionTable table =
      new CollectionTable(Opening.SCHEMA.collection(Opening.FACTS));
  private Storage storage;

  @BeforeEach
  void open() {
    storage = Opening.open(Map.of("url", URL, "pool", "2"));
    OneDay.write(storage, FACTS);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void aPageBeginsAtItsPlace() throws SQLException {
    for (Map.Entry<String, Query> each : OneDay.lists().entrySet()) {
      for (int place : new int[] {FACTS / 20, FACTS / 2, FACTS - FACTS / 20}) {
        Query query = each.getValue().limit(LIMIT).after(OneDay.place(place));
        assertThat(rows(query))
            .as("rows looked at behind %d: %s", place, each.getKey())
            .isBetween(LIMIT, MOST_ROWS);
      }
    }
  }

  @Test
  void aPageGoesOnBehindTheDay() throws SQLException {
    for (Map.Entry<String, Query> each : OneDay.lists().entrySet()) {
      if (!each.getValue().isDescending()) {
        Query query = each.getValue().limit(LIMIT).after(OneDay.place(FACTS - LIMIT / 2));
        assertThat(rows(query))
            .as("rows looked at at the end: %s", each.getKey())
            .isBetween(LIMIT / 3, MOST_ROWS);
      }
    }
  }

  /** The same count for statements that do not walk: it would show what is to be avoided. */
  @Test
  void aSortLooksAtAllRowsOfTheDay() throws SQLException {
    Query late =
        Query.of(Opening.FACTS)
            .where("kind", "frequent")
            .orderBy("at")
            .limit(LIMIT)
            .after(OneDay.place(FACTS - FACTS / 20));
    assertThat(rows(late, false)).isGreaterThan(FACTS / 2);
  }

  private int rows(Query query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL, "", "")) {
      boolean walks =
          query.orderBy().isPresent() && new Walk(connection, dialect, table, query).isShorter();
      return rows(query, walks);
    }
  }

  /** How many rows the statements of a page look at. */
  private int rows(Query query, boolean walks) throws SQLException {
    int rows = 0;
    int found = 0;
    try (Connection connection = DriverManager.getConnection(URL, "", "")) {
      for (Fragment sql : QuerySql.of(dialect, table, query, walks)) {
        if (found <= query.limit()) {
          rows += scanned(connection, sql, query.limit() + 1 - found);
          found += found(connection, sql, query.limit() + 1 - found);
        }
      }
    }
    return rows;
  }

  private int scanned(Connection connection, Fragment sql, int limit) throws SQLException {
    try (PreparedStatement statement = prepare(connection, "explain analyze ", sql, limit);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return SCANNED
          .matcher(row.getString(1))
          .results()
          .map(match -> match.group(1))
          .mapToInt(Integer::parseInt)
          .sum();
    }
  }

  private int found(Connection connection, Fragment sql, int limit) throws SQLException {
    try (PreparedStatement statement = prepare(connection, "", sql, limit);
        ResultSet rows = statement.executeQuery()) {
      int found = 0;
      while (rows.next()) {
        found++;
      }
      return found;
    }
  }

  private PreparedStatement prepare(Connection connection, String before, Fragment sql, int limit)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(before + sql.sql());
    int index = 0;
    for (String text : sql.texts()) {
      dialect.setText(statement, ++index, text);
    }
    statement.setInt(++index, limit);
    return statement;
  }
}
