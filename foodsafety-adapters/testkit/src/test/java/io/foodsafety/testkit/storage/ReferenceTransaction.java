package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ReferenceTransaction extends ReferenceView implements WriteTransaction {

  VersionConflictException conflict;
  private final List<Runnable> appends = new ArrayList<>();

  ReferenceTransaction(ReferenceModel copy) {
    super(() -> copy);
  }

  @Override
  public void putAll(List<DocumentWrite> writes) {
    Set<List<String>> keys = new HashSet<>();
    for (DocumentWrite write : writes) {
      write.check(model().schema().collection(write.collection()));
      for (IndexAttribute attribute :
          model().schema().collection(write.collection()).attributes()) {
        if (write.values(attribute.name()).stream().anyMatch(ReferenceTransaction::isUnstorable)) {
          throw new IllegalArgumentException("unstorable");
        }
      }
      if (!keys.add(List.of(write.collection(), write.id()))) {
        throw new IllegalArgumentException("twice");
      }
    }
    writes.forEach(write -> change(() -> model().put(write)));
  }

  @Override
  public void delete(String collection, String id, long expectedVersion) {
    change(() -> model().delete(collection, id, expectedVersion));
  }

  @Override
  public void append(String log, byte[] body) {
    ReferenceModel model = model();
    model.entries(log);
    appends.add(() -> model.append(log, body));
  }

  @Override
  public void appendAt(String log, long position, byte[] body) {
    ReferenceModel model = model();
    model.entries(log);
    appends.add(() -> model.appendAt(log, position, body));
  }

  /** The state after the transaction. */
  ReferenceModel finish() {
    if (conflict != null) {
      throw conflict;
    }
    appends.forEach(Runnable::run);
    return model();
  }

  private void change(Runnable change) {
    try {
      change.run();
    } catch (VersionConflictException e) {
      conflict = e;
      throw e;
    }
  }

  private static boolean isUnstorable(String value) {
    return value
        .codePoints()
        .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
