package io.foodsafety.runtime.internal;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Streams;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trace events of a storage in the order of their capture. Whoever has followed them to a
 * position never later finds one before it. Safe for use by many threads.
 */
final class StoredTrace {

  private static final int BATCH = 1_000;

  /**
   * An event and its place in the order of capture.
   *
   * @param position from 1, growing; there may be gaps
   * @param event the event
   */
  record Captured(long position, TraceEvent event) {}

  private final Storage storage;
  private final StoredRecords reader;

  StoredTrace(Storage storage, StoredRecords reader) {
    this.storage = storage;
    this.reader = reader;
  }

  /** The position of the last event; 0 if there is none. */
  long position() {
    return storage.read(view -> view.lastPosition(CitySchema.TRACE_LOG));
  }

  Optional<TraceEvent> find(String id) {
    return storage.read(view -> view.get(CitySchema.TRACE_EVENTS, id)).map(reader::traceEvent);
  }

  /** The next events after a position, at most a thousand; none if it is the last. */
  List<Captured> after(long position) {
    // Documents are decoded after the snapshot, which may be holding up writers.
    List<Stored> stored = storage.read(view -> read(view, position));
    return stored.stream()
        .map(each -> new Captured(each.position(), reader.traceEvent(each.document())))
        .toList();
  }

  /** All events after a position, batch by batch, each in a snapshot of its own. */
  Stream<Captured> follow(long position) {
    return Streams.stream(new Following(position)).flatMap(List::stream);
  }

  private record Stored(long position, Document document) {}

  private static List<Stored> read(ReadView view, long position) {
    List<LogEntry> entries = view.readLog(CitySchema.TRACE_LOG, position, BATCH);
    Map<String, Document> documents =
        view.getAll(CitySchema.TRACE_EVENTS, entries.stream().map(StoredTrace::id).toList());
    List<Stored> stored = new ArrayList<>(entries.size());
    for (LogEntry entry : entries) {
      Document document = documents.get(id(entry));
      if (document == null) {
        throw new StorageException(
            "The trace event (%s) is in the log at %s and not stored; ledger verify says more."
                .formatted(id(entry), entry));
      }
      stored.add(new Stored(entry.position(), document));
    }
    return stored;
  }

  private static String id(LogEntry entry) {
    return new String(entry.body(), StandardCharsets.UTF_8);
  }

  private final class Following extends AbstractIterator<List<Captured>> {
    private long position;

    Following(long position) {
      this.position = position;
    }

    @Override
    protected @Nullable List<Captured> computeNext() {
      List<Captured> next = after(position);
      if (next.isEmpty()) {
        return endOfData();
      }
      position = next.get(next.size() - 1).position();
      return next;
    }
  }
}
