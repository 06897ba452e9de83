package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart of one or more series over categories.
 *
 * @param id its name within the report
 * @param title its heading
 * @param kind how it is drawn
 * @param categories the names along the axis, or of the slices of a pie
 * @param series the series, with distinct names; a pie shows the first one
 */
public record ChartBlock(
    String id, String title, Kind kind, List<String> categories, List<Series> series)
    implements Block {

  /** How a chart is drawn. */
  public enum Kind {
    /** Bars side by side. */
    BAR,
    /** Bars on top of each other. */
    STACKED_BAR,
    /** Lines. */
    LINE,
    /** Slices of a disc. */
    PIE
  }

  /**
   * A series of values, one for each category.
   *
   * @param name its name
   * @param values the values; nothing where a value is not known
   * @param colour its colour, such as {@code #b2182b}, or nothing if the renderer chooses
   */
  public record Series(String name, List<Optional<BigDecimal>> values, Optional<String> colour) {

    /** Checks that the parts are there. */
    public Series {
      ReportChecks.text("name of a series", name);
      values = List.copyOf(values);
      colour.ifPresent(value -> ColourClass.of("series", name, value, Symbol.CIRCLE));
    }

    /**
     * A series in a colour that the renderer chooses.
     *
     * @param name its name
     * @param values the values; nothing where a value is not known
     * @return the series
     * @throws IllegalArgumentException if the name is blank
     */
    public static Series of(String name, List<Optional<BigDecimal>> values) {
      return new Series(name, values, Optional.empty());
    }

    /**
     * The same series in a colour.
     *
     * @param newColour six hexadecimal digits in lower case after a {@code #}
     * @return the series
     * @throws IllegalArgumentException if it is no colour
     */
    public Series withColour(String newColour) {
      return new Series(name, values, Optional.of(newColour));
    }
  }

  /** Checks that each series has a value for every category. */
  public ChartBlock {
    Checks.name("block", id);
    ReportChecks.text("title of block (" + id + ")", title);
    Objects.requireNonNull(kind, "kind");
    categories = List.copyOf(categories);
    series = ReportChecks.distinct("series", series, Series::name);
    for (Series each : series) {
      if (each.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            "The series (%s) of chart (%s) has %d values and must have %d."
                .formatted(each.name(), id, each.values().size(), categories.size()));
      }
    }
  }

  /**
   * A chart.
   *
   * @param id its name within the report
   * @param title its heading
   * @param kind how it is drawn
   * @param categories the names along the axis
   * @param series the series, each with a value for every category
   * @return the block
   * @throws IllegalArgumentException if a series has another number of values, or a name is wrong
   */
  public static ChartBlock of(
      String id, String title, Kind kind, List<String> categories, List<Series> series) {
    return new ChartBlock(id, title, kind, categories, series);
  }
}
