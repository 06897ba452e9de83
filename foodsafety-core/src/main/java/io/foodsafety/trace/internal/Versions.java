package io.foodsafety.trace.internal;

import org.jspecify.annotations.Nullable;

/**
 * A value and what it was before, newest first: a reader that stands at a position finds the value
 * of that position, whatever is written meanwhile. Written by one thread, read by many.
 *
 * @param <T> the type of the value
 */
final class Versions<T> {

  private final T value;
  private final long since;
  private volatile @Nullable Versions<T> older;

  private Versions(T value, long since, @Nullable Versions<T> older) {
    this.value = value;
    this.since = since;
    this.older = older;
  }

  /**
   * A newer version.
   *
   * @param before what there was, or nothing
   * @param value the new value
   * @param since from which position it holds
   * @param oldestReader the lowest position that is still read: what is older than needed is
   *     dropped
   */
  static <T> Versions<T> next(
      @Nullable Versions<T> before, T value, long since, long oldestReader) {
    Versions<T> result =
        new Versions<>(
            value, since, before != null && before.since == since ? before.older : before);
    Versions<T> each = result;
    while (each != null && each.since > oldestReader) {
      each = each.older;
    }
    if (each != null) {
      each.older = null;
    }
    return result;
  }

  /** For the writer: the value as last written. */
  T newest() {
    return value;
  }

  /** The value at a position; null if there was none yet. */
  static <T> @Nullable T at(@Nullable Versions<T> newest, long position) {
    Versions<T> each = newest;
    while (each != null && each.since > position) {
      each = each.older;
    }
    return each == null ? null : each.value;
  }
}
