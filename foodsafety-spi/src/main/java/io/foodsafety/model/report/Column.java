package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name its name in machine-readable outputs
 * @param title its heading
 * @param type what its cells hold
 */
public record Column(String name, String title, Type type) {

  /** What the cells of a column hold. */
  public enum Type {
    /** Text. */
    TEXT,
    /** Decimal numbers. */
    NUMBER,
    /** Dates. */
    DATE
  }

  /** Checks the name and the title. */
  public Column {
    Checks.name("column", name);
    ReportChecks.text("title of column (" + name + ")", title);
    Objects.requireNonNull(type, "type");
  }

  /**
   * A column.
   *
   * @param name its name in machine-readable outputs
   * @param title its heading
   * @param type what its cells hold
   * @return the column
   * @throws IllegalArgumentException if the name is not well-formed or the title is blank
   */
  public static Column of(String name, String title, Type type) {
    return new Column(name, title, type);
  }
}
