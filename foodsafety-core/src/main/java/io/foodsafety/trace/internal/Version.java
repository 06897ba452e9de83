package io.foodsafety.trace.internal;

import org.jspecify.annotations.Nullable;

/**
 * Something as it is from one version of a network on, and what it was before: a reader that stands
 * at a version finds what holds there, whatever is written meanwhile. Written by one thread, read
 * by many.
 *
 * @param <V> the type itself
 */
abstract class Version<V extends Version<V>> {

  private final long since;
  private volatile @Nullable V older;

  /**
   * What holds from now on.
   *
   * @param before what there was, or nothing
   * @param since from which version it holds
   * @param oldestReader the lowest version that is still read: what is older than needed is dropped
   */
  Version(@Nullable V before, long since, long oldestReader) {
    this.since = since;
    this.older = before != null && before.since() == since ? before.older() : before;
    Version<V> each = this;
    while (each != null && each.since > oldestReader) {
      each = each.older;
    }
    if (each != null) {
      each.older = null;
    }
  }

  final long since() {
    return since;
  }

  final @Nullable V older() {
    return older;
  }

  /** What holds at a version; null if there was nothing yet. */
  static <V extends Version<V>> @Nullable V at(@Nullable V newest, long version) {
    V each = newest;
    while (each != null && each.since() > version) {
      each = each.older();
    }
    return each;
  }
}
