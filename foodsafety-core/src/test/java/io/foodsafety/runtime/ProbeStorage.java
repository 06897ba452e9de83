package io.foodsafety.runtime;

import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.WriteTransaction;
import io.foodsafety.testkit.fault.FaultyStoragePlugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage in memory that survives being closed, can be made to fail, and can be tampered with.
 * The positions of its logs have gaps: 10, 20, 30 and so on.
 */
public final class ProbeStorage {

  private static final long GAP = 10;

  private final AtomicInteger writesUntilFailure = new AtomicInteger(Integer.MAX_VALUE);
  private final Map<String, TreeMap<Long, Optional<byte[]>>> edits = new HashMap<>();
  private @Nullable Storage data;

  private final FaultyStoragePlugin plugin =
      FaultyStoragePlugin.of(new MemoryStorageProvider(), this::open);

  /** A storage that was not opened yet. */
  public ProbeStorage() {}

  /** A builder of a city on this storage. */
  public FoodSafetyBuilder city() {
    return FoodSafety.builder()
        .withoutDiscovery()
        .plugin(plugin)
        .storage(FaultyStoragePlugin.NAME, Map.of());
  }

  /** Lets so many writes pass; every one after them fails, until this is called again. */
  public void failAfter(int writes) {
    writesUntilFailure.set(writes);
  }

  /** Nothing fails any more. */
  public void recover() {
    failAfter(Integer.MAX_VALUE);
  }

  /** Reads and writes past the library. */
  public Storage raw() {
    return new Probing();
  }

  /** Replaces an entry of a log, or inserts one at a position of a gap. */
  public void rewrite(String log, long position, byte[] body) {
    edits.computeIfAbsent(log, any -> new TreeMap<>()).put(position, Optional.of(body));
  }

  /** Removes an entry of a log. */
  public void drop(String log, long position) {
    edits.computeIfAbsent(log, any -> new TreeMap<>()).put(position, Optional.empty());
  }

  /** Takes back what was done to the logs since. */
  public Undo undo() {
    Map<String, TreeMap<Long, Optional<byte[]>>> before = new HashMap<>();
    edits.forEach((log, edited) -> before.put(log, new TreeMap<>(edited)));
    return () -> {
      edits.clear();
      edits.putAll(before);
    };
  }

  /** Takes something back. */
  public interface Undo extends Runnable {}

  /** An entry of a log as it is read. */
  public byte[] entry(String log, long position) {
    return raw().read(view -> view.readLog(log, position - 1, 1).get(0).body());
  }

  /** The first storage that is opened stays. */
  private synchronized Storage open(Storage opened) {
    if (data == null) {
      data = opened;
    }
    return new Probing();
  }

  private Storage data() {
    if (data == null) {
      throw new IllegalStateException("Not opened yet.");
    }
    return data;
  }

  private final class Probing implements Storage {

    @Override
    public <R> R read(Function<? super ReadView, ? extends R> work) {
      return data().read(view -> work.apply(new View(view)));
    }

    @Override
    public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
      if (writesUntilFailure.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
        throw new StorageException("The disk is full.");
      }
      return data().write(transaction -> work.apply(new Transaction(transaction)));
    }

    @Override
    public Optional<Lease> tryLease(String name, String holder, Duration duration) {
      return data().tryLease(name, holder, duration);
    }

    @Override
    public void release(Lease lease) {
      data().release(lease);
    }

    @Override
    public void close() {}
  }

  private class View implements ReadView {
    private final ReadView view;

    View(ReadView view) {
      this.view = view;
    }

    @Override
    public Optional<Document> get(String collection, String id) {
      return view.get(collection, id);
    }

    @Override
    public Map<String, Document> getAll(String collection, Collection<String> ids) {
      return view.getAll(collection, ids);
    }

    @Override
    public Page query(Query query) {
      return view.query(query);
    }

    @Override
    public List<LogEntry> readLog(String log, long after, int limit) {
      TreeMap<Long, Optional<byte[]>> edited = edits.getOrDefault(log, new TreeMap<>());
      if (edited.isEmpty()) {
        return view.readLog(log, after / GAP, limit).stream()
            .map(entry -> LogEntry.of(entry.position() * GAP, entry.body()))
            .toList();
      }
      TreeMap<Long, Optional<byte[]>> all = new TreeMap<>();
      view.readLog(log, 0, Integer.MAX_VALUE)
          .forEach(entry -> all.put(entry.position() * GAP, Optional.of(entry.body())));
      all.putAll(edited);
      List<LogEntry> entries = new ArrayList<>();
      all.tailMap(after, false)
          .forEach(
              (position, body) ->
                  body.ifPresent(bytes -> entries.add(LogEntry.of(position, bytes))));
      return entries.subList(0, Math.min(limit, entries.size()));
    }

    @Override
    public long lastPosition(String log) {
      return view.lastPosition(log) * GAP;
    }
  }

  private final class Transaction extends View implements WriteTransaction {
    private final WriteTransaction transaction;

    Transaction(WriteTransaction transaction) {
      super(transaction);
      this.transaction = transaction;
    }

    @Override
    public void putAll(List<DocumentWrite> writes) {
      transaction.putAll(writes);
    }

    @Override
    public void delete(String collection, String id, long expectedVersion) {
      transaction.delete(collection, id, expectedVersion);
    }

    @Override
    public void append(String log, byte[] body) {
      transaction.append(log, body);
    }
  }
}
