package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a storage must answer, written as plainly as possible: every query looks at every document.
 */
class ReferenceModel {

  /** A document and the write that made it, for its index values. */
  record Stored(Document document, DocumentWrite write) {}

  private final StorageSchema schema;
  private final Map<String, Map<String, Stored>> collections = new HashMap<>();
  private final Map<String, List<LogEntry>> logs = new HashMap<>();

  ReferenceModel(StorageSchema schema) {
    this.schema = schema;
    schema.collections().forEach(each -> collections.put(each.name(), new TreeMap<>(order())));
    schema.logs().forEach(each -> logs.put(each, new ArrayList<>()));
  }

  /** A copy of all of it: how a transaction can be undone in the plainest way. */
  ReferenceModel copy() {
    ReferenceModel copy = create(schema);
    collections.forEach((name, documents) -> copy.documents(name).putAll(documents));
    logs.forEach((name, entries) -> copy.entries(name).addAll(entries));
    return copy;
  }

  ReferenceModel create(StorageSchema of) {
    return new ReferenceModel(of);
  }

  /** Texts by code point. */
  Comparator<String> order() {
    return ReferenceModel::compareCodePoints;
  }

  static int compareCodePoints(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return Arrays.compare(a, b);
  }

  StorageSchema schema() {
    return schema;
  }

  Map<String, Stored> documents(String collection) {
    schema.collection(collection);
    return Objects.requireNonNull(collections.get(collection));
  }

  List<LogEntry> entries(String log) {
    schema.checkLog(log);
    return Objects.requireNonNull(logs.get(log));
  }

  Optional<Document> get(String collection, String id) {
    return Optional.ofNullable(documents(collection).get(id)).map(Stored::document);
  }

  void put(DocumentWrite write) {
    check(write.collection(), write.id(), write.expectedVersion());
    Document document = Document.of(write.id(), write.expectedVersion() + 1, write.body());
    documents(write.collection()).put(write.id(), new Stored(document, write));
  }

  void delete(String collection, String id, long expected) {
    check(collection, id, expected);
    documents(collection).remove(id);
  }

  void append(String log, byte[] body) {
    entries(log).add(LogEntry.of(lastPosition(log) + 1, body));
  }

  void appendAt(String log, long position, byte[] body) {
    if (position <= lastPosition(log)) {
      throw new IllegalArgumentException("position");
    }
    entries(log).add(LogEntry.of(position, body));
  }

  long lastPosition(String log) {
    List<LogEntry> entries = entries(log);
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
  }

  void check(String collection, String id, long expected) {
    long actual = get(collection, id).map(Document::version).orElse(0L);
    if (actual != expected) {
      throw new VersionConflictException(collection, id, expected, actual);
    }
  }

  Page query(Query query) {
    query.check(schema.collection(query.collection()));
    Comparator<Stored> order =
        Comparator.comparing((Stored each) -> orderValue(query, each), order())
            .thenComparing(each -> each.document().id(), order());
    Comparator<Stored> wanted = query.isDescending() ? order.reversed() : order;
    List<Stored> found =
        documents(query.collection()).values().stream()
            .filter(each -> matches(query, each.write()))
            .filter(each -> isAfter(query, each))
            .sorted(wanted)
            .toList();
    List<Stored> page = found.subList(0, Math.min(query.limit(), found.size()));
    return Page.of(
        page.stream().map(Stored::document).toList(),
        page.size() == found.size() ? Optional.empty() : Optional.of(cursor(query, page)));
  }

  private static Cursor cursor(Query query, List<Stored> page) {
    Stored last = page.get(page.size() - 1);
    return new Cursor(orderValue(query, last), last.document().id());
  }

  private static String orderValue(Query query, Stored stored) {
    return query.orderBy().map(attribute -> value(stored.write(), attribute)).orElse("");
  }

  private static String value(DocumentWrite write, String attribute) {
    return write.values(attribute).stream().findFirst().orElse("");
  }

  boolean matches(Query query, DocumentWrite write) {
    boolean equal =
        query.equalities().entrySet().stream()
            .allMatch(each -> write.values(each.getKey()).contains(each.getValue()));
    return equal && query.range().map(range -> isWithin(range, write)).orElse(true);
  }

  private boolean isWithin(Query.Range range, DocumentWrite write) {
    String value = value(write, range.attribute());
    return !value.isEmpty()
        && range.from().map(from -> order().compare(value, from) >= 0).orElse(true)
        && range.to().map(to -> order().compare(value, to) < 0).orElse(true);
  }

  private boolean isAfter(Query query, Stored stored) {
    @Nullable Cursor cursor = query.after().orElse(null);
    if (cursor == null) {
      return true;
    }
    int byValue = order().compare(orderValue(query, stored), cursor.orderValue());
    int place = byValue != 0 ? byValue : order().compare(stored.document().id(), cursor.id());
    return query.isDescending() ? place < 0 : place > 0;
  }
}
