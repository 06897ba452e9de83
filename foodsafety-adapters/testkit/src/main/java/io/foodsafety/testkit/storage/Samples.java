package io.foodsafety.testkit.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schema that the rules use, and short forms of what they do with it. */
final class Samples {

  static final String DOCS = "docs";
  static final String OTHERS = "others";
  static final String JOURNAL = "journal";
  static final String SEALS = "seals";

  static final StorageSchema SCHEMA =
      new StorageSchema(
          List.of(
              CollectionSchema.of(
                  DOCS,
                  IndexAttribute.single("kind"),
                  IndexAttribute.single("at"),
                  IndexAttribute.multi("tag"),
                  IndexAttribute.multi("role")),
              CollectionSchema.of(OTHERS, IndexAttribute.single("at")),
              CollectionSchema.of("plain")),
          Set.of(JOURNAL, SEALS));

  private Samples() {}

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static String text(Document document) {
    return new String(document.body(), UTF_8);
  }

  static DocumentWrite doc(String id, String body) {
    return DocumentWrite.insert(DOCS, id, bytes(body), Map.of());
  }

  static DocumentWrite doc(String id, Map<String, List<String>> index) {
    return DocumentWrite.insert(DOCS, id, bytes(id), index);
  }

  static DocumentWrite doc(String id, long version, String body) {
    return DocumentWrite.replace(DOCS, id, version, bytes(body), Map.of());
  }

  static DocumentWrite other(String id, String body) {
    return DocumentWrite.insert(OTHERS, id, bytes(body), Map.of());
  }

  /** Writes documents in one transaction. */
  static void put(Storage storage, DocumentWrite... writes) {
    storage.write(
        tx -> {
          tx.putAll(List.of(writes));
          return true;
        });
  }

  static void append(Storage storage, String log, String... bodies) {
    storage.write(
        tx -> {
          for (String body : bodies) {
            tx.append(log, bytes(body));
          }
          return true;
        });
  }

  /** Id and version of every document in a collection, such as {@code a@1}. */
  static List<String> all(Storage storage, String collection) {
    return storage.read(view -> strings(view, Query.of(collection)));
  }

  /** The ids that a query finds on its page, in its order. */
  static List<String> ids(Storage storage, Query query) {
    return storage.read(view -> ids(view, query));
  }

  static List<String> ids(ReadView view, Query query) {
    return view.query(query).documents().stream().map(Document::id).toList();
  }

  static List<String> log(Storage storage, String log) {
    return storage.read(view -> log(view, log));
  }

  static List<String> log(ReadView view, String log) {
    return view.readLog(log, 0, 10_000).stream().map(Samples::text).toList();
  }

  static String text(LogEntry entry) {
    return new String(entry.body(), UTF_8);
  }

  private static List<String> strings(ReadView view, Query query) {
    return view.query(query).documents().stream().map(Document::toString).toList();
  }
}
