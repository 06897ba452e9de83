package io.foodsafety.trace.internal;

import java.util.Arrays;
import java.util.List;

/**
 * A list that only grows. Written by one thread, read by many.
 *
 * @param <T> the type of the elements
 */
final class GrowingList<T> {

  private T[] elements;
  private volatile int size;

  @SuppressWarnings("unchecked") // nobody else sees the array
  GrowingList() {
    elements = (T[]) new Object[2];
  }

  void add(T element) {
    T[] all = elements;
    if (size == all.length) {
      all = Arrays.copyOf(all, 2 * size);
    }
    all[size] = element;
    elements = all;
    size = size + 1; // after the array, so that a reader finds what it counts
  }

  /** The elements until now. */
  List<T> elements() {
    int count = size;
    return Arrays.asList(elements).subList(0, count);
  }
}
