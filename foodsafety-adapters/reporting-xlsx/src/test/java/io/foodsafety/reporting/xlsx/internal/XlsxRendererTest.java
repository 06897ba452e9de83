package io.foodsafety.reporting.xlsx.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.TextBlock;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.report.ReportRendererContract;
import io.foodsafety.testkit.report.SampleReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxRendererTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new XlsxRenderer();
  }

  /** The parts of the workbook, without the one that says when it was written. */
  @Override
  protected byte[] comparable(byte[] written) throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().equals("docProps/core.xml")) {
          parts.writeBytes(entry.getName().getBytes(UTF_8));
          parts.writeBytes(zip.readAllBytes());
        }
      }
    }
    return parts.toByteArray();
  }

  @Test
  void everyTableIsASheet() throws IOException {
    try (ReadableWorkbook book = read(SampleReport.of(Locale.CHINA, 30, 1))) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly(
              "食品生产经营者", "食品生产经营者：评级理由", "食品生产经营者：历史等级", "食品生产经营者：待办", "各季度检查次数", "数据来源");
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(31);
      assertThat(rows.get(0).getCellText(1)).isEqualTo("名称");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("S00001");
    }
  }

  @Test
  void noTextIsAFormula() throws IOException {
    try (ReadableWorkbook book = read(SampleReport.of(Locale.ENGLISH, 30, 1))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows)
          .allSatisfy(
              row ->
                  assertThat(row.stream().filter(cell -> cell != null))
                      .noneMatch(cell -> cell.getType() == CellType.FORMULA));
      assertThat(rows.get(6).getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(6).getCellText(1))
          .isEqualTo("=HYPERLINK(\"http://example.invalid\",\"click\")");
      assertThat(rows.get(10).getCellText(1)).isEqualTo("𠮷野家🍜 (beyond the basic plane)");
    }
  }

  @Test
  void numbersAndDatesAreNumbersAndDates() throws IOException {
    try (ReadableWorkbook book = read(SampleReport.of(Locale.ENGLISH, 3, 1))) {
      List<Row> rows = book.findSheet("Sources").orElseThrow().read();
      assertThat(rows.get(2).getCellAsNumber(1)).contains(new BigDecimal("-1.5"));
      assertThat(rows.get(1).getCellAsDate(2)).contains(LocalDate.of(2026, 3, 1).atStartOfDay());
      assertThat(rows.get(2).getOptionalCell(2)).isEmpty();
    }
  }

  @Test
  void aLongTableGoesOnInAnotherSheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxRenderer(12).render(SampleReport.of(Locale.ENGLISH, 30, 1), config(), out);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(book.getSheets().map(Sheet::getName))
          .startsWith("Businesses", "Businesses (2)", "Businesses (3)", "Businesses  reasons");
      assertThat(book.findSheet("Businesses (3)").orElseThrow().read()).hasSize(1 + 6);
    }
  }

  @Test
  void aLargeCityIsWrittenWhileItIsRead() throws IOException {
    long[] least = {Long.MAX_VALUE};
    long[] written = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            written[0] += length;
          }
        };
    Report city = SampleReport.of(Locale.CHINA, 4000, 1);
    new XlsxRenderer()
        .render(
            ReportProbe.watching(city, 3999, () -> least[0] = Math.min(least[0], written[0])),
            config(),
            counting);
    // Most of the first sheet had left the memory when its last row was read.
    assertThat(least[0]).isGreaterThan(100_000);
  }

  @Test
  void namesOfSheetsAreWellFormed() {
    SheetNames names = new SheetNames();
    assertThat(names.of("a/b: [c]*?\\")).isEqualTo("a b   c");
    assertThat(names.of("A B   C")).isEqualTo("A B   C (2)");
    assertThat(names.of("'")).isEqualTo("_");
    assertThat(names.of("History")).isEqualTo("History_");
    assertThat(names.of("x".repeat(30) + "𠮷")).isEqualTo("x".repeat(30));
  }

  @Test
  void aReportWithoutTablesIsRefused() {
    Report text =
        Report.builder("r", "R", Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC)
            .block(TextBlock.of("t", "T", List.of()))
            .build();
    assertThatThrownBy(() -> render(text, Map.of())).hasMessage("The report (r) has no table.");
  }

  private Config config() {
    return Config.parse(renderer().configKeys(), Map.of());
  }

  private ReadableWorkbook read(Report report) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(render(report, Map.of())));
  }
}
