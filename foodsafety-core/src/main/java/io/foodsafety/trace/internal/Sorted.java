package io.foodsafety.trace.internal;

import java.util.Comparator;
import java.util.List;

/** Lists in order, to which elements are added. */
final class Sorted {

  private Sorted() {}

  /** Puts an element where it belongs, after those that are equal; looks at the end first. */
  static <T> void insert(List<T> sorted, T element, Comparator<T> order) {
    int low = 0;
    int high = sorted.size();
    int middle = high - 1;
    while (low < high) {
      if (order.compare(sorted.get(middle), element) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
      middle = (low + high) >>> 1;
    }
    sorted.add(low, element);
  }
}
