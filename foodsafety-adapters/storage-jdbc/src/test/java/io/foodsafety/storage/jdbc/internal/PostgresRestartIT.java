package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that stops and comes back under an open storage. */
class PostgresRestartIT {

  private static final int ROUNDS = 3;

  @TempDir private Path data;

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("server"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "off");
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  @Test
  void callsFailWhileItIsAwayAndGoOnAfterwards() throws IOException {
    EmbeddedPostgres server = start(0);
    int port = server.getPort();
    Map<String, String> settings =
        Map.of(
            "url", "jdbc:postgresql://localhost:%d/postgres".formatted(port),
            "user", "postgres",
            "pool", "3",
            "timeout", "PT1S");
    List<String> acknowledged = new ArrayList<>();
    try (Storage storage = Opening.open(settings)) {
      for (int round = 0; round < ROUNDS; round++) {
        record(storage, "up" + round, acknowledged);
        server.close();
        String away = "away" + round;
        assertThatThrownBy(() -> Opening.record(storage, away))
            .isInstanceOf(StorageException.class)
            .hasMessageContaining("nothing was changed");
        server = start(port);
        record(storage, "back" + round, acknowledged);
      }
      assertThat(Opening.ledger(storage)).isEqualTo(acknowledged);
    } finally {
      server.close();
    }
  }

  private static void record(Storage storage, String id, List<String> acknowledged) {
    Opening.record(storage, id);
    acknowledged.add(id);
  }
}
