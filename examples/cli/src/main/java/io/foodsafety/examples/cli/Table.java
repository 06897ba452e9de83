package io.foodsafety.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in columns. The widths are those of the first rows; longer cells of later rows push the
 * rest of their row aside, so that a table of any length needs little memory.
 */
final class Table implements Closeable {

  private static final int MEASURED_ROWS = 500;
  private static final int MAX_WIDTH = 64;
  private static final String GAP = "  ";

  /** Takes a line. */
  @FunctionalInterface
  interface LineConsumer {
    void accept(String line) throws IOException;
  }

  private final LineConsumer out;
  private final List<List<String>> held = new ArrayList<>();
  private final int[] widths;
  private boolean measured;

  Table(List<String> titles, LineConsumer out) {
    this.out = out;
    this.widths = new int[titles.size()];
    held.add(titles);
  }

  /**
   * Writes rows that are all there.
   *
   * @param title what stands above; nothing if it is empty
   * @param rows the titles of the columns, then the rows
   * @param leftColumns how many columns are not pushed to the right
   * @param result where to
   */
  static void print(String title, List<List<String>> rows, int leftColumns, ResultStream result)
      throws IOException {
    result.line("");
    if (!title.isEmpty()) {
      result.line(title);
    }
    int left = Math.min(leftColumns, rows.get(0).size());
    List<List<String>> aligned = Numbers.alignRight(rows, left);
    try (Table table = new Table(aligned.get(0), result::line)) {
      for (List<String> row : aligned.subList(1, aligned.size())) {
        table.row(row);
      }
    }
  }

  void row(List<String> cells) throws IOException {
    if (measured) {
      out.accept(line(cells));
      return;
    }
    held.add(cells);
    if (held.size() > MEASURED_ROWS) {
      close();
    }
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = DisplayWidth.printable(cells.get(i));
      line.append(cell);
      if (i < cells.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  /** Writes the rows that were held to be measured. */
  @Override
  public void close() throws IOException {
    if (measured) {
      return;
    }
    measured = true;
    for (List<String> cells : held) {
      for (int i = 0; i < widths.length; i++) {
        int width = DisplayWidth.of(DisplayWidth.printable(cells.get(i)));
        widths[i] = Math.max(widths[i], Math.min(width, MAX_WIDTH));
      }
    }
    for (List<String> cells : held) {
      out.accept(line(cells));
    }
    held.clear();
  }
}
