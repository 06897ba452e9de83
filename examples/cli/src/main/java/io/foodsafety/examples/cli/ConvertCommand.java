package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.spi.format.RecordWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns any format that can be read into NDJSON. */
@Command(
    name = "convert",
    description = "Reads files in any known format and writes their records as NDJSON, unchecked.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ConvertCommand extends AbstractCommand {

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Format of the files. Default: found by looking.")
  private @Nullable String format;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Override
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    List<Issue> faults = Sources.faults(files);
    if (!faults.isEmpty()) {
      throw new ProblemException(faults);
    }
    Optional<RecordWriter> ndjson = new NdjsonFormat().writer(run.result());
    long records;
    try (RecordWriter writer = ndjson.orElseThrow()) {
      Writing sink = new Writing(writer, run);
      Formats formats = new Formats();
      Sources.of(files, format, run.console()).forEach(source -> formats.read(source, sink));
      records = sink.records;
    }
    run.close(records);
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }

  /** Writes what a format reads. */
  private static final class Writing implements RecordSink {
    private final RecordWriter writer;
    private final Run run;
    private long records;

    Writing(RecordWriter writer, Run run) {
      this.writer = writer;
      this.run = run;
    }

    @Override
    public void accept(DataRecord record) throws IOException {
      writer.write(record);
      run.progress().at(run.text("records", "记录"), ++records);
    }

    @Override
    public void reject(Issue issue) {
      run.problems().report(issue);
    }
  }
}
