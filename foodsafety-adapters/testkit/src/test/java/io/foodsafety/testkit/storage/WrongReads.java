package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.WrongStorages.model;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Storages that write as they should and read wrongly, in one thing each. */
final class WrongReads {

  private WrongReads() {}

  private static Storage views(
      StorageSchema schema, Function<Supplier<ReferenceModel>, ReferenceView> kind) {
    return new ReferenceStorage(model(schema)) {
      @Override
      ReferenceView newView() {
        ReferenceModel snapshot = committed;
        return kind.apply(() -> snapshot);
      }
    };
  }

  private static Storage getting(StorageSchema schema, UnaryOperator<Document> change) {
    return views(
        schema,
        source ->
            new ReferenceView(source) {
              @Override
              public Optional<Document> get(String collection, String id) {
                return super.get(collection, id).map(change);
              }
            });
  }

  static Storage countsToTwo(StorageSchema schema) {
    return getting(
        schema, each -> Document.of(each.id(), Math.min(2, each.version()), each.body()));
  }

  static Storage keepsTextsOnly(StorageSchema schema) {
    return getting(
        schema,
        each -> {
          String text = new String(each.body(), StandardCharsets.UTF_8);
          return Document.of(each.id(), each.version(), text.getBytes(StandardCharsets.UTF_8));
        });
  }

  static Storage inventsWhatIsMissing(StorageSchema schema) {
    return views(
        schema,
        source ->
            new ReferenceView(source) {
              @Override
              public Map<String, Document> getAll(String collection, Collection<String> ids) {
                Map<String, Document> all = new HashMap<>(super.getAll(collection, ids));
                ids.forEach(id -> all.putIfAbsent(id, Document.of(id, 1, new byte[0])));
                return all;
              }
            });
  }

  static Storage knowsNoUnknownCollection(StorageSchema schema) {
    return views(
        schema,
        source ->
            new ReferenceView(source) {
              @Override
              public Optional<Document> get(String collection, String id) {
                try {
                  return super.get(collection, id);
                } catch (IllegalArgumentException e) {
                  return Optional.empty();
                }
              }
            });
  }

  private static Storage querying(StorageSchema schema, BiFunction<Query, Page, Page> change) {
    return views(
        schema,
        source ->
            new ReferenceView(source) {
              @Override
              public Page query(Query query) {
                return change.apply(query, super.query(query));
              }
            });
  }

  static Storage ordersByIdOnly(StorageSchema schema) {
    Comparator<Document> byId =
        Comparator.comparing(Document::id, ReferenceModel::compareCodePoints);
    return querying(
        schema,
        (query, page) ->
            Page.of(
                page.documents().stream()
                    .sorted(query.isDescending() ? byId.reversed() : byId)
                    .toList(),
                page.next()));
  }

  /** Begins a page one document too late. */
  static Storage skipsBehindACursor(StorageSchema schema) {
    return querying(
        schema,
        (query, page) ->
            query.after().isPresent() && !page.documents().isEmpty()
                ? Page.of(page.documents().subList(1, page.documents().size()), page.next())
                : page);
  }

  static Storage leadsToAnEmptyPage(StorageSchema schema) {
    return querying(
        schema,
        (query, page) ->
            page.documents().size() == query.limit() && page.next().isEmpty()
                ? Page.of(
                    page.documents(), Optional.of(new Cursor("", page.documents().get(0).id())))
                : page);
  }

  private static Storage reading(StorageSchema schema, UnaryOperator<List<LogEntry>> change) {
    return views(
        schema,
        source ->
            new ReferenceView(source) {
              @Override
              public List<LogEntry> readLog(String log, long after, int limit) {
                return change.apply(super.readLog(log, after, limit));
              }
            });
  }

  static Storage readsTheNewestEntryFirst(StorageSchema schema) {
    return reading(
        schema,
        entries -> {
          List<LogEntry> turned = new ArrayList<>(entries);
          Collections.reverse(turned);
          return turned;
        });
  }

  /** The last entry is shown when the next one has come. */
  static Storage showsEntriesLate(StorageSchema schema) {
    return reading(schema, entries -> entries.subList(0, Math.max(0, entries.size() - 1)));
  }
}
