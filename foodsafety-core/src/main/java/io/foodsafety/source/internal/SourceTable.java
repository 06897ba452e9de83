package io.foodsafety.source.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.foodsafety.model.issue.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A CSV document (RFC 4180) with a header, whose rows know their places.
 *
 * @param location where it begins
 * @param columns the names in the header
 * @param rows the rows, each with as many cells as there are columns
 */
public record SourceTable(Location location, List<String> columns, List<Row> rows) {

  /**
   * A row.
   *
   * @param location where it begins
   * @param cells its cells, without blanks around them
   */
  public record Row(Location location, List<String> cells) {}

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /**
   * Reads a table. Empty lines are no rows.
   *
   * @param bytes UTF-8, with or without a byte order mark
   * @param source the name of the file, for locations
   * @param issues takes what is wrong
   * @return the table; rows of another length than the header are left out
   * @throws IssueCollector.Abandoned if it has no usable header or is not well-formed
   */
  public static SourceTable read(byte[] bytes, String source, IssueCollector issues) {
    List<Row> lines = lines(SourceReader.text(bytes, source, issues), source, issues);
    Location start = Location.line(source, 1);
    List<String> columns = lines.isEmpty() ? List.of() : lines.get(0).cells();
    headerFault(columns)
        .ifPresent(
            fault -> {
              throw issues.abandon(
                  SourceIssues.TABLE_HEADER.at(start).with("fault", fault).build());
            });
    List<Row> rows = new ArrayList<>();
    for (Row row : lines.subList(1, lines.size())) {
      if (row.cells().size() == columns.size()) {
        rows.add(row);
      } else {
        issues.add(
            SourceIssues.ROW_LENGTH
                .at(row.location())
                .with("cells", row.cells().size())
                .with("columns", columns.size())
                .build());
      }
    }
    return new SourceTable(start, columns, List.copyOf(rows));
  }

  private static Optional<String> headerFault(List<String> columns) {
    if (columns.isEmpty()) {
      return Optional.of("there is none");
    }
    if (columns.contains("")) {
      return Optional.of("a column has no name");
    }
    HashSet<String> names = new HashSet<>();
    return columns.stream()
        .filter(name -> !names.add(name))
        .findFirst()
        .map(name -> "the column (" + name + ") stands twice");
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static List<Row> lines(String text, String source, IssueCollector issues) {
    List<Row> lines = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        List<String> cells = new ArrayList<>();
        int line = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          line = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
          cells.add(parser.getText());
        }
        if (cells.size() != 1 || !cells.get(0).isEmpty()) {
          lines.add(new Row(Location.line(source, line), List.copyOf(cells)));
        }
      }
      return lines;
    } catch (JsonProcessingException e) {
      throw issues.abandon(
          SourceIssues.TABLE_SYNTAX
              .at(Location.line(source, line(e)))
              .with("fault", e.getOriginalMessage())
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
