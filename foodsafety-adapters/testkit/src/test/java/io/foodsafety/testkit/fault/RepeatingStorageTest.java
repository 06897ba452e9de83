package io.foodsafety.testkit.fault;

import io.foodsafety.testkit.storage.PlainStorage;
import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.util.Map;

/** Running every work twice is within the contract. */
class RepeatingStorageTest extends StorageContract {

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(PlainStorage.provider(RepeatingStorage::of), Map.of());
  }
}
