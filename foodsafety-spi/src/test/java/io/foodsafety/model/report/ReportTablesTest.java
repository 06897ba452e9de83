package io.foodsafety.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.report.ChartBlock.Series;
import io.foodsafety.model.report.MapBlock.MapPoint;
import io.foodsafety.model.subject.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTablesTest {

  private static final Legend LEGEND =
      Legend.of(ColourClass.of("red", "Red, high", "#b2182b", Symbol.TRIANGLE));
  private static final GradeScale SCALE =
      GradeScale.of("risk", GradeScale.Better.LOWER, List.of("A", "B"));
  private static final GeoPoint PLACE = GeoPoint.of(39.915, 116.404);

  @Test
  void businessesGiveFourTables() {
    List<TableBlock> tables = tables(CoordinateSystem.WGS84, Locale.ENGLISH, businesses());
    assertThat(tables)
        .extracting(TableBlock::id)
        .containsExactly("b", "b.reasons", "b.history", "b.due");
    assertThat(plain(tables.get(0)))
        .containsExactly(
            List.of(
                "S1",
                "Lotus",
                "110101",
                "Dongcheng",
                "Catering",
                "canteen",
                "B",
                "38.50",
                "Red, high",
                "A",
                "2026-03-01",
                "39.915000",
                "116.404000",
                "late"),
            List.of("S2", "Peony", "", "", "", "", "", "", "Red, high", "", "", "", "", ""));
    assertThat(plain(tables.get(1)))
        .containsExactly(
            List.of("S1", "Lotus", "i1", "Area", "scored", "0", "480 m²", "", "F1 F2", "art. 1"),
            List.of("S1", "Lotus", "i2", "Tests", "missing", "", "", "no test", "", ""));
    assertThat(plain(tables.get(2)))
        .containsExactly(List.of("S1", "Lotus", "2025-01-01", "A", "3", "Red, high"));
    assertThat(plain(tables.get(3)))
        .containsExactly(List.of("S1", "Lotus", "Inspection", "2026-03-01"));
  }

  @Test
  void headingsAreInTheLanguageOfTheReport() {
    List<TableBlock> tables = tables(CoordinateSystem.WGS84, Locale.CHINA, businesses());
    assertThat(tables.get(0).columns()).extracting(Column::title).contains("行政区划", "等级");
    assertThat(tables.get(0).columns()).extracting(Column::name).contains("division", "grade");
    assertThat(tables.get(1).title()).isEqualTo("Businesses：评级理由");
  }

  @Test
  void positionsAreInTheSystemAskedFor() {
    List<String> row =
        plain(tables(CoordinateSystem.GCJ02, Locale.ENGLISH, businesses()).get(0)).get(0);
    assertThat(row).contains("39.916404", "116.410244");
  }

  @Test
  void chartsAndMapsAreTablesToo() {
    ChartBlock chart =
        ChartBlock.of(
            "c",
            "Chart",
            ChartBlock.Kind.BAR,
            List.of("x", "y"),
            List.of(Series.of("n", List.of(Optional.of(BigDecimal.TEN), Optional.empty()))));
    MapBlock map =
        MapBlock.of(
            "m",
            "Map",
            LEGEND,
            List.of(
                MapArea.of(
                        "r",
                        "MapArea",
                        List.of(
                            Polygon.of(
                                List.of(GeoPoint.of(0, 0), GeoPoint.of(0, 1), GeoPoint.of(1, 0)),
                                List.of())))
                    .withColourClass("red")),
            List.of(MapPoint.of("Point", PLACE, "red")));
    List<TableBlock> tables = tables(CoordinateSystem.WGS84, Locale.ENGLISH, chart, map);
    assertThat(plain(tables.get(0))).containsExactly(List.of("x", "10"), List.of("y", ""));
    assertThat(plain(tables.get(1))).containsExactly(List.of("r", "MapArea", "Red, high"));
    assertThat(tables.get(2).id()).isEqualTo("m.points");
    assertThat(plain(tables.get(2)))
        .containsExactly(List.of("Point", "Red, high", "39.915000", "116.404000"));
  }

  private static BusinessBlock businesses() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    BusinessRow lotus =
        BusinessRow.builder("S1", "Lotus", "red")
            .division("110101")
            .segment("catering", "canteen")
            .grade("B")
            .nextGrade("A")
            .score(new BigDecimal("38.50"))
            .remark("late")
            .location(PLACE)
            .nextInspection(day)
            .lines(
                List.of(
                    ReasonLine.scored("i1", "Area", BigDecimal.ZERO)
                        .withValue("480 m²")
                        .withEvidence(List.of(Evidence.of("F1", "2024"), Evidence.of("F2", "")))
                        .withBasis("art. 1"),
                    ReasonLine.missing("i2", "Tests", "no test")))
            .history(
                List.of(PastGrade.of(LocalDate.of(2025, 1, 1), "A", BigDecimal.valueOf(3), "red")))
            .due(List.of(DueItem.of("Inspection", day)))
            .build();
    return BusinessBlock.builder("b", "Businesses", LEGEND, SCALE)
        .divisions(List.of(MapArea.of("110101", "Dongcheng", List.of())))
        .segments(List.of(Label.of("catering", "Catering")))
        .businesses(Rows.of(List.of(lotus, BusinessRow.builder("S2", "Peony", "red").build())))
        .build();
  }

  private static List<TableBlock> tables(CoordinateSystem system, Locale locale, Block... blocks) {
    Report.Builder report =
        Report.builder("r", "Report", locale, Instant.EPOCH, ZoneOffset.UTC)
            .block(TextBlock.of("text", "Text", List.of("not a table")));
    for (Block block : blocks) {
      report.block(block);
    }
    return ReportTables.of(report.build(), system);
  }

  private static List<List<String>> plain(TableBlock table) {
    return table.rows().stream()
        .map(row -> row.stream().map(cell -> cell.plain().orElse("")).toList())
        .toList();
  }
}
