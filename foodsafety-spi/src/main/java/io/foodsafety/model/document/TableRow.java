package io.foodsafety.model.document;

import java.util.List;

/**
 * A row of a table.
 *
 * @param heading whether it is a heading over the rows below it, with one cell over all columns
 * @param cells the texts, empty where there is none
 */
public record TableRow(boolean heading, List<String> cells) {

  /** Copies the list. */
  public TableRow {
    cells = List.copyOf(cells);
    if (heading && cells.size() != 1) {
      throw new IllegalArgumentException(
          "A heading within a table has one cell and not %d.".formatted(cells.size()));
    }
  }

  /**
   * A row of cells.
   *
   * @param cells the texts, one for each column
   * @return the row
   */
  public static TableRow of(List<String> cells) {
    return new TableRow(false, cells);
  }

  /**
   * A heading over the rows below it.
   *
   * @param text the heading
   * @return the row
   */
  public static TableRow heading(String text) {
    return new TableRow(true, List.of(text));
  }
}
