package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a work reads; usable by its thread until the work has ended. */
class MemoryView implements ReadView {

  private final MemoryData data;
  private final Thread owner = Thread.currentThread();
  private volatile boolean ended;

  MemoryView(MemoryData data) {
    this.data = data;
  }

  @Override
  public Optional<Document> get(String collection, String id) {
    return Optional.ofNullable(data().collection(collection).find(id))
        .map(StoredDocument::document);
  }

  @Override
  public Map<String, Document> getAll(String collection, Collection<String> ids) {
    MemoryCollection from = data().collection(collection);
    Map<String, Document> found = new HashMap<>();
    for (String id : ids) {
      StoredDocument stored = from.find(id);
      if (stored != null) {
        found.put(id, stored.document());
      }
    }
    return found;
  }

  @Override
  public Page query(Query query) {
    return new MemoryQuery(data().collection(query.collection()), query).page();
  }

  @Override
  public List<LogEntry> readLog(String log, long after, int limit) {
    return data().log(log).read(after, limit);
  }

  @Override
  public long lastPosition(String log) {
    return data().log(log).lastPosition();
  }

  /** The data, as long as it may be looked at. */
  final MemoryData data() {
    if (ended || Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "A view can be used only by the thread it was handed to, until its work has ended.");
    }
    return data;
  }

  void end() {
    ended = true;
  }
}
