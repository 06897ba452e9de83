package io.foodsafety.testkit.fault;

import io.foodsafety.testkit.storage.PlainStorage;
import io.foodsafety.testkit.storage.StorageContract;
import io.foodsafety.testkit.storage.StorageUnderTest;
import java.time.Duration;
import java.util.Map;

/** Being slow is within the contract. */
class SlowStorageTest extends StorageContract {

  @Override
  protected StorageUnderTest newStorage() {
    return StorageUnderTest.of(
        PlainStorage.provider(storage -> SlowStorage.of(storage, Duration.ofMillis(2))), Map.of());
  }
}
