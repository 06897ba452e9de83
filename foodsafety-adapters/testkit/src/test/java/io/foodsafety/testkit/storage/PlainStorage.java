package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The correct storage of this package, for the tests of other packages. */
public final class PlainStorage {

  private PlainStorage() {}

  /** An empty storage. */
  public static Storage open(StorageSchema schema) {
    return new ReferenceStorage(new ReferenceModel(schema));
  }

  /** A provider of empty storages, each wrapped in something. */
  public static StorageProvider provider(UnaryOperator<Storage> wrapping) {
    return new ReferenceProvider(Set.of(), schema -> wrapping.apply(open(schema)));
  }
}
