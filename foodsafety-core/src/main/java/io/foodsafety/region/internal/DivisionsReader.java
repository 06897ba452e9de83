package io.foodsafety.region.internal;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.subject.Division;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table {@code divisions}: code, name, nameEn, parent, from, to, lat, lon, population;
 * all but the code and the name may be empty.
 */
final class DivisionsReader {

  private final IssueCollector issues;

  DivisionsReader(IssueCollector issues) {
    this.issues = issues;
  }

  Divisions read(Layers layers) {
    List<PackTable.Row> rows =
        layers
            .table(NamedTable.DIVISIONS.id(), LocalDate.MAX)
            .map(PackTable::rows)
            .orElse(List.of());
    List<Divisions.Entry> entries = new ArrayList<>();
    for (PackTable.Row row : rows) {
      issues.attempt(() -> entry(row)).ifPresent(entries::add);
    }
    if (!layers.isUnreadable(NamedTable.DIVISIONS.id())) {
      reportMissing(entries);
    }
    return Divisions.of(entries);
  }

  private void reportMissing(List<Divisions.Entry> entries) {
    for (Divisions.Entry entry : entries) {
      entry
          .parent()
          .filter(parent -> entries.stream().noneMatch(each -> each.code().equals(parent)))
          .ifPresent(
              parent ->
                  issues.add(
                      RegionIssues.MISSING_DIVISION
                          .at(entry.origin().location())
                          .with("parent", parent)
                          .with("division", entry.code())
                          .build()));
    }
  }

  private Divisions.Entry entry(PackTable.Row row) {
    DivisionCode code = code(row, "code").orElseThrow(() -> empty(row, "code"));
    String name = row.text("name").orElseThrow(() -> empty(row, "name"));
    Optional<LocalDate> from = Cells.date(row, "from", issues);
    Optional<LocalDate> to = Cells.date(row, "to", issues);
    Division division;
    try {
      division = new Division(code, name, from, to);
    } catch (IllegalArgumentException e) {
      throw Cells.bad(row, "to", String.valueOf(e.getMessage()), "a date after from", issues);
    }
    return new Divisions.Entry(
        division,
        row.text("nameEn").orElse(name),
        code(row, "parent"),
        degrees(row, "lat", 90),
        degrees(row, "lon", 180),
        row.text("population").map(text -> population(row, text)),
        row.origin());
  }

  private IssueCollector.Abandoned empty(PackTable.Row row, String column) {
    return Cells.bad(row, column, "It is empty.", "a text", issues);
  }

  private Optional<DivisionCode> code(PackTable.Row row, String column) {
    return row.text(column)
        .map(
            text -> {
              try {
                return DivisionCode.of(text);
              } catch (IllegalArgumentException e) {
                throw Cells.bad(
                    row, column, String.valueOf(e.getMessage()), "a code of GB/T 2260", issues);
              }
            });
  }

  private Optional<Double> degrees(PackTable.Row row, String column, int most) {
    return row.text(column)
        .map(
            text ->
                Cells.number(text)
                    .filter(number -> number.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                    .orElseThrow(
                        () ->
                            Cells.bad(
                                row,
                                column,
                                "It is no angle.",
                                "degrees from -%d to %d".formatted(most, most),
                                issues))
                    .doubleValue());
  }

  private Long population(PackTable.Row row, String text) {
    return Cells.number(text)
        .filter(number -> number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::longValueExact)
        .orElseThrow(
            () ->
                Cells.bad(
                    row, "population", "It is no number of people.", "a whole number", issues));
  }
}
