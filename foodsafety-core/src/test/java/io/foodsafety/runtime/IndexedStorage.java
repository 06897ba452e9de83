package io.foodsafety.runtime;

import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage in memory that survives being closed and remembers the index values of its documents,
 * which a storage does not hand out.
 */
final class IndexedStorage implements FoodSafetyPlugin, StorageProvider {

  private final boolean placesEntries;
  private final Map<String, Map<String, Set<String>>> indexes = new TreeMap<>();
  private final AtomicInteger writes = new AtomicInteger();
  private int disturbedWrite;
  private Consumer<Storage> disturbance = storage -> {};
  private @Nullable Storage data;
  private @Nullable StorageSchema schema;

  private IndexedStorage(boolean placesEntries) {
    this.placesEntries = placesEntries;
  }

  static IndexedStorage empty() {
    return new IndexedStorage(true);
  }

  /** One as it was before entries could be placed. */
  static IndexedStorage withoutPlacing() {
    return new IndexedStorage(false);
  }

  /** Does something just before a write, as another process may. */
  IndexedStorage disturbed(int beforeWrite, Consumer<Storage> byOther) {
    disturbedWrite = beforeWrite;
    disturbance = byOther;
    return this;
  }

  FoodSafetyBuilder city() {
    return FoodSafety.builder().withoutDiscovery().plugin(this).storage("indexed", Map.of());
  }

  Storage raw() {
    return new Indexing();
  }

  /** The index values by {@code collection/id}, then by attribute. */
  Map<String, Map<String, Set<String>>> indexes() {
    return indexes;
  }

  StorageSchema schema() {
    return Objects.requireNonNull(schema);
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("indexed", "1", SpiVersion.of(0, 1));
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(this);
  }

  @Override
  public String name() {
    return "indexed";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return Set.of();
  }

  @Override
  public synchronized Storage open(StorageSchema ofCity, Config config) {
    if (data == null) {
      schema = ofCity;
      data = new MemoryStorageProvider().open(ofCity, config);
    }
    return new Indexing();
  }

  private Storage data() {
    return Objects.requireNonNull(data, "Not opened yet.");
  }

  private final class Indexing implements Storage {

    @Override
    public <R> R read(Function<? super ReadView, ? extends R> work) {
      return data().read(work);
    }

    @Override
    public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
      if (writes.incrementAndGet() == disturbedWrite) {
        disturbance.accept(data());
      }
      Map<String, Optional<DocumentWrite>> changes = new TreeMap<>();
      R result = data().write(tx -> work.apply(new Transaction(tx, changes)));
      changes.forEach((key, write) -> index(key, write));
      return result;
    }

    private void index(String key, Optional<DocumentWrite> write) {
      if (write.isEmpty()) {
        indexes.remove(key);
        return;
      }
      Map<String, Set<String>> values = new TreeMap<>();
      for (IndexAttribute attribute : schema().collection(write.get().collection()).attributes()) {
        values.put(attribute.name(), new TreeSet<>(write.get().values(attribute.name())));
      }
      indexes.put(key, values);
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

  private final class Transaction implements WriteTransaction {
    private final WriteTransaction transaction;
    private final Map<String, Optional<DocumentWrite>> changes;

    Transaction(WriteTransaction transaction, Map<String, Optional<DocumentWrite>> changes) {
      this.transaction = transaction;
      this.changes = changes;
    }

    @Override
    public void putAll(List<DocumentWrite> writes) {
      transaction.putAll(writes);
      writes.forEach(
          write -> changes.put(write.collection() + "/" + write.id(), Optional.of(write)));
    }

    @Override
    public void delete(String collection, String id, long expectedVersion) {
      transaction.delete(collection, id, expectedVersion);
      changes.put(collection + "/" + id, Optional.empty());
    }

    @Override
    public void append(String log, byte[] body) {
      transaction.append(log, body);
    }

    @Override
    public void appendAt(String log, long position, byte[] body) {
      if (placesEntries) {
        transaction.appendAt(log, position, body);
      } else {
        WriteTransaction.super.appendAt(log, position, body);
      }
    }

    @Override
    public Optional<Document> get(String collection, String id) {
      return transaction.get(collection, id);
    }

    @Override
    public Map<String, Document> getAll(String collection, Collection<String> ids) {
      return transaction.getAll(collection, ids);
    }

    @Override
    public Page query(Query query) {
      return transaction.query(query);
    }

    @Override
    public List<LogEntry> readLog(String log, long after, int limit) {
      return transaction.readLog(log, after, limit);
    }

    @Override
    public long lastPosition(String log) {
      return transaction.lastPosition(log);
    }
  }
}
