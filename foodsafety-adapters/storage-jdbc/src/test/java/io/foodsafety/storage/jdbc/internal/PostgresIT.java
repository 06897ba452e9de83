package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.VersionConflictException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can do wrong. */
class PostgresIT {

  private final Map<String, String> settings = Postgres.newDatabase();

  @Test
  void aTransactionThatAlwaysGivesWayEnds() {
    try (Storage storage = Opening.open(settings);
        Storage other = Opening.open(settings)) {
      Opening.record(storage, "F0");
      AtomicInteger runs = new AtomicInteger();
      ExecutorService thread = Executors.newSingleThreadExecutor();
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        tx.query(Query.of(Opening.FACTS).where("concerns", "S1"));
                        String id = "G" + runs.incrementAndGet();
                        join(thread.submit(() -> change(other, id)));
                        tx.put(Opening.fact(id + "b", "S1", "2026"));
                        return true;
                      }))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("gave way to others %d times".formatted(Transactions.MOST_RUNS));
      assertThat(runs).hasValue(Transactions.MOST_RUNS);
      thread.shutdown();
    }
  }

  /** Reads what the first transaction writes, and writes what it has read. */
  private static boolean change(Storage storage, String id) {
    return storage.write(
        tx -> {
          tx.query(Query.of(Opening.FACTS).where("concerns", "S1"));
          tx.put(Opening.fact(id, "S1", "2026"));
          return true;
        });
  }

  @Test
  void ofTwoInsertsOfOneDocumentOneIsAConflict() {
    try (Storage storage = Opening.open(settings);
        Storage other = Opening.open(settings)) {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      for (int round = 0; round < 20; round++) {
        String id = "F" + round;
        List<Future<Boolean>> inserts = new ArrayList<>();
        for (Storage each : List.of(storage, other)) {
          inserts.add(threads.submit(() -> inserts(each, id)));
        }
        assertThat(inserts).extracting(PostgresIT::join).containsExactlyInAnyOrder(true, false);
      }
      threads.shutdown();
      assertThat(Opening.ledger(storage)).hasSize(20);
    }
  }

  @Test
  void aReadIsASnapshotOnAnyConnection() {
    // Connections are used again and again, also after a work that failed.
    try (Storage storage = Opening.open(settings);
        Storage other = Opening.open(settings)) {
      for (int round = 0; round < 12; round++) {
        String id = "F" + round;
        Boolean appeared =
            storage.<Boolean>read(
                view -> {
                  boolean before = view.get(Opening.FACTS, id).isPresent();
                  Opening.record(other, id);
                  return before || view.get(Opening.FACTS, id).isPresent();
                });
        assertThat(appeared).as("In round %d the read saw a later commit.", round).isFalse();
        assertThat(Opening.has(storage, id)).isTrue();
        assertThatThrownBy(
                () ->
                    storage.write(
                        tx -> {
                          throw new IllegalStateException("A work that fails.");
                        }))
            .hasMessage("A work that fails.");
      }
    }
  }

  @Test
  void everyConnectionWaitsForTheDisk() throws SQLException {
    Postgres.execute(settings, "alter role postgres set synchronous_commit = off");
    try (PostgresEngine engine =
        PostgresEngine.open(
            Settings.of(Config.parse(new JdbcStorageProvider().configKeys(), settings)),
            Opening.SCHEMA)) {
      for (int use = 0; use < 12; use++) {
        try (Connection connection = engine.connect()) {
          assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
          assertThat(setting(connection, "transaction_isolation")).isEqualTo("repeatable read");
          connection.rollback();
        }
      }
    } finally {
      Postgres.execute(settings, "alter role postgres reset synchronous_commit");
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean inserts(Storage storage, String id) {
    try {
      Opening.record(storage, id);
      return true;
    } catch (VersionConflictException e) {
      return false;
    }
  }

  @Test
  void severalMayOpenAnEmptyDatabaseAtOnce() {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Storage>> openings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      openings.add(threads.submit(() -> Opening.open(settings)));
    }
    List<Storage> storages = openings.stream().map(PostgresIT::join).toList();
    threads.shutdown();
    for (int i = 0; i < 3; i++) {
      Opening.record(storages.get(i), "F" + i);
    }
    assertThat(Opening.ledger(storages.get(0))).containsExactly("F0", "F1", "F2");
    storages.forEach(Storage::close);
  }

  @Test
  void tablesOfOthersMayBeThere() throws SQLException {
    Postgres.execute(settings, "create table host_table (id int)");
    try (Storage storage = Opening.open(settings)) {
      Opening.record(storage, "F1");
    }
    try (Storage storage = Opening.open(settings)) {
      assertThat(Opening.has(storage, "F1")).isTrue();
    }
  }

  @Test
  void aSchemaOfItsOwnMayBeUsed() throws SQLException {
    Postgres.execute(settings, "create schema office");
    Map<String, String> office = new HashMap<>(settings);
    office.put("url", settings.get("url") + "?currentSchema=office");
    try (Storage storage = Opening.open(office);
        Storage elsewhere = Opening.open(settings)) {
      Opening.record(storage, "F1");
      assertThat(Opening.ledger(storage)).containsExactly("F1");
      assertThat(Opening.ledger(elsewhere)).isEmpty();
    }
  }

  @Test
  void queriesUseIndexes() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      for (int batch = 0; batch < 5; batch++) {
        int from = batch * 1_000;
        storage.write(
            tx -> {
              tx.putAll(
                  IntStream.range(from, from + 1_000)
                      .mapToObj(i -> Opening.fact("F" + i, "S" + i % 250, "2026-" + i))
                      .toList());
              return true;
            });
      }
    }
    Postgres.execute(settings, "analyze");
    Query all = Query.of(Opening.FACTS);
    assertThat(plan(all.where("concerns", "S7").orderBy("at")))
        .contains("fs_i_facts_pkey", "fs_c_facts_pkey");
    assertThat(plan(all)).contains("fs_c_facts_pkey").doesNotContain("Sort");
    assertThat(plan(all.where("concerns", "S7")))
        .contains("fs_i_facts_pkey")
        .doesNotContain("Sort");
    assertThat(plan(all.where("kind", "penalty").orderBy("at")))
        .contains("fs_c_facts_x")
        .doesNotContain("Sort");
    assertThat(plan(all.orderBy("at").range("at", "2026-2", "2026-3").reversed()))
        .contains("Index Scan Backward")
        .doesNotContain("Sort");
    assertThat(plan(all.orderBy("at").after(new Cursor("2026-42", "F42"))))
        .as("a page begins in the middle of the index")
        .containsPattern("Index Cond: \\(ROW\\(.*\\) > ROW\\(")
        .doesNotContain("Sort")
        .doesNotContain("Filter");
  }

  private String plan(Query query) throws SQLException {
    List<Fragment> statements =
        QuerySql.of(
            new PostgresDialect(),
            new CollectionTable(Opening.SCHEMA.collection(Opening.FACTS)),
            query,
            false);
    assertThat(statements).hasSize(1);
    Fragment sql = statements.get(0);
    StringBuilder plan = new StringBuilder();
    try (Connection connection = Postgres.connect(settings);
        PreparedStatement statement = connection.prepareStatement("explain " + sql.sql())) {
      connection.createStatement().execute("set enable_seqscan = off");
      int index = 0;
      for (String text : sql.texts()) {
        statement.setString(++index, text);
      }
      statement.setInt(++index, 101);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  private static <T> T join(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
