package io.foodsafety.runtime.internal;

import io.foodsafety.spi.storage.VersionConflictException;
import java.util.function.Supplier;

/** Does something again if another writer came in between. */
final class Retrying {

  /** Each conflict means that another writer has made progress. */
  private static final int MAX_ATTEMPTS = 1_000;

  private Retrying() {}

  static <T> T onConflict(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (VersionConflictException e) {
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
