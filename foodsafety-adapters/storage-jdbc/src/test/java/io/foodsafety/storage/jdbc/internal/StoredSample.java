package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Data that every later version must still read. The stored file of a release is written once, by
 * {@code main}, and never again.
 */
final class StoredSample {

  private StoredSample() {}

  /** Writes the file to a zip that does not exist yet. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("sample");
    String url = "jdbc:h2:file:" + folder.resolve("city");
    try (Storage storage = Opening.open(Map.of("url", url))) {
      write(storage);
      check(storage);
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(
            Files.newOutputStream(Path.of(arguments[0]), StandardOpenOption.CREATE_NEW))) {
      zip.putNextEntry(new ZipEntry("city.mv.db"));
      Files.copy(folder.resolve("city.mv.db"), zip);
      zip.closeEntry();
    }
  }

  private static void write(Storage storage) {
    for (int i = 0; i < 20; i++) {
      Opening.record(storage, "F" + i);
    }
    storage.write(
        tx -> {
          tx.put(
              DocumentWrite.replace(
                  Opening.FACTS,
                  "F1",
                  1,
                  "changed 食品".getBytes(UTF_8),
                  Map.of("concerns", List.of("S1", "店铺"), "at", List.of("2025-01-01"))));
          tx.delete(Opening.FACTS, "F2", 1);
          return true;
        });
    assertThat(storage.tryLease("advance", "node-1", Duration.ofDays(36_500))).isPresent();
  }

  static void check(Storage storage) {
    assertThat(Opening.ledger(storage)).hasSize(20).startsWith("F0", "F1").endsWith("F19");
    List<Document> found =
        storage.read(
            view ->
                view.query(Query.of(Opening.FACTS).where("concerns", "S1").orderBy("at"))
                    .documents());
    assertThat(found).hasSize(19);
    assertThat(found.get(0)).isEqualTo(Document.of("F1", 2, "changed 食品".getBytes(UTF_8)));
    List<Document> shop =
        storage.read(
            view -> view.query(Query.of(Opening.FACTS).where("concerns", "店铺")).documents());
    assertThat(shop).extracting(Document::id).containsExactly("F1");
    assertThat(Opening.has(storage, "F2")).isFalse();
    assertThat(storage.tryLease("advance", "node-2", Duration.ofDays(1))).isEmpty();
  }
}
