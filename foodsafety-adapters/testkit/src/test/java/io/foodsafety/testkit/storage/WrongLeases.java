package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.WrongStorages.model;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Storages whose leases, or whose end, are wrong in one thing each. */
final class WrongLeases {

  private WrongLeases() {}

  static Storage raisesTheTokenOfARenewal(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      long renewedToken(long last) {
        return last + 1;
      }
    };
  }

  static Storage keepsTheToken(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      long nextToken(long last) {
        return 1;
      }
    };
  }

  static Storage releasesForAnyone(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      boolean mayRelease(Lease held, Lease lease) {
        return true;
      }
    };
  }

  static Storage ignoresTheCaseOfNames(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      public synchronized Optional<Lease> tryLease(String name, String holder, Duration duration) {
        return super.tryLease(name.toLowerCase(Locale.ROOT), holder, duration);
      }
    };
  }

  static Storage closesAtOnce(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      public void close() {
        closed = true;
      }
    };
  }
}
