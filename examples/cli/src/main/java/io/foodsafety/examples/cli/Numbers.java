package io.foodsafety.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them, and columns of them. */
final class Numbers {

  private Numbers() {}

  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String of(BigDecimal number) {
    return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }

  /** With a plus if it is above zero. */
  static String signed(BigDecimal number) {
    return number.signum() > 0 ? "+" + of(number) : of(number);
  }

  /** A range of whole numbers; one number if both ends are the same. */
  static String wholeRange(BigDecimal min, BigDecimal max) {
    String least = of(whole(min));
    String most = of(whole(max));
    return least.equals(most) ? least : least + "–" + most;
  }

  /** Rounded half up. */
  static BigDecimal whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP);
  }

  /** Rows whose cells are pushed to the right of their column, but for the first few columns. */
  static List<List<String>> alignRight(List<List<String>> rows, int leftColumns) {
    List<List<String>> aligned = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row.subList(0, leftColumns));
      for (int column = leftColumns; column < row.size(); column++) {
        int width = width(rows, column);
        cells.add(" ".repeat(width - DisplayWidth.of(row.get(column))) + row.get(column));
      }
      aligned.add(cells);
    }
    return aligned;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
  }
}
