package io.foodsafety.model.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that can be gone through several times without being held in memory. Safe for use by many
 * threads; a stream belongs to one.
 *
 * @param <T> what a row is
 */
@FunctionalInterface
public interface Rows<T> {

  /**
   * Opens the rows from the first to the last, in the same order at every call.
   *
   * @return the rows; the caller closes the stream
   */
  Stream<T> stream();

  /**
   * Rows held in memory.
   *
   * @param rows the rows
   * @param <T> what a row is
   * @return the same rows
   */
  static <T> Rows<T> of(List<T> rows) {
    List<T> copy = List.copyOf(rows);
    return copy::stream;
  }
}
