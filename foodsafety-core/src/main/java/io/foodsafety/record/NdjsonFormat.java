package io.foodsafety.record;

import com.google.common.base.Utf8;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.JsonFault;
import io.foodsafety.record.internal.JsonTreeReader;
import io.foodsafety.record.internal.Limits;
import io.foodsafety.record.internal.LineSplitter;
import io.foodsafety.record.internal.NdjsonWriter;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.spi.format.RecordWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Newline-delimited JSON: one object on each line, with its type in {@code "type"}. Blank lines are
 * skipped; a line that cannot be read is one issue, and reading goes on. Safe for use by many
 * threads.
 */
public final class NdjsonFormat implements RecordFormat {

  private static final String TYPE = "type";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** The format; it has no settings. */
  public NdjsonFormat() {}

  @Override
  public String name() {
    return "ndjson";
  }

  /**
   * Whether a stream looks like this format.
   *
   * @param head its first bytes
   * @return true if one of its lines begins with an object and a key, whatever stands on the lines
   *     before it; true for an empty stream, which has no records
   */
  @Override
  public boolean sniff(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return text.isBlank()
        || text.lines().anyMatch(NdjsonFormat::beginsObject)
        || isBrace(text.substring(text.lastIndexOf('\n') + 1));
  }

  private static boolean beginsObject(String line) {
    String text = line.stripLeading();
    return text.startsWith("{") && text.substring(1).stripLeading().startsWith("\"");
  }

  /** Whether a line is all that is shown of an object: the last one may be cut anywhere. */
  private static boolean isBrace(String line) {
    return line.strip().equals("{");
  }

  @Override
  public void read(InputStream in, String source, RecordSink sink) throws IOException {
    LineSplitter lines = new LineSplitter(in, Limits.MAX_LINE);
    while (lines.next()) {
      if (lines.isTooLong() || !lines.isBlank()) {
        readLine(lines, Location.line(source, lines.number()), sink);
      }
    }
  }

  private static void readLine(LineSplitter lines, Location location, RecordSink sink)
      throws IOException {
    if (lines.isTooLong()) {
      sink.reject(RecordIssues.LINE_TOO_LONG.at(location).with("limit", Limits.MAX_LINE).build());
      return;
    }
    if (!Utf8.isWellFormed(lines.buffer(), lines.offset(), lines.length())) {
      IssueType fault = lines.isCutOff() ? RecordIssues.TRUNCATED : RecordIssues.NOT_UTF8;
      sink.reject(fault.at(location).build());
      return;
    }
    Map<String, @Nullable Object> fields;
    try {
      fields = JsonTreeReader.read(lines.buffer(), lines.offset(), lines.length());
    } catch (JsonFault fault) {
      sink.reject(
          lines.isCutOff() ? RecordIssues.TRUNCATED.at(location).build() : issue(fault, location));
      return;
    }
    if (fields.remove(TYPE) instanceof String type) {
      sink.accept(DataRecord.of(type, fields, location));
    } else {
      sink.reject(RecordIssues.NO_TYPE.at(location).build());
    }
  }

  private static Issue issue(JsonFault fault, Location location) {
    String detail = fault.detail();
    return switch (fault.kind()) {
      case SYNTAX -> RecordIssues.NOT_JSON.at(location).with("detail", detail).build();
      case NOT_AN_OBJECT -> RecordIssues.NOT_AN_OBJECT.at(location).build();
      case DUPLICATE_KEY -> RecordIssues.DUPLICATE_KEY.at(location).with("key", detail).build();
      case NUMBER -> RecordIssues.NUMBER_TOO_LONG.at(location).with("place", detail).build();
      case LIMIT -> RecordIssues.BEYOND_LIMIT.at(location).with("detail", detail).build();
    };
  }

  @Override
  public Optional<RecordWriter> writer(OutputStream out) throws IOException {
    return Optional.of(new NdjsonWriter(out));
  }
}
