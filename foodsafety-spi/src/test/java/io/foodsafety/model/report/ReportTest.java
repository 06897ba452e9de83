package io.foodsafety.model.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.subject.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final GradeScale SCALE =
      GradeScale.of("risk", GradeScale.Better.LOWER, List.of("A", "B"));
  private static final Legend LEGEND =
      Legend.of(
          ColourClass.of("blue", "A", "#2166ac", Symbol.CIRCLE),
          ColourClass.of("red", "B", "#b2182b", Symbol.TRIANGLE));

  @Test
  void twoBlocksOfOneIdAreRefused() {
    Report.Builder report =
        Report.builder("r", "Report", Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC)
            .block(TextBlock.of("intro", "Introduction", List.of("text")));
    assertThatThrownBy(() -> report.block(TextBlock.of("intro", "Other", List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The report (r) must not have two blocks (intro).");
  }

  @Test
  void aRowOfAnUnknownClassDivisionOrSegmentIsFound() {
    assertRefused(BusinessRow.builder("S1", "Lotus", "green"), "colour class (green)");
    assertRefused(BusinessRow.builder("S1", "Lotus", "red").division("1"), "division (1)");
    assertRefused(BusinessRow.builder("S1", "Lotus", "red").segment("x", ""), "segment (x)");
  }

  private static void assertRefused(BusinessRow.Builder row, String message) {
    BusinessBlock block =
        BusinessBlock.builder("b", "Businesses", LEGEND, SCALE)
            .businesses(Rows.of(List.of(row.build())))
            .build();
    try (Stream<BusinessRow> rows = block.businesses().stream()) {
      assertThatThrownBy(rows::toList)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The %s of business (S1) must be one of block (b).", message);
    }
  }

  @Test
  void closingTheRowsClosesTheirSource() {
    boolean[] closed = new boolean[1];
    BusinessBlock block =
        BusinessBlock.builder("b", "Businesses", LEGEND, SCALE)
            .businesses(() -> Stream.<BusinessRow>empty().onClose(() -> closed[0] = true))
            .build();
    block.businesses().stream().close();
    assertThat(closed).containsExactly(true);
  }

  @Test
  void missingZeroAndNotApplicableAreThreeThings() {
    assertThat(ReasonLine.scored("i", "Item", BigDecimal.ZERO).points()).contains(BigDecimal.ZERO);
    assertThat(ReasonLine.missing("i", "Item", "no fact").points()).isEmpty();
    assertThat(ReasonLine.notApplicable("i", "Item").state().code()).isEqualTo("not-applicable");
    assertThatThrownBy(
            () ->
                new ReasonLine(
                    "i",
                    "Item",
                    ReasonLine.State.MISSING,
                    Optional.of(BigDecimal.ONE),
                    "",
                    "",
                    List.of(),
                    ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The line (i) is missing and has points.");
  }

  @Test
  void aTableRowHasACellForEveryColumn() {
    TableBlock table =
        TableBlock.of(
            "t",
            "Table",
            List.of(Column.of("a", "A", Column.Type.TEXT)),
            Rows.of(List.of(List.of(Cell.text("x"), Cell.text("y")))));
    assertThatThrownBy(() -> table.rows().stream().toList())
        .hasMessage("A row of table (t) has 2 cells and must have 1.");
  }

  @Test
  void aSeriesHasAValueForEveryCategory() {
    ChartBlock.Series series = ChartBlock.Series.of("s", List.of(Optional.of(BigDecimal.ONE)));
    assertThatThrownBy(
            () ->
                ChartBlock.of(
                    "c", "Chart", ChartBlock.Kind.BAR, List.of("a", "b"), List.of(series)))
        .hasMessage("The series (s) of chart (c) has 1 values and must have 2.");
  }

  @Test
  void coloursAreWrittenInOneWay() {
    assertThatThrownBy(() -> ColourClass.of("red", "Red", "red;}", Symbol.CROSS))
        .hasMessage("The colour (red;}) of class (red) must look like #b2182b.");
    assertThatThrownBy(() -> ChartBlock.Series.of("s", List.of()).withColour("#FFF"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMapUsesTheClassesOfItsLegend() {
    MapArea area = MapArea.of("360102", "Donghu", List.of()).withColourClass("green");
    assertThatThrownBy(() -> MapBlock.of("m", "Map", LEGEND, List.of(area), List.of()))
        .hasMessage("The colour class (green) of 360102 must be in the legend [blue, red].");
  }

  @Test
  void aRingHasThreeCorners() {
    GeoPoint one = GeoPoint.of(1, 1);
    GeoPoint two = GeoPoint.of(2, 2);
    assertThatThrownBy(() -> Polygon.of(List.of(one, two, one, two), List.of()))
        .hasMessage("A ring (4 points) must have at least three corners.");
  }
}
