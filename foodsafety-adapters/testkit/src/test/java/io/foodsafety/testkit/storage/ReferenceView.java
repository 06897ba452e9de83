package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class ReferenceView implements ReadView {

  private final Supplier<ReferenceModel> source;
  private final Thread owner = Thread.currentThread();
  private volatile boolean ended;

  ReferenceView(Supplier<ReferenceModel> source) {
    this.source = source;
  }

  ReferenceModel model() {
    if (ended || isForeign(Thread.currentThread())) {
      throw new IllegalStateException("ended");
    }
    return source.get();
  }

  boolean isForeign(Thread thread) {
    return thread != owner;
  }

  void end() {
    ended = true;
  }

  @Override
  public Optional<Document> get(String collection, String id) {
    return model().get(collection, id);
  }

  @Override
  public Map<String, Document> getAll(String collection, Collection<String> ids) {
    ReferenceModel model = model();
    model.documents(collection);
    return ids.stream()
        .distinct()
        .flatMap(id -> model.get(collection, id).stream())
        .collect(Collectors.toMap(Document::id, each -> each));
  }

  @Override
  public Page query(Query query) {
    return model().query(query);
  }

  @Override
  public List<LogEntry> readLog(String log, long after, int limit) {
    return model().entries(log).stream()
        .filter(entry -> entry.position() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public long lastPosition(String log) {
    List<LogEntry> entries = model().entries(log);
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
  }
}
