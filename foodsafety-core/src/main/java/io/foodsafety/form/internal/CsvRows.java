package io.foodsafety.form.internal;

import java.util.ArrayList;
import java.util.List;

/** Rows of comma-separated values (RFC 4180): quoted cells may hold commas, quotes and breaks. */
public final class CsvRows {

  private static final int END = -1;

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private int position;
  private int line = 1;

  /**
   * A row.
   *
   * @param line the line on which it begins
   * @param cells its cells
   */
  public record Row(int line, List<String> cells) {
    /** The cell of a column; empty if the row is shorter. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  private CsvRows(String text) {
    this.text = text;
  }

  /** The rows of a text, without those that are blank. */
  public static List<Row> of(String text) {
    CsvRows reader = new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text);
    while (reader.peek() != END) {
      reader.row();
    }
    return reader.rows;
  }

  private int peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private void row() {
    int begin = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (peek() == ',') {
      position++;
      cells.add(cell());
    }
    if (peek() == '\r') {
      position++;
    }
    if (peek() == '\n') {
      position++;
      line++;
    }
    if (cells.size() > 1 || !cells.get(0).isBlank()) {
      rows.add(new Row(begin, List.copyOf(cells)));
    }
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    while (peek() != END) {
      char next = text.charAt(position);
      if (next == '"') {
        boolean doubled = quoted && text.startsWith("\"\"", position);
        if (doubled) {
          cell.append(next);
          position++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (next == ',' || next == '\n' || next == '\r')) {
        return cell.toString();
      } else {
        line += next == '\n' ? 1 : 0;
        cell.append(next);
      }
      position++;
    }
    return cell.toString();
  }
}
