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

  /** Facts and licences go back some years from the last day, and licences end years after it. */
  private static final int FIRST_YEAR = 10;

  private static final int LAST_YEAR = 9_990;

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
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    if (subjects < 0 || factsPerSubject < 0) {
      throw CliIssues.usage(
          "The numbers of subjects and facts must not be negative.", "主体数和事实数不得为负。");
    }
    if (until.getYear() < FIRST_YEAR || until.getYear() > LAST_YEAR) {
      throw CliIssues.usage(
          "The year of --until must be from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR),
          "--until 的年份须在 %d 至 %d 之间。".formatted(FIRST_YEAR, LAST_YEAR));
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
