package io.foodsafety.form;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    IssueCollector issues = new IssueCollector();
    Map<String, String> wording = new LinkedHashMap<>();
    issues.attempt(
        () -> {
          SourceTable table = SourceTable.read(bytes(csv), csv.toString(), issues);
          int item = column(table, itemColumn, issues);
          int text = column(table, textColumn, issues);
          if (item >= 0 && text >= 0) {
            table.rows().forEach(row -> add(row, item, text, wording, issues));
          }
          return table;
        });
    if (issues.hasErrors()) {
      throw new FormException(issues.issues());
    }
    return Collections.unmodifiableMap(wording);
  }

  private static byte[] bytes(Path csv) {
    try {
      return Files.readAllBytes(csv);
    } catch (IOException e) {
      throw new FormException(
          List.of(
              FormIssues.UNREADABLE
                  .at(new Location(csv.toString(), 0, ""))
                  .with("file", csv)
                  .with("fault", e.getClass().getSimpleName())
                  .build()));
    }
  }

  private static int column(SourceTable table, String name, IssueCollector issues) {
    int index = table.columns().indexOf(name);
    if (index < 0) {
      issues.add(
          FormIssues.UNKNOWN_NAME
              .at(table.location())
              .with("what", "column")
              .with("name", name)
              .with("nearest", NearestNames.of(name, table.columns()))
              .build());
    }
    return index;
  }

  private static void add(
      SourceTable.Row row, int item, int text, Map<String, String> wording, IssueCollector issues) {
    String number = row.cells().get(item);
    if (wording.putIfAbsent(number, row.cells().get(text)) != null) {
      issues.add(
          FormIssues.DUPLICATE_NAME
              .at(row.location())
              .with("what", "item")
              .with("name", number)
              .build());
    }
  }
}
