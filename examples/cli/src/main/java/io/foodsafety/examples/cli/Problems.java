package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.issue.Severity;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems on standard error, one line each: text for people, or NDJSON. Used by one thread. */
final class Problems {

  private final Progress progress;
  private final boolean json;
  private final Locale locale;
  private long errors;

  Problems(Progress progress, boolean json, Locale locale) {
    this.progress = progress;
    this.json = json;
    this.locale = locale;
  }

  void report(Issue issue) {
    if (issue.severity() == Severity.ERROR) {
      errors++;
    }
    progress.problem(json ? toJson(issue) : issue.toLine(locale));
  }

  void reportAll(Collection<Issue> issues) {
    issues.forEach(this::report);
  }

  /** Whether something was refused. */
  boolean hasErrors() {
    return errors > 0;
  }

  private String toJson(Issue issue) {
    Location location = issue.location();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("severity", issue.severity().name().toLowerCase(Locale.ROOT));
    fields.put("code", issue.code());
    fields.put("source", location.source().isEmpty() ? null : location.source());
    fields.put("line", location.line() == 0 ? null : BigDecimal.valueOf(location.line()));
    fields.put("path", location.path().isEmpty() ? null : location.path());
    fields.put("message", issue.message(locale));
    fields.put("remedy", issue.remedy(locale));
    return toJson("issue", fields);
  }

  /** A line of NDJSON without its line break. */
  static String toJson(String type, Map<String, @Nullable Object> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Optional<RecordWriter> writer = new NdjsonFormat().writer(bytes);
      try (RecordWriter out = writer.orElseThrow()) {
        out.write(DataRecord.of(type, fields, Location.unknown()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
