package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.ImportIssues;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordSource;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The record formats of this program and its plug-ins. */
final class Formats {

  private static final int BUFFER = 1 << 16;

  private final Map<String, RecordFormat> byName = new TreeMap<>();

  Formats() {
    add(new NdjsonFormat());
    for (FoodSafetyPlugin plugin : ServiceLoader.load(FoodSafetyPlugin.class)) {
      plugin.recordFormats().forEach(this::add);
    }
  }

  private void add(RecordFormat format) {
    byName.put(format.name(), format);
  }

  /** Thrown when what was read cannot be passed on, which is no fault of the source. */
  static final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SinkException(IOException cause) {
      super("What was read cannot be passed on", cause);
    }
  }

  /**
   * Reads a source to its end.
   *
   * @throws ProblemException if it cannot be read, or no format is named and not exactly one
   *     recognises it
   * @throws SinkException if the sink refuses
   */
  void read(RecordSource source, RecordSink sink) {
    try (InputStream in = new BufferedInputStream(source.open(), BUFFER)) {
      choose(source, in).read(in, source.name(), new Passing(sink));
    } catch (IOException e) {
      throw new ProblemException(
          List.of(
              issue(ImportIssues.UNREADABLE, source)
                  .with("cause", String.valueOf(e.getMessage()))
                  .with("records", "-")
                  .build()));
    }
  }

  private RecordFormat choose(RecordSource source, InputStream in) throws IOException {
    if (source.format().isPresent()) {
      return named(source, source.format().get());
    }
    in.mark(RecordFormat.SNIFF_LENGTH);
    byte[] head = in.readNBytes(RecordFormat.SNIFF_LENGTH);
    in.reset();
    List<RecordFormat> claiming =
        byName.values().stream().filter(format -> format.sniff(head.clone())).toList();
    if (claiming.size() == 1) {
      return claiming.get(0);
    }
    IssueType type = claiming.isEmpty() ? ImportIssues.UNRECOGNISED : ImportIssues.AMBIGUOUS;
    List<String> names =
        claiming.isEmpty()
            ? List.copyOf(byName.keySet())
            : claiming.stream().map(RecordFormat::name).toList();
    throw refused(issue(type, source).with("formats", String.join(", ", names)).build());
  }

  private RecordFormat named(RecordSource source, String name) {
    RecordFormat format = byName.get(name);
    if (format == null) {
      throw refused(
          issue(ImportIssues.UNKNOWN_FORMAT, source)
              .with("format", name)
              .with("nearest", String.join(", ", byName.keySet()))
              .build());
    }
    return format;
  }

  private static ProblemException refused(Issue issue) {
    return new ProblemException(List.of(issue));
  }

  private static IssueType.Builder issue(IssueType type, RecordSource source) {
    return type.at(new Location(source.name(), 0, "")).with("source", source.name());
  }

  /** Keeps faults of the sink apart from faults of the source. */
  private record Passing(RecordSink sink) implements RecordSink {

    @Override
    public void accept(DataRecord record) {
      try {
        sink.accept(record);
      } catch (IOException e) {
        throw new SinkException(e);
      }
    }

    @Override
    public void reject(Issue issue) {
      try {
        sink.reject(issue);
      } catch (IOException e) {
        throw new SinkException(e);
      }
    }
  }
}
