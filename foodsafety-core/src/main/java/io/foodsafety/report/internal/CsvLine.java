package io.foodsafety.report.internal;

import io.foodsafety.model.report.Cell;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes lines of comma-separated values. A text that a spreadsheet would take for a formula begins
 * with an apostrophe, if guarded; numbers never do, so that negative ones stay numbers.
 */
final class CsvLine {

  /** What a formula can begin with, also in full width, which some spreadsheets accept. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final Writer out;
  private final boolean guarded;
  private boolean first = true;

  CsvLine(Writer out, boolean guarded) {
    this.out = out;
    this.guarded = guarded;
  }

  void cell(Cell cell) throws IOException {
    if (cell instanceof Cell.Text text) {
      text(text.value());
    } else {
      write(cell.plain().orElse(""));
    }
  }

  void text(String value) throws IOException {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    write(guarded && formula ? "'" + value : value);
  }

  void end() throws IOException {
    out.write("\r\n");
    first = true;
  }

  private void write(String value) throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
    if (value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      out.write('"' + value.replace("\"", "\"\"") + '"');
    } else {
      out.write(value);
    }
  }
}
