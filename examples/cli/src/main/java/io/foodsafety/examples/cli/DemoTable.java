package io.foodsafety.examples.cli;

import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The grades of a report by division, as a table. */
final class DemoTable {

  private static final String NONE = "-";

  private DemoTable() {}

  /** The block of businesses of a report. */
  static BusinessBlock businesses(Report report) {
    return (BusinessBlock) report.blocks().get(0);
  }

  static void print(Report report, Run run) throws IOException {
    BusinessBlock block = businesses(report);
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    try (Stream<BusinessRow> rows = block.businesses().stream()) {
      rows.forEach(
          row ->
              counts
                  .computeIfAbsent(row.division(), code -> new HashMap<>())
                  .merge(row.grade().orElse(NONE), 1, Integer::sum));
    }
    List<String> labels = new ArrayList<>(block.scale().labels());
    labels.add(NONE);
    List<String> titles = new ArrayList<>();
    titles.add(run.text("DIVISION", "区划"));
    titles.addAll(labels);
    titles.add(run.text("ALL", "合计"));
    try (Table table = new Table(titles, run.result()::line)) {
      for (MapArea division : block.divisions()) {
        Map<String, Integer> own = counts.getOrDefault(division.code(), Map.of());
        List<String> cells = new ArrayList<>();
        cells.add(division.name());
        labels.forEach(label -> cells.add(String.valueOf(own.getOrDefault(label, 0))));
        cells.add(String.valueOf(own.values().stream().mapToInt(Integer::intValue).sum()));
        table.row(cells);
      }
    }
  }
}
