package io.foodsafety.examples.cli;

import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchivePart;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an archive holds, as a table or one line of JSON. */
final class ArchiveOutput {

  private ArchiveOutput() {}

  static void print(ArchiveHeader header, Run run) throws IOException {
    if (run.json()) {
      run.result().line(Problems.toJson("archive", fields(header)));
      return;
    }
    List<String> titles = List.of(run.text("ARCHIVE", "存档"), "");
    try (Table table = new Table(titles, run.result()::line)) {
      for (ArchivePart part : header.parts()) {
        if (part.count() > 0) {
          table.row(List.of(part.name(), String.valueOf(part.count())));
        }
      }
      table.row(List.of(run.text("zone", "时区"), header.zone().getId()));
      table.row(List.of(run.text("sealed", "已封存"), String.valueOf(header.root().size())));
      table.row(List.of(run.text("root", "树根"), header.root().root()));
    }
  }

  private static Map<String, @Nullable Object> fields(ArchiveHeader header) {
    Map<String, @Nullable Object> collections = new LinkedHashMap<>();
    Map<String, @Nullable Object> logs = new LinkedHashMap<>();
    for (ArchivePart part : header.parts()) {
      (part.kind() == ArchivePart.Kind.COLLECTION ? collections : logs)
          .put(part.name(), BigDecimal.valueOf(part.count()));
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("format", BigDecimal.valueOf(ArchiveHeader.FORMAT));
    fields.put("zone", header.zone().getId());
    fields.put("collections", collections);
    fields.put("logs", logs);
    fields.put("entries", BigDecimal.valueOf(header.entries()));
    fields.put("digest", header.root().digest());
    fields.put("sealed", BigDecimal.valueOf(header.root().size()));
    fields.put("root", header.root().root());
    fields.put("checksum", header.checksum());
    return fields;
  }
}
