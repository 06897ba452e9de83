package com.example.foodsafety.sqlite;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one transaction sees. */
class SqliteView implements ReadView, AutoCloseable {

  private static final String GET =
      "select version, body from documents where collection = ? and id = ?";
  private static final String READ_LOG =
      "select position, body from entries where log = ? and position > ? order by position limit ?";
  private static final String LAST = "select coalesce(max(position), 0) from entries where log = ?";

  /** The value by which documents are ordered; empty if there is none. */
  private static final String PLACE =
      "coalesce((select value from values_of v where v.collection = d.collection"
          + " and v.id = d.id and v.attribute = ?), '')";

  private static final String PLACED = " where (place, id) ";

  private static final String HAS =
      " and id in (select id from values_of where collection = ? and attribute = ? and value";

  final StorageSchema schema;
  private final Sql sql;
  private final Thread thread = Thread.currentThread();
  private boolean ended;

  SqliteView(StorageSchema schema, Sql sql) {
    this.schema = schema;
    this.sql = sql;
  }

  /** The statements, while the call goes on, for its thread. */
  final Sql sql() {
    if (ended || !Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("A view is for the call and the thread it was handed to.");
    }
    return sql;
  }

  @Override
  public final void close() {
    ended = true;
  }

  @Override
  public final Optional<Document> get(String collection, String id) {
    schema.collection(collection);
    Sql.Row<Document> document = row -> Document.of(id, row.getLong(1), row.getBytes(2));
    return sql().query(document, GET, collection, id).stream().findFirst();
  }

  @Override
  public final Map<String, Document> getAll(String collection, Collection<String> ids) {
    Map<String, Document> found = new HashMap<>();
    ids.forEach(id -> get(collection, id).ifPresent(document -> found.put(id, document)));
    return found;
  }

  @Override
  public final Page query(Query query) {
    query.check(schema.collection(query.collection()));
    List<Object> values = new ArrayList<>();
    String text = select(query, values);
    List<Cursor> places = new ArrayList<>();
    Sql.Row<Document> row =
        each -> {
          places.add(new Cursor(each.getString(4), each.getString(1)));
          return Document.of(each.getString(1), each.getLong(2), each.getBytes(3));
        };
    List<Document> found = sql().query(row, text, values.toArray());
    int limit = query.limit();
    return found.size() <= limit
        ? Page.of(found, Optional.empty())
        : Page.of(found.subList(0, limit), Optional.of(places.get(limit - 1)));
  }

  /** The statement of a query, which asks for one document more than the page takes. */
  private static String select(Query query, List<Object> values) {
    String collection = query.collection();
    StringBuilder text = new StringBuilder("select id, version, body, place from (select d.*, ");
    add(text, values, PLACE, query.orderBy().orElse(""));
    add(text, values, " as place from documents d where collection = ?", collection);
    query
        .equalities()
        .forEach((name, value) -> add(text, values, HAS + " = ?)", collection, name, value));
    if (query.range().isPresent()) {
      Query.Range range = query.range().get();
      String from = range.from().orElse("");
      add(text, values, HAS + " >= ?", collection, range.attribute(), from);
      range.to().ifPresent(to -> add(text, values, " and value < ?", to));
      text.append(')');
    }
    String direction = query.isDescending() ? " desc" : "";
    text.append(')');
    if (query.after().isPresent()) {
      text.append(query.isDescending() ? PLACED + "<" : PLACED + ">");
      Cursor after = query.after().get();
      String place = query.orderBy().isPresent() ? after.orderValue() : "";
      add(text, values, " (?, ?)", place, after.id());
    }
    text.append(" order by place%1$s, id%1$s limit ?".formatted(direction));
    values.add(query.limit() + 1);
    return text.toString();
  }

  private static void add(StringBuilder text, List<Object> values, String part, String... more) {
    text.append(part);
    values.addAll(List.of(more));
  }

  @Override
  public final List<LogEntry> readLog(String log, long after, int limit) {
    schema.checkLog(log);
    Sql.Row<LogEntry> entry = row -> LogEntry.of(row.getLong(1), row.getBytes(2));
    return sql().query(entry, READ_LOG, log, after, limit);
  }

  @Override
  public final long lastPosition(String log) {
    schema.checkLog(log);
    return sql().query(row -> row.getLong(1), LAST, log).get(0);
  }
}
