package io.foodsafety.region;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of a region: rows with a key, each with its origin. Immutable.
 *
 * @param id its id
 * @param key the columns that tell its rows apart
 * @param columns all columns
 * @param rows the rows, in the order of the files
 * @param basis the law or rule it rests on, or empty
 * @param toBeLoaded why the host has to give its rows, if no source publishes them
 */
public record PackTable(
    String id,
    List<String> key,
    List<String> columns,
    List<Row> rows,
    String basis,
    Optional<String> toBeLoaded) {

  /** Copies the lists. */
  public PackTable {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * The row with a key.
   *
   * @param cells a cell for each column of the key, in its order
   * @return the row, or nothing
   * @throws IllegalArgumentException if the key has another number of columns
   */
  public Optional<Row> find(String... cells) {
    if (cells.length != key.size()) {
      throw new IllegalArgumentException(
          "The key of table (%s) has the columns %s.".formatted(id, key));
    }
    return rows.stream().filter(row -> row.key(key).equals(List.of(cells))).findFirst();
  }

  /**
   * A row.
   *
   * @param cells the cell of each column; empty cells are empty texts
   * @param origin where it comes from
   */
  public record Row(Map<String, String> cells, Origin origin) {

    /** Copies the cells, in their order. */
    public Row {
      cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * The cells of some columns.
     *
     * @param columns the columns
     * @return a cell for each
     */
    public List<String> key(List<String> columns) {
      List<String> key = new ArrayList<>();
      columns.forEach(column -> key.add(cells.getOrDefault(column, "")));
      return List.copyOf(key);
    }

    /**
     * A cell.
     *
     * @param column the column
     * @return its text; nothing if it is empty or there is no such column
     */
    public Optional<String> text(String column) {
      return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }

    /**
     * A cell with a number.
     *
     * @param column the column
     * @return its number; nothing if it is empty or there is no such column
     * @throws NumberFormatException if it is something else
     */
    public Optional<BigDecimal> number(String column) {
      return text(column).map(BigDecimal::new);
    }
  }
}
