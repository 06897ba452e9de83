package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL reads as many blocks for a late page as for an early one, though all facts are of one
 * day; before it has counted anything, and after.
 */
class DayPagesIT {

  private static final int FACTS = 20_000;
  private static final int LIMIT = 100;

  /**
   * For a hundred rows, each looked up; a look at all facts would read more than ten times that.
   */
  private static final long MOST_BLOCKS = 1_500;

  private static final Pattern BLOCKS =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

  private final Map<String, String> settings = Postgres.newDatabase();
  private final PostgresDialect dialect = new PostgresDialect();
  private final CollectionTable table =
      new CollectionTable(Opening.SCHEMA.collection(Opening.FACTS));

  @Test
  void aPageBeginsAtItsPlace() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      for (String each : List.of(table.documents(), table.values())) {
        Postgres.execute(settings, "alter table " + each + " set (autovacuum_enabled = false)");
      }
      OneDay.write(storage, FACTS);
    }
    checkLatePages("not analyzed");
    Postgres.execute(settings, "analyze");
    checkLatePages("analyzed");
  }

  private void checkLatePages(String when) throws SQLException {
    for (Map.Entry<String, Query> each : OneDay.lists().entrySet()) {
      for (int place : new int[] {FACTS / 20, FACTS / 2, FACTS - FACTS / 20}) {
        Query query = each.getValue().limit(LIMIT).after(OneDay.place(place));
        assertThat(blocks(query))
            .as("blocks read behind %d, %s: %s", place, when, each.getKey())
            .isBetween(1L, MOST_BLOCKS);
      }
    }
  }

  /** The same count for a statement that must not walk: it would show what is to be avoided. */
  @Test
  void aSortReadsAllOfTheDay() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      OneDay.write(storage, FACTS);
    }
    Query late = Query.of(Opening.FACTS).where("concerns", "market").orderBy("at").limit(LIMIT);
    try (Connection connection = Postgres.connect(settings)) {
      assertThat(blocks(connection, late.after(OneDay.place(FACTS / 2)), false))
          .isGreaterThan(MOST_BLOCKS);
    }
  }

  /** How many blocks the statements of a page read. */
  private long blocks(Query query) throws SQLException {
    try (Connection connection = Postgres.connect(settings)) {
      connection.setAutoCommit(false);
      boolean walks = false;
      if (query.orderBy().isPresent() && !dialect.plansWell(query)) {
        dialect.allowSorting(connection, false);
        walks = new Walk(connection, dialect, table, query).isShorter();
        dialect.allowSorting(connection, !walks);
      }
      return blocks(connection, query, walks);
    }
  }

  private long blocks(Connection connection, Query query, boolean walks) throws SQLException {
    List<Fragment> statements = QuerySql.of(dialect, table, query, walks);
    assertThat(statements).hasSize(1);
    try (PreparedStatement statement =
        connection.prepareStatement("explain (analyze, buffers) " + statements.get(0).sql())) {
      int index = 0;
      for (String text : statements.get(0).texts()) {
        dialect.setText(statement, ++index, text);
      }
      statement.setInt(++index, query.limit() + 1);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Matcher blocks = BLOCKS.matcher(rows.getString(1));
          if (blocks.find()) { // the first is that of the whole statement
            return number(blocks.group(1)) + number(blocks.group(2));
          }
        }
      }
    }
    throw new AssertionError("No blocks are named for " + statements.get(0).sql());
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
