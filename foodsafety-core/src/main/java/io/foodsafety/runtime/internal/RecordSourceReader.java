package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.ImportIssues;
import io.foodsafety.record.RecordSource;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources with the format that each names, or the one that claims it. A source that cannot be
 * read is an issue, and so is a format that fails: this is the boundary at which formats are
 * called.
 */
final class RecordSourceReader {

  /** Thrown by a sink to end the reading of all sources. */
  static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("Reading was stopped.");
    }
  }

  private final Map<String, RecordFormat> formats;
  private final RecordSink sink;
  private final Consumer<Issue> problems;

  /**
   * A reader.
   *
   * @param formats the formats by name
   * @param sink takes records, and issues about records
   * @param problems takes issues about whole sources
   */
  RecordSourceReader(Map<String, RecordFormat> formats, RecordSink sink, Consumer<Issue> problems) {
    this.formats = new TreeMap<>(formats);
    this.sink = sink;
    this.problems = problems;
  }

  /** Reads a source to its end; false if that was not possible. */
  boolean read(RecordSource source) throws Stopped {
    Counting counting = new Counting(sink);
    InputStream opened;
    try {
      opened = source.open();
    } catch (IOException | RuntimeException e) { // a host's code, which may throw anything
      reportUnreadable(source, e, 0);
      return false;
    }
    try (InputStream in = new BufferedInputStream(opened, 1 << 16)) {
      byte[] head = head(in);
      if (isBlank(head)) {
        return true;
      }
      Optional<RecordFormat> format = format(source, head);
      return format.isPresent() && read(source, format.get(), in, counting);
    } catch (IOException e) {
      counting.rethrow();
      reportUnreadable(source, e, counting.count);
      return false;
    }
  }

  private void reportUnreadable(RecordSource source, Exception failure, long records) {
    problems.accept(
        issue(ImportIssues.UNREADABLE, source)
            .with("cause", PluginBoundary.describe(failure))
            .with("records", records)
            .build());
  }

  private boolean read(RecordSource source, RecordFormat format, InputStream in, Counting counting)
      throws IOException {
    try {
      format.read(in, source.name(), counting);
    } catch (RuntimeException e) {
      counting.rethrow();
      problems.accept(
          issue(ImportIssues.FORMAT_FAILED, source)
              .with("format", format.name())
              .with("cause", PluginBoundary.describe(e))
              .with("records", counting.count)
              .build());
      return false;
    }
    counting.rethrow();
    return true;
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(RecordFormat.SNIFF_LENGTH);
    byte[] head = in.readNBytes(RecordFormat.SNIFF_LENGTH);
    in.reset();
    return head;
  }

  /** A source without content has no records, whatever its format. */
  private static boolean isBlank(byte[] head) {
    return head.length < RecordFormat.SNIFF_LENGTH
        && new String(head, StandardCharsets.ISO_8859_1).isBlank();
  }

  private Optional<RecordFormat> format(RecordSource source, byte[] head) {
    if (source.format().isPresent()) {
      return named(source, source.format().get());
    }
    List<RecordFormat> claiming =
        formats.values().stream().filter(format -> claims(format, head, source)).toList();
    if (claiming.size() == 1) {
      return Optional.of(claiming.get(0));
    }
    IssueType type = claiming.isEmpty() ? ImportIssues.UNRECOGNISED : ImportIssues.AMBIGUOUS;
    List<String> names =
        claiming.isEmpty()
            ? List.copyOf(formats.keySet())
            : claiming.stream().map(RecordFormat::name).toList();
    problems.accept(issue(type, source).with("formats", String.join(", ", names)).build());
    return Optional.empty();
  }

  private Optional<RecordFormat> named(RecordSource source, String name) {
    Optional<RecordFormat> format = Optional.ofNullable(formats.get(name));
    if (format.isEmpty()) {
      problems.accept(
          issue(ImportIssues.UNKNOWN_FORMAT, source)
              .with("format", name)
              .with("nearest", NearestNames.of(name, formats.keySet()))
              .build());
    }
    return format;
  }

  /** A format that fails to look does not claim, and that is said. */
  private boolean claims(RecordFormat format, byte[] head, RecordSource source) {
    try {
      return format.sniff(head.clone());
    } catch (RuntimeException e) {
      problems.accept(
          issue(ImportIssues.SNIFF_FAILED, source)
              .with("format", format.name())
              .with("cause", PluginBoundary.describe(e))
              .build());
      return false;
    }
  }

  private static IssueType.Builder issue(IssueType type, RecordSource source) {
    return type.at(new Location(source.name(), 0, "")).with("source", source.name());
  }

  /** Counts records, and remembers what the sink threw, for a format might swallow or wrap it. */
  private static final class Counting implements RecordSink {
    private final RecordSink sink;
    private long count;
    private @Nullable IOException stopped;
    private @Nullable RuntimeException failed;

    Counting(RecordSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(DataRecord record) throws IOException {
      pass(() -> sink.accept(record));
      count++;
    }

    @Override
    public void reject(Issue issue) throws IOException {
      pass(() -> sink.reject(issue));
    }

    private void pass(Passing passing) throws IOException {
      try {
        passing.pass();
      } catch (IOException e) {
        stopped = e;
        throw e;
      } catch (RuntimeException e) {
        failed = e;
        throw new Stopped();
      }
    }

    void rethrow() throws Stopped {
      if (failed != null) {
        throw failed;
      }
      if (stopped != null) {
        throw stopped instanceof Stopped same ? same : new Stopped();
      }
    }
  }

  /** Passes something to the sink. */
  private interface Passing {
    void pass() throws IOException;
  }
}
