package io.foodsafety.benchmarks.rules;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact that a business gets last: no other of its kind has a later day.
 *
 * @param kind the kind
 * @param day since 1970-01-01
 * @param values those of the columns of the kind, in their order
 */
public record NewFact(String kind, int day, List<Integer> values) {

  private static final int AFTER_FOUR_DIGITS = 10_000;

  /**
   * As a record of the library.
   *
   * @param business the id of the business
   * @param number of the fact among those of the business; of a later one it is greater
   */
  public Fact record(String business, int number) {
    return record(business, FactKinds.columns(kind), number);
  }

  Fact record(String business, List<Column> columns, int number) {
    Fact.Builder fact =
        Fact.builder(
            business + "-" + kind + "-" + fourDigits(number),
            kind,
            SubjectRef.business(business),
            Moment.of(LocalDate.ofEpochDay(day)));
    for (int i = 0; i < values.size(); i++) {
      Column column = columns.get(i);
      int value = values.get(i);
      if (value == Column.ABSENT) {
        continue;
      }
      if (column.name().equals(FactTable.UNTIL)) {
        fact.until(Moment.of(LocalDate.ofEpochDay(value)));
      } else {
        fact.attribute(column.name(), PopulationRecords.value(column, value));
      }
    }
    return fact.build();
  }

  /** So that facts of a kind are in the order of their ids. */
  private static String fourDigits(int number) {
    return String.valueOf(AFTER_FOUR_DIGITS + number).substring(1);
  }
}
