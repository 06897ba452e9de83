package io.foodsafety.benchmarks.rules;

import java.util.List;

/**
 * All facts of a kind in columns: those of a business side by side, by day. The arrays are the
 * table's own; nobody writes them.
 */
public final class FactTable {

  /** The name of the column that holds the last day of facts with a duration. */
  public static final String UNTIL = "$until";

  private final String kind;
  private final int[] offsets;
  private final short[] days;
  private final List<Column> columns;

  FactTable(String kind, int[] offsets, short[] days, List<Column> columns) {
    this.kind = kind;
    this.offsets = offsets;
    this.days = days;
    this.columns = columns;
  }

  /** {@return the kind} */
  public String kind() {
    return kind;
  }

  /** {@return where the facts of a business begin; one more than there are businesses} */
  public int[] offsets() {
    return offsets;
  }

  /** {@return the day of each fact, since 1970-01-01} */
  public short[] days() {
    return days;
  }

  /** {@return the attributes; {@link #UNTIL} among them if facts of the kind last} */
  public List<Column> columns() {
    return columns;
  }

  /** A column by its name. */
  public Column column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + " has no " + name + "."));
  }

  /** {@return how many facts there are} */
  public int rows() {
    return days.length;
  }
}
