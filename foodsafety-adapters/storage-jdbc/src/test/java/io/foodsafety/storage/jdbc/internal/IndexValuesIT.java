package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More index values in a transaction than are inserted by one statement. */
class IndexValuesIT {

  private static final int DOCUMENTS = 3;
  private static final int VALUES = Batches.VALUES * 2 / DOCUMENTS + 1;

  @Test
  void onH2() {
    check(Map.of("url", "jdbc:h2:mem:index-values"));
  }

  @Test
  void onPostgres() {
    check(Postgres.newSchema());
  }

  private static void check(Map<String, String> settings) {
    try (Storage storage = Opening.open(settings)) {
      write(storage, 0, "old");
      assertThat(found(storage, "old", VALUES - 1)).containsExactly("F0", "F1", "F2");
      write(storage, 1, "new");
      assertThat(found(storage, "new", 0)).containsExactly("F0", "F1", "F2");
      assertThat(found(storage, "new", VALUES - 1)).containsExactly("F0", "F1", "F2");
      assertThat(found(storage, "old", 0)).isEmpty();
    }
  }

  private static void write(Storage storage, long version, String prefix) {
    List<String> values = IntStream.range(0, VALUES).mapToObj(i -> prefix + i).toList();
    List<DocumentWrite> writes =
        IntStream.range(0, DOCUMENTS)
            .mapToObj(
                i ->
                    DocumentWrite.replace(
                        Opening.FACTS,
                        "F" + i,
                        version,
                        prefix.getBytes(UTF_8),
                        Map.of("concerns", values)))
            .toList();
    storage.write(
        tx -> {
          tx.putAll(writes);
          return true;
        });
  }

  private static List<String> found(Storage storage, String prefix, int number) {
    Query query = Query.of(Opening.FACTS).where("concerns", prefix + number);
    return storage.read(view -> view.query(query)).documents().stream().map(Document::id).toList();
  }
}
