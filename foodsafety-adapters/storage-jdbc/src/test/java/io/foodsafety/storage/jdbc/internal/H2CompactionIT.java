package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose content is more than one pass of H2 takes, which H2 would rewrite without end. */
class H2CompactionIT {

  private static final int DOCUMENTS = 20_000;
  private static final int CHANGES = 400;
  private static final long AS_LONG_AS_IT_TAKES = 60_000;

  @TempDir private Path folder;

  @Test
  void endsWhenNothingMoreIsGained() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("city") + ";MAX_COMPACT_TIME=0";
    try (Storage storage = Opening.open(Map.of("url", url, "sync", "false"))) {
      for (int from = 0; from < DOCUMENTS; from += 1_000) {
        put(storage, from, 1_000, 0);
      }
      for (int change = 0; change < CHANGES; change++) {
        put(storage, change * 10, 10, 1);
      }
      long before = Files.size(folder.resolve("city.mv.db"));
      assertThat(passes(url)).isBetween(2, 30);
      assertThat(Files.size(folder.resolve("city.mv.db"))).isLessThan(before);
      long found =
          storage.<Integer>read(view -> view.getAll(Opening.FACTS, ids(0, DOCUMENTS)).size());
      assertThat(found).isEqualTo(DOCUMENTS);
    }
  }

  private static int passes(String url) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(DatabaseUrl.parse(url).driver(), "", "")) {
      SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      MVStore store = session.getDatabase().getStore().getMvStore();
      return new H2Compaction(store).run(AS_LONG_AS_IT_TAKES);
    }
  }

  private static void put(Storage storage, int from, int count, long version) {
    List<DocumentWrite> writes =
        ids(from, from + count).stream()
            .map(
                id ->
                    DocumentWrite.replace(
                        Opening.FACTS,
                        id,
                        version,
                        new byte[300],
                        Map.of("concerns", List.of("S" + from % 97), "kind", List.of("penalty"))))
            .toList();
    storage.write(
        tx -> {
          tx.putAll(writes);
          writes.forEach(each -> tx.append(Opening.LEDGER, each.body()));
          return true;
        });
  }

  /** In no order, so that changes are spread over the file. */
  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> "F%08d".formatted(number * 7_919L % 1_000_003))
        .toList();
  }
}
