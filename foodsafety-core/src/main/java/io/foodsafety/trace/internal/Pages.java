package io.foodsafety.trace.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Elements by number, of which more are added while others are read. Written by one thread, read by
 * many.
 *
 * @param <T> the type of the elements
 */
final class Pages<T> {

  private static final int BITS = 13;
  private static final int SIZE = 1 << BITS;

  private volatile AtomicReferenceArray<AtomicReferenceArray<T>> pages =
      new AtomicReferenceArray<>(16);

  void set(int number, T element) {
    int page = number >>> BITS;
    AtomicReferenceArray<AtomicReferenceArray<T>> all = pages;
    if (page >= all.length()) {
      AtomicReferenceArray<AtomicReferenceArray<T>> more =
          new AtomicReferenceArray<>(Math.max(page + 1, 2 * all.length()));
      for (int i = 0; i < all.length(); i++) {
        more.set(i, all.get(i));
      }
      pages = more;
      all = more;
    }
    AtomicReferenceArray<T> elements = all.get(page);
    if (elements == null) {
      elements = new AtomicReferenceArray<>(SIZE);
      all.set(page, elements);
    }
    elements.set(number & (SIZE - 1), element);
  }

  /** An element; null if it was not set. */
  @Nullable T get(int number) {
    AtomicReferenceArray<AtomicReferenceArray<T>> all = pages;
    int page = number >>> BITS;
    AtomicReferenceArray<T> elements = page < all.length() ? all.get(page) : null;
    return elements == null ? null : elements.get(number & (SIZE - 1));
  }
}
