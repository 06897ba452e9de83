package io.foodsafety.trace.internal;

import org.jspecify.annotations.Nullable;

/**
 * A value in its versions.
 *
 * @param <T> the type of the value
 */
final class Versions<T> extends Version<Versions<T>> {

  private final T value;

  /** A newer version; see {@link Version}. */
  Versions(@Nullable Versions<T> before, T value, long since, long oldestReader) {
    super(before, since, oldestReader);
    this.value = value;
  }

  T value() {
    return value;
  }
}
