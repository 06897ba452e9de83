package io.foodsafety.examples.newyork;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Inspection results of New York City's restaurants, CSV with a header, as packaged from the city's
 * open data: one row per graded or scored inspection. A restaurant becomes a {@code subject} when
 * its first row comes, every row an {@code inspection}. Ids of restaurants are held in memory, rows
 * are not. Safe for use by many threads.
 */
public final class NewYorkInspections implements RecordFormat {

  /** The columns, in this order. */
  static final List<String> COLUMNS =
      List.of(
          "restaurant_id",
          "borough",
          "cuisine",
          "zipcode",
          "lon",
          "lat",
          "inspection_date",
          "grade",
          "score");

  /** A row does not have the columns of the header. */
  static final IssueType COLUMN_COUNT =
      IssueType.error(
          "FS-NYC-0001",
          "The row has {count} columns and must have {expected}.",
          "该行有 {count} 列，应有 {expected} 列。",
          "Maybe a text with a comma lacks its quotation marks.",
          "含逗号的文本可能缺少引号。");

  /** A value is not a number. */
  static final IssueType NOT_A_NUMBER =
      IssueType.error(
          "FS-NYC-0002",
          "The value ({value}) of the column ({column}) is not a number.",
          "列（{column}）的值（{value}）不是数字。",
          "Correct it, or leave it empty.",
          "请更正或留空。");

  /** The rest of the file is no CSV, or no text. */
  static final IssueType NOT_CSV =
      IssueType.error(
          "FS-NYC-0003",
          "The file cannot be read from here on: {cause}.",
          "文件自此处起无法读取：{cause}。",
          "Maybe a quotation mark is not closed.",
          "引号可能未闭合。");

  /** A row has bytes that are not UTF-8. */
  static final IssueType NOT_UTF8 =
      IssueType.error(
          "FS-NYC-0004",
          "The row is not UTF-8.",
          "该行不是 UTF-8 编码。",
          "Save the file as UTF-8.",
          "请将文件另存为 UTF-8。");

  /** What a decoder puts in the place of bytes that it cannot read. */
  private static final String REPLACEMENT = "\uFFFD";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String HEADER = String.join(",", COLUMNS);

  /** The format; it has no settings. */
  public NewYorkInspections() {}

  @Override
  public String name() {
    return "nyc-inspections";
  }

  /** {@return whether the first line is the header of this format} */
  @Override
  public boolean sniff(byte[] head) {
    String text = new String(head, UTF_8);
    String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return unmarked.lines().findFirst().map(line -> line.strip().equals(HEADER)).orElse(false);
  }

  @Override
  public void read(InputStream in, String source, RecordSink sink) throws IOException {
    // Not closed: the stream stays open.
    CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(new InputStreamReader(in, UTF_8));
    Set<String> known = new HashSet<>();
    long line = 1;
    try {
      for (CsvRecord row : rows) {
        line = row.getStartingLineNumber();
        if (line > 1) {
          readRow(row.getFields(), Location.line(source, Math.toIntExact(line)), known, sink);
        }
      }
    } catch (CsvParseException e) {
      sink.reject(
          NOT_CSV
              .at(Location.line(source, Math.toIntExact(line)))
              .with("cause", String.valueOf(e.getMessage()))
              .build());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void readRow(
      List<String> fields, Location location, Set<String> known, RecordSink sink)
      throws IOException {
    if (fields.size() != COLUMNS.size()) {
      sink.reject(
          COLUMN_COUNT
              .at(location)
              .with("count", fields.size())
              .with("expected", COLUMNS.size())
              .build());
      return;
    }
    if (fields.stream().anyMatch(field -> field.contains(REPLACEMENT))) {
      sink.reject(NOT_UTF8.at(location).build());
      return;
    }
    InspectionRow row = new InspectionRow(fields, location);
    if (!row.faults().isEmpty()) {
      sink.reject(row.faults().get(0));
      return;
    }
    if (known.add(row.restaurant())) {
      sink.accept(row.toSubject());
    }
    sink.accept(row.toInspection());
  }
}
