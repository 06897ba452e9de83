package io.foodsafety.runtime.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works that do not depend on each other: each is done although another has failed. */
final class Attempts {

  private @Nullable RuntimeException failure;

  /** Does a work; nothing if it fails, which {@link #rethrow} then says. */
  <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (RuntimeException e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
      return Optional.empty();
    }
  }

  /** Throws the first failure, if there was one, with the later ones. */
  void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }
}
