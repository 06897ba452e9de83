package io.foodsafety.risk;

import io.foodsafety.model.grade.GradeScale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How many businesses have which outcome under one policy and which under another: a matrix of the
 * grades of the one by the grades of the other, each with incomplete and none. Immutable.
 */
public final class GradeTransitions {

  private final List<GradeOutcome> rows;
  private final List<GradeOutcome> columns;
  private final Map<GradeOutcome, Map<GradeOutcome, Long>> counts;

  private GradeTransitions(
      List<GradeOutcome> rows,
      List<GradeOutcome> columns,
      Map<GradeOutcome, Map<GradeOutcome, Long>> counts) {
    this.rows = rows;
    this.columns = columns;
    this.counts = counts;
  }

  /** {@return the outcomes under the first policy: grades from best to worst, incomplete, none} */
  public List<GradeOutcome> rows() {
    return rows;
  }

  /** {@return the outcomes under the second policy: grades from best to worst, incomplete, none} */
  public List<GradeOutcome> columns() {
    return columns;
  }

  /**
   * The businesses in a cell.
   *
   * @param a the outcome under the first policy
   * @param b the outcome under the second policy
   * @return how many there are
   */
  public long count(GradeOutcome a, GradeOutcome b) {
    return counts.getOrDefault(a, Map.of()).getOrDefault(b, 0L);
  }

  /**
   * The businesses in a row.
   *
   * @param a the outcome under the first policy
   * @return how many there are
   */
  public long countRow(GradeOutcome a) {
    return columns.stream().mapToLong(b -> count(a, b)).sum();
  }

  /**
   * The businesses in a column.
   *
   * @param b the outcome under the second policy
   * @return how many there are
   */
  public long countColumn(GradeOutcome b) {
    return rows.stream().mapToLong(a -> count(a, b)).sum();
  }

  /** {@return how many businesses there are} */
  public long total() {
    return rows.stream().mapToLong(this::countRow).sum();
  }

  /**
   * The businesses that move in a direction.
   *
   * @param direction the direction from the first policy to the second
   * @return how many there are
   */
  public long count(GradeOutcome.Direction direction) {
    return sum(each -> each == direction);
  }

  /** {@return how many businesses do not keep their outcome} */
  public long moved() {
    return sum(each -> each != GradeOutcome.Direction.SAME);
  }

  private long sum(Predicate<GradeOutcome.Direction> directions) {
    long sum = 0;
    for (GradeOutcome a : rows) {
      for (GradeOutcome b : columns) {
        sum += directions.test(a.directionTo(b)) ? count(a, b) : 0;
      }
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GradeTransitions that
        && rows.equals(that.rows)
        && columns.equals(that.columns)
        && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, columns, counts);
  }

  /** {@return the counts by the outcomes of both policies} */
  @Override
  public String toString() {
    return counts.toString();
  }

  /** Counts; for one thread. */
  static final class Counter {
    private final List<GradeOutcome> rows;
    private final List<GradeOutcome> columns;
    private final long[][] cells;

    Counter(GradeScale a, GradeScale b) {
      rows = GradeOutcome.all(a);
      columns = GradeOutcome.all(b);
      cells = new long[rows.size()][columns.size()];
    }

    void add(GradeOutcome a, GradeOutcome b) {
      cells[rows.indexOf(a)][columns.indexOf(b)]++;
    }

    void add(Counter other) {
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          cells[row][column] += other.cells[row][column];
        }
      }
    }

    GradeTransitions end() {
      Map<GradeOutcome, Map<GradeOutcome, Long>> counts = new HashMap<>();
      for (int row = 0; row < cells.length; row++) {
        Map<GradeOutcome, Long> cellsOfRow = new HashMap<>();
        for (int column = 0; column < cells[row].length; column++) {
          cellsOfRow.put(columns.get(column), cells[row][column]);
        }
        counts.put(rows.get(row), Map.copyOf(cellsOfRow));
      }
      return new GradeTransitions(rows, columns, Map.copyOf(counts));
    }
  }
}
