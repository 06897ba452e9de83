package io.foodsafety.form;

import io.foodsafety.form.internal.CsvRows;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The official words of a form, from a table (CSV, UTF-8, with a header row). The forms in the box
 * have short words of our own.
 */
public final class FormWording {

  private FormWording() {}

  /**
   * Reads the columns {@code item_no} and {@code text}.
   *
   * @param csv the file
   * @return texts by number of item, for {@link FormTemplate#withWording}
   * @throws FormException with everything that is wrong with the file
   */
  public static Map<String, String> read(Path csv) {
    return read(csv, "item_no", "text");
  }

  /**
   * Reads two columns of a table.
   *
   * @param csv the file
   * @param itemColumn the column of the number of the item
   * @param textColumn the column of the text
   * @return texts by number of item, in the order of the table
   * @throws FormException with everything that is wrong with the file
   */
  public static Map<String, String> read(Path csv, String itemColumn, String textColumn) {
    List<CsvRows.Row> rows;
    try {
      rows = CsvRows.of(Files.readString(csv, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unreadable(csv, e.getClass().getSimpleName());
    }
    if (rows.isEmpty()) {
      throw unreadable(csv, "it is empty");
    }
    List<String> header = rows.get(0).cells();
    List<Issue> issues = new ArrayList<>();
    int item = column(csv, header, itemColumn, issues);
    int text = column(csv, header, textColumn, issues);
    Map<String, String> wording = new LinkedHashMap<>();
    if (issues.isEmpty()) {
      for (CsvRows.Row row : rows.subList(1, rows.size())) {
        String number = row.cell(item).strip();
        if (!number.isEmpty() && wording.putIfAbsent(number, row.cell(text).strip()) != null) {
          issues.add(
              FormIssues.DUPLICATE_NAME
                  .at(Location.line(csv.toString(), row.line()))
                  .with("what", "item")
                  .with("name", number)
                  .build());
        }
      }
    }
    if (!issues.isEmpty()) {
      throw new FormException(issues);
    }
    return Collections.unmodifiableMap(wording);
  }

  private static int column(Path csv, List<String> header, String name, List<Issue> issues) {
    int index = header.indexOf(name);
    if (index < 0) {
      issues.add(
          FormIssues.UNKNOWN_NAME
              .at(Location.line(csv.toString(), 1))
              .with("what", "column")
              .with("name", name)
              .with("nearest", NearestNames.of(name, header))
              .build());
    }
    return index;
  }

  private static FormException unreadable(Path csv, String fault) {
    return new FormException(
        List.of(
            FormIssues.UNREADABLE
                .at(new Location(csv.toString(), 0, ""))
                .with("file", csv)
                .with("fault", fault)
                .build()));
  }
}
