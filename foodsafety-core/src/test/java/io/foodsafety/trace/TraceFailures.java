package io.foodsafety.trace;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.spi.format.RecordWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Files of trace events that once gave a wrong answer. */
final class TraceFailures {

  /** Where they are kept, below the folder of the module. */
  static final Path KEPT = Path.of("src/test/resources/io/foodsafety/trace/failures");

  private static final Path FRESH = Path.of("target/trace-failures");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private TraceFailures() {}

  /** Writes the events of a failure; what to do with them, as a sentence. */
  static String write(String name, List<TraceEvent> events) {
    Path file = FRESH.resolve(name + ".ndjson");
    try {
      Files.createDirectories(FRESH);
      try (OutputStream out = Files.newOutputStream(file);
          RecordWriter writer = new NdjsonFormat().writer(out).orElseThrow()) {
        for (TraceEvent event : events) {
          writer.write(RecordEncoder.encode(event));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "The events are in %s: move them to %s, where they are compared from now on."
        .formatted(file, KEPT);
  }

  /** The events of a file. */
  static List<TraceEvent> read(Path file) throws IOException {
    Events events = new Events();
    try (InputStream in = Files.newInputStream(file)) {
      new NdjsonFormat().read(in, file.toString(), events);
    }
    return events.read;
  }

  /** Takes trace events, and nothing else. */
  private static final class Events implements RecordSink {
    private final RecordDecoder decoder = RecordDecoder.of(FactCatalogue.empty(), LATEST);
    private final List<TraceEvent> read = new ArrayList<>();

    @Override
    public void accept(DataRecord record) {
      Decoded decoded = decoder.decode(record);
      if (decoded instanceof Decoded.TraceRecord trace) {
        read.add(trace.event());
      } else {
        throw new IllegalArgumentException(decoded.toString());
      }
    }

    @Override
    public void reject(Issue issue) {
      throw new IllegalArgumentException(issue.toString());
    }
  }
}
