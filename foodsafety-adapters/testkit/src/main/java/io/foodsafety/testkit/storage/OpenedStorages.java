package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The data of one rule, made when they are first asked for, and what it has opened of them. */
final class OpenedStorages {

  private final Supplier<StorageUnderTest> maker;
  private final Deque<Storage> opened = new ArrayDeque<>();
  private @Nullable StorageUnderTest data;

  OpenedStorages(Supplier<StorageUnderTest> maker) {
    this.maker = maker;
  }

  StorageUnderTest data() {
    if (data == null) {
      data = maker.get();
    }
    return data;
  }

  Storage storage() {
    Storage storage = data().open(Samples.SCHEMA);
    opened.addLast(storage);
    return storage;
  }

  /** Another storage on the same data, if they can be shared; else the same one. */
  Storage other(Storage storage) {
    return data().can(StorageCapability.SHARED) ? storage() : storage;
  }

  void closeAll() {
    while (!opened.isEmpty()) {
      opened.removeLast().close();
    }
  }
}
