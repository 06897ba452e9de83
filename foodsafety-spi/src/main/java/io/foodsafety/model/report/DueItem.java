package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.time.LocalDate;

/**
 * Something that is to be done for or by a business.
 *
 * @param title what
 * @param date the last day for it
 */
public record DueItem(String title, LocalDate date) {

  /** Checks title and date. */
  public DueItem {
    ReportChecks.text("title of what is due", title);
    Checks.date("what is due", date);
  }

  /**
   * Something due.
   *
   * @param title what
   * @param date the last day for it
   * @return the item
   * @throws IllegalArgumentException if the title is blank
   */
  public static DueItem of(String title, LocalDate date) {
    return new DueItem(title, date);
  }
}
