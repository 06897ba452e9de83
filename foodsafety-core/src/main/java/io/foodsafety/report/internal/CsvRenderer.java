package io.foodsafety.report.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.Column;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.ReportTables;
import io.foodsafety.model.report.TableBlock;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes one table of a report as comma-separated values by RFC 4180, row by row. */
public final class CsvRenderer implements ReportRenderer {

  private static final ConfigKey<String> TABLE =
      ConfigKey.text("table")
          .withDefault("first")
          .since("0.2")
          .doc(
              "The id of the table, such as businesses.reasons; without it the first.",
              "要输出的表，例如 businesses.reasons；默认第一张表。");

  private static final ConfigKey<Boolean> NAMES =
      ConfigKey.bool("names")
          .withDefault(false)
          .since("0.2")
          .doc(
              "Whether the heading holds the names of columns instead of their titles.",
              "表头是否用列名代替标题。");

  private static final ConfigKey<Boolean> BOM =
      ConfigKey.bool("bom")
          .withDefault(true)
          .since("0.2")
          .doc(
              "Whether a byte order mark comes first, without which Excel misreads Chinese.",
              "是否以字节顺序标记开头；没有它 Excel 会误读中文。");

  private static final ConfigKey<Boolean> GUARD =
      ConfigKey.bool("formula-guard")
          .withDefault(true)
          .since("0.2")
          .doc(
              "Whether an apostrophe is put before text that a spreadsheet would take for a"
                  + " formula.",
              "是否在可能被当作公式的文本前加撇号。");

  /** A renderer. */
  public CsvRenderer() {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public String fileExtension() {
    return "csv";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(TABLE, NAMES, BOM, GUARD, Settings.CRS);
  }

  @Override
  public void render(Report report, Config config, OutputStream out) throws IOException {
    TableBlock table = choose(report, config);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    if (config.get(BOM)) {
      writer.write('\ufeff');
    }
    boolean names = config.get(NAMES);
    CsvLine line = new CsvLine(writer, config.get(GUARD));
    for (Column column : table.columns()) {
      line.text(names ? column.name() : column.title());
    }
    line.end();
    try (Stream<List<Cell>> rows = table.rows().stream()) {
      for (Iterator<List<Cell>> each = rows.iterator(); each.hasNext(); ) {
        for (Cell cell : each.next()) {
          line.cell(cell);
        }
        line.end();
      }
    }
    writer.flush();
  }

  private static TableBlock choose(Report report, Config config) {
    List<TableBlock> tables = ReportTables.of(report, config.get(Settings.CRS));
    String wanted = config.get(TABLE);
    return tables.stream()
        .filter(table -> table.id().equals(wanted))
        .findFirst()
        .or(() -> wanted.equals("first") ? tables.stream().findFirst() : Optional.empty())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The report (%s) has no table (%s); it has %s."
                        .formatted(
                            report.id(), wanted, tables.stream().map(TableBlock::id).toList())));
  }
}
