package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.util.List;

/**
 * A table.
 *
 * @param id its name within the report
 * @param title its heading
 * @param columns its columns, with distinct names
 * @param rows its rows, each with a cell for every column
 */
public record TableBlock(String id, String title, List<Column> columns, Rows<List<Cell>> rows)
    implements Block {

  /** Checks the columns. */
  public TableBlock {
    Checks.name("block", id);
    ReportChecks.text("title of block (" + id + ")", title);
    columns = ReportChecks.distinct("column", columns, Column::name);
    rows = checked(id, columns.size(), rows);
  }

  /**
   * A table.
   *
   * @param id its name within the report
   * @param title its heading
   * @param columns its columns, with distinct names
   * @param rows its rows, each with a cell for every column
   * @return the block
   * @throws IllegalArgumentException if the id is not well-formed, the title is blank, or two
   *     columns have one name; a row of another length is found when the rows are gone through
   */
  public static TableBlock of(
      String id, String title, List<Column> columns, Rows<List<Cell>> rows) {
    return new TableBlock(id, title, columns, rows);
  }

  private static Rows<List<Cell>> checked(String id, int width, Rows<List<Cell>> rows) {
    return () ->
        rows.stream()
            .map(
                row -> {
                  if (row.size() != width) {
                    throw new IllegalArgumentException(
                        "A row of table (%s) has %d cells and must have %d."
                            .formatted(id, row.size(), width));
                  }
                  return row;
                });
  }
}
