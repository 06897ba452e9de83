package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small schema for the adapter's own tests, and how they open it. */
final class Opening {

  static final String FACTS = "facts";
  static final String LEDGER = "ledger";

  /** Never changed: files of released formats are opened with it. */
  static final StorageSchema SCHEMA =
      new StorageSchema(
          List.of(
              CollectionSchema.of(
                  FACTS,
                  IndexAttribute.multi("concerns"),
                  IndexAttribute.single("kind"),
                  IndexAttribute.single("at"))),
          Set.of(LEDGER));

  private Opening() {}

  static Storage open(Map<String, String> settings) {
    return open(SCHEMA, settings);
  }

  static Storage open(StorageSchema schema, Map<String, String> settings) {
    JdbcStorageProvider provider = new JdbcStorageProvider();
    return provider.open(schema, Config.parse(provider.configKeys(), settings));
  }

  static DocumentWrite fact(String id, String subject, String at) {
    return DocumentWrite.insert(
        FACTS,
        id,
        id.getBytes(UTF_8),
        Map.of("concerns", List.of(subject), "kind", List.of("penalty"), "at", List.of(at)));
  }

  /** Writes a fact and a ledger entry that names it. */
  static void record(Storage storage, String id) {
    storage.write(
        tx -> {
          tx.put(fact(id, "S1", "2026-01-01"));
          tx.append(LEDGER, id.getBytes(UTF_8));
          return true;
        });
  }

  static boolean has(Storage storage, String id) {
    return storage.<Boolean>read(view -> view.get(FACTS, id).isPresent());
  }

  static List<String> ledger(Storage storage) {
    List<LogEntry> entries = storage.read(view -> view.readLog(LEDGER, 0, 1_000_000));
    return entries.stream().map(entry -> new String(entry.body(), UTF_8)).toList();
  }
}
