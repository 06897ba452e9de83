package io.foodsafety.benchmarks.rules;

import java.util.List;

/**
 * A row of a {@link FactTable}.
 *
 * @param number of two rows of a business the later one has the greater
 * @param day since 1970-01-01
 * @param values those of the columns of the kind, in the order of {@link FactKinds}
 */
record FactRow(int number, int day, List<Integer> values) {

  static FactRow of(FactTable table, int row) {
    List<Integer> values = table.columns().stream().map(column -> column.at(row)).toList();
    return new FactRow(row, table.days()[row], values);
  }

  /** {@return the value of a column; less than 0 if it is not known} */
  int at(int column) {
    return Math.max(-1, values.get(column));
  }
}
