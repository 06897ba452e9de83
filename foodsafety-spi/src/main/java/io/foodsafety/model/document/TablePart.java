package io.foodsafety.model.document;

import java.util.List;
import java.util.Objects;

/**
 * A table, whose headings are repeated on every page that it reaches.
 *
 * @param title its heading; may be empty
 * @param columns its columns, at least one
 * @param rows its rows
 */
public record TablePart(String title, List<TableColumn> columns, List<TableRow> rows)
    implements DocumentPart {

  /** Checks that every row has a cell for every column. */
  public TablePart {
    Objects.requireNonNull(title, "title");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table has at least one column.");
    }
    for (TableRow row : rows) {
      if (!row.heading() && row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row has %d cells and must have %d.".formatted(row.cells().size(), columns.size()));
      }
    }
  }
}
