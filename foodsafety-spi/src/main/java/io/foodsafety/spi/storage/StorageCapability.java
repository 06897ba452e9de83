package io.foodsafety.spi.storage;

/**
 * What a kind of storage can do beyond the contract. The contract kit verifies a capability that is
 * declared, and verifies the absence of one that is not.
 */
public enum StorageCapability {
  /** What was acknowledged is there after the process was killed and the storage opened again. */
  DURABLE,
  /** Several open storages, also of several processes, can use the same data at once. */
  SHARED
}
