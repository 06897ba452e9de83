package io.foodsafety.trace.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Lists in order, to which elements are added. */
final class Sorted {

  private Sorted() {}

  /** Puts an element where it belongs, after those that are equal; looks at the end first. */
  static <T, K> void insert(List<T> sorted, T element, Function<T, K> key, Comparator<K> order) {
    if (sorted.isEmpty()) {
      sorted.add(element);
      return;
    }
    K wanted = key.apply(element);
    int low = 0;
    int high = sorted.size();
    int middle = high - 1;
    while (low < high) {
      if (order.compare(key.apply(sorted.get(middle)), wanted) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
      middle = (low + high) >>> 1;
    }
    sorted.add(low, element);
  }
}
