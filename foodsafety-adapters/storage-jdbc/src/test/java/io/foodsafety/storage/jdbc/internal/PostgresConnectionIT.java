package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Connections to PostgreSQL that break, at every moment of a transaction. */
class PostgresConnectionIT {

  private final Map<String, String> settings = Postgres.newDatabase();

  @Test
  void lostConnectionsAreReplaced() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      Opening.record(storage, "F1");
      disconnectAll();
      assertThat(Opening.has(storage, "F1")).isTrue();
      disconnectAll();
      Opening.record(storage, "F2");
      disconnectAll();
      assertThat(storage.tryLease("job", "one", Duration.ofMinutes(1))).isPresent();
    }
  }

  @Test
  void aConnectionLostInAWorkRunsItAgainOnce() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      AtomicInteger runs = new AtomicInteger();
      storage.write(
          tx -> {
            tx.put(Opening.fact("F1", "S1", "2026"));
            if (runs.incrementAndGet() == 1) {
              disconnectAll();
            }
            tx.put(Opening.fact("F2", "S1", "2026"));
            return true;
          });
      assertThat(runs).hasValue(2);
      assertThat(Opening.has(storage, "F2")).isTrue();

      assertThatThrownBy(
              () ->
                  storage.read(
                      view -> {
                        disconnectAll();
                        return view.get(Opening.FACTS, "F1");
                      }))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("nothing was changed");
      assertThat(Opening.has(storage, "F1")).isTrue();
    }
  }

  @Test
  void aConnectionLostInACommitIsReported() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        // Nothing is sent after this but the commit.
                        tx.put(Opening.fact("F1", "S1", "2026"));
                        disconnectAll();
                        return true;
                      }))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("it is unknown whether the change was made");
      assertThat(Opening.has(storage, "F1")).isFalse();
    }
  }

  @Test
  void aFailureIsNotHiddenByTheWork() throws SQLException {
    try (Storage storage = Opening.open(settings)) {
      AtomicInteger runs = new AtomicInteger();
      storage.write(
          tx -> {
            if (runs.incrementAndGet() == 1) {
              disconnectAll();
            }
            try {
              tx.put(Opening.fact("F1", "S1", "2026"));
            } catch (StorageException e) {
              return false; // as if all were well
            }
            return true;
          });
      assertThat(runs).hasValue(2);
      assertThat(Opening.has(storage, "F1")).isTrue();
    }
  }

  @Test
  void anUnreachableServerIsReported() {
    Map<String, String> nowhere = new HashMap<>(settings);
    nowhere.put("url", "jdbc:postgresql://localhost:1/city");
    assertThatThrownBy(() -> Opening.open(nowhere))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("jdbc:postgresql://localhost:1/city")
        .hasMessageContaining("cannot be reached");
  }

  private void disconnectAll() {
    try {
      Postgres.execute(
          settings,
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
