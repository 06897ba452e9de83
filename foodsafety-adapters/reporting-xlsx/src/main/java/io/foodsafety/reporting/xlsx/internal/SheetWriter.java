package io.foodsafety.reporting.xlsx.internal;

import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.Column;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one sheet. Texts are written as text cells in place, never as formulas, and without a
 * table of shared texts that would grow with the rows.
 */
final class SheetWriter {

  /** Longest text of a cell. */
  private static final int LONGEST = 32_767;

  /** Rows after which what is held in memory is written out. */
  private static final int FLUSHED = 500;

  private static final int WIDE = 24;
  private static final int NARROW = 12;

  private final Worksheet sheet;
  private int rows;

  SheetWriter(Workbook workbook, String name, List<Column> columns) {
    this.sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, columns.get(i).type() == Column.Type.TEXT ? WIDE : NARROW);
      sheet.inlineString(0, i, fit(columns.get(i).title()));
      sheet.style(0, i).bold().fillColor("E9EEF4").set();
    }
    if (!columns.isEmpty()) {
      sheet.setAutoFilter(0, 0, columns.size() - 1);
    }
  }

  /** Rows written below the heading. */
  int rows() {
    return rows;
  }

  void write(List<Cell> cells) throws IOException {
    rows++;
    for (int i = 0; i < cells.size(); i++) {
      write(i, cells.get(i));
    }
    if (rows % FLUSHED == 0) {
      sheet.flush();
    }
  }

  private void write(int column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      sheet.inlineString(rows, column, fit(text.value()));
    } else if (cell instanceof Cell.Decimal decimal) {
      sheet.value(rows, column, decimal.value());
    } else if (cell instanceof Cell.Date date) {
      sheet.value(rows, column, date.value());
      sheet.style(rows, column).format("yyyy-mm-dd").set();
    }
  }

  void finish() throws IOException {
    sheet.finish();
  }

  private static String fit(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
