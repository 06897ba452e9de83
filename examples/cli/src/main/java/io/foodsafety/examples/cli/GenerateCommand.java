package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.spi.format.RecordWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up a city. */
@Command(
    name = "generate",
    description = "Makes up businesses and facts as NDJSON: the same seed gives the same bytes.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GenerateCommand extends AbstractCommand {

  @Option(names = "--subjects", required = true, paramLabel = "N", description = "Businesses.")
  private int subjects;

  @Option(
      names = "--facts-per-subject",
      paramLabel = "M",
      description = "Facts about each business. Default: ${DEFAULT-VALUE}.")
  private int factsPerSubject = 10;

  @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description =
          "Day of the last facts, which spread over three years. Default: ${DEFAULT-VALUE}.")
  private LocalDate until = LocalDate.of(2024, 12, 31);

  @Override
  int run(Run run) throws IOException {
    if (subjects < 0 || factsPerSubject < 0) {
      throw CliIssues.usage("The numbers of subjects and facts must not be negative.");
    }
    SampleCity city = new SampleCity(seed, subjects, until);
    Optional<RecordWriter> ndjson = new NdjsonFormat().writer(run.result());
    long records = 0;
    try (RecordWriter writer = ndjson.orElseThrow()) {
      for (int i = 0; i < subjects; i++) {
        writer.write(RecordEncoder.encode(city.subject(i)));
        run.progress().at(run.text("records", "记录"), ++records);
      }
      // Round by round, so that the facts of one business lie far apart, as they do in a city.
      for (int round = 0; round < factsPerSubject; round++) {
        for (int i = 0; i < subjects; i++) {
          Fact fact = city.fact(i, round);
          writer.write(RecordEncoder.encode(fact));
          records++;
          if (city.isWithdrawn(i, round)) {
            writer.write(RecordEncoder.encode(city.withdrawal(fact)));
            records++;
          }
          run.progress().at(run.text("records", "记录"), records);
        }
      }
    }
    run.close(records);
    return ExitCode.DONE;
  }
}
