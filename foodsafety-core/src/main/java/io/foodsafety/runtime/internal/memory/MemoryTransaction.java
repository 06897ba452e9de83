package io.foodsafety.runtime.internal.memory;

import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction. It changes the collections in place; ending it uncommitted undoes the changes. */
final class MemoryTransaction extends MemoryView implements WriteTransaction {

  private record Change(
      MemoryCollection collection, String id, @Nullable StoredDocument previous) {}

  private record Key(String collection, String id) {}

  private final List<Change> changes = new ArrayList<>();
  private final List<Runnable> appends = new ArrayList<>();
  private final Map<String, Long> lastPositions = new HashMap<>();
  private @Nullable VersionConflictException conflict;

  MemoryTransaction(MemoryData data) {
    super(data);
  }

  @Override
  public void putAll(List<DocumentWrite> writes) {
    Set<Key> keys = new HashSet<>();
    for (DocumentWrite write : writes) {
      check(write, data().collection(write.collection()).schema());
      if (!keys.add(new Key(write.collection(), write.id()))) {
        throw new IllegalArgumentException(
            "The document (%s/%s) is named twice.".formatted(write.collection(), write.id()));
      }
    }
    for (DocumentWrite write : writes) {
      checkVersion(write.collection(), write.id(), write.expectedVersion());
    }
    for (DocumentWrite write : writes) {
      MemoryCollection collection = data().collection(write.collection());
      set(collection, write.id(), StoredDocument.of(write, collection.schema().attributes()));
    }
  }

  @Override
  public void delete(String collection, String id, long expectedVersion) {
    MemoryCollection from = data().collection(collection);
    if (expectedVersion < 1) {
      throw new IllegalArgumentException(
          "The expected version (%d) must be at least 1.".formatted(expectedVersion));
    }
    checkVersion(collection, id, expectedVersion);
    set(from, id, null);
  }

  @Override
  public void append(String log, byte[] body) {
    MemoryLog to = data().log(log);
    byte[] copy = body.clone();
    appends.add(() -> to.append(copy));
    lastPositions.merge(log, to.lastPosition() + 1, (last, any) -> last + 1);
  }

  @Override
  public void appendAt(String log, long position, byte[] body) {
    MemoryLog to = data().log(log);
    long last = lastPositions.getOrDefault(log, to.lastPosition());
    if (position <= last) {
      throw new IllegalArgumentException(
          "The position (%d) of log (%s) must be greater than the last (%d)."
              .formatted(position, log, last));
    }
    byte[] copy = body.clone();
    appends.add(() -> to.append(position, copy));
    lastPositions.put(log, position);
  }

  /** Keeps the changes, unless a conflict has lost the transaction. */
  void commit() {
    if (conflict != null) {
      throw conflict;
    }
    appends.forEach(Runnable::run);
    changes.clear();
  }

  @Override
  void end() {
    for (int i = changes.size() - 1; i >= 0; i--) {
      Change change = changes.get(i);
      change.collection().set(change.id(), change.previous());
    }
    super.end();
  }

  private static void check(DocumentWrite write, CollectionSchema schema) {
    write.check(schema);
    for (IndexAttribute attribute : schema.attributes()) {
      if (write.values(attribute.name()).stream().anyMatch(MemoryTransaction::isUnstorable)) {
        throw new IllegalArgumentException(
            "The index value must not contain U+0000 or a lone surrogate.");
      }
    }
  }

  /** What no database can hold is refused here too. */
  private static boolean isUnstorable(String value) {
    return value
        .codePoints()
        .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private void checkVersion(String collection, String id, long expected) {
    if (conflict != null) {
      throw conflict;
    }
    long actual = data().collection(collection).version(id);
    if (actual != expected) {
      conflict = new VersionConflictException(collection, id, expected, actual);
      throw conflict;
    }
  }

  private void set(MemoryCollection collection, String id, @Nullable StoredDocument next) {
    changes.add(new Change(collection, id, collection.set(id, next)));
  }
}
