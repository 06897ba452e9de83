package io.foodsafety.examples.cli;

import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.ImportCounts;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordSource;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files of records into a database. */
@Command(
    name = "import",
    description =
        "Takes records into a database and seals its ledger. Running it again does no harm.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand extends AbstractCommand {

  @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
  private String url = "";

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--policy",
      arity = "1",
      paramLabel = "FILE",
      description = "Policy file that declares further kinds of fact; may be given several times.")
  private List<Path> policies = new ArrayList<>();

  @Mixin private final RegionOptions region = new RegionOptions();

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Key file for sealed attributes, as `keys create` makes it.")
  private @Nullable Path keys;

  @Option(
      names = "--crypto",
      paramLabel = "NAME",
      description =
          "Suite of hash function and cipher: of the ledger of a new database, and of what is sealed.")
  private @Nullable String crypto;

  @Option(names = "--format", paramLabel = "NAME", description = "Format of the files.")
  private @Nullable String format;

  @Option(
      names = "--writers",
      paramLabel = "N",
      description = "Threads that write, 1 to 64. Default: ${DEFAULT-VALUE}.")
  private int writers = 4;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Most records in a transaction, 1 to 10,000. Default: ${DEFAULT-VALUE}.")
  private int batch = ImportOptions.standard().batchSize();

  @Option(
      names = "--ack",
      description =
          "Print type and id of each record as soon as it is stored, instead of a summary.")
  private boolean acknowledges;

  @Option(
      names = "--city",
      paramLabel = "FILE",
      description =
          "Fill an empty database with the city that `export` has written, in the place of records.")
  private @Nullable Path archive;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Override
  int run(Run run) throws IOException {
    if ((archive == null) == files.isEmpty()) {
      throw CliIssues.usage(
          "Give either files of records, or --city with one archive.",
          "请给出记录文件，或用 --city 给出一个城市存档，二者择一。");
    }
    return archive == null ? importRecords(run) : importCity(archive, run);
  }

  private int importCity(Path file, Run run) throws IOException {
    ArchiveHeader header = ArchiveHeader.read(file);
    builder(run).importing(file).build().close();
    ArchiveOutput.print(header, run);
    run.close(header.documents());
    return ExitCode.DONE;
  }

  private int importRecords(Run run) throws IOException {
    ImportOptions options = options();
    List<Issue> faults = Sources.faults(files);
    List<RecordSource> sources =
        Sources.of(
            files.stream().filter(file -> Sources.faults(List.of(file)).isEmpty()).toList(),
            format,
            run.console());
    ImportReport report;
    try (FoodSafety city = builder(run).build()) {
      run.problems().reportAll(faults);
      report =
          city.as(Actor.system("foodsafety import"))
              .records()
              .importFrom(sources, options, new Listener(run, acknowledges));
    }
    if (!acknowledges) {
      print(report, faults.size(), run);
    }
    run.close(report.total().total());
    if (report.unreadSources() > 0 || !faults.isEmpty()) {
      return ExitCode.USAGE;
    }
    return report.isClean() ? ExitCode.DONE : ExitCode.REJECTED;
  }

  private ImportOptions options() {
    try {
      return new ImportOptions(writers, batch);
    } catch (IllegalArgumentException e) {
      throw CliIssues.usage(
          String.valueOf(e.getMessage()), "--writers 须为 1 至 64，--batch 须为 1 至 10,000。");
    }
  }

  /** Dates are read in the zone of the region, else of the first policy; else in UTC. */
  private FoodSafetyBuilder builder(Run run) {
    FoodSafetyBuilder builder = region.applyTo(database.builder(url, run.console()));
    if (keys != null) {
      builder.keys("file", Map.of("file", keys.toString()));
    }
    if (crypto != null) {
      builder.crypto(crypto);
    }
    policies.forEach(builder::policy);
    if (!policies.isEmpty() && !region.isGiven()) {
      builder.zone(RiskPolicy.read(policies.get(0), FactCatalogue.standard()).zone());
    }
    return builder;
  }

  private static void print(ImportReport report, int unopened, Run run) throws IOException {
    if (run.json()) {
      Map<String, @Nullable Object> fields = counts(report.total());
      Map<String, @Nullable Object> byType = new LinkedHashMap<>();
      report.byType().forEach((type, counts) -> byType.put(type, counts(counts)));
      fields.put("byType", byType);
      fields.put("unreadSources", BigDecimal.valueOf(report.unreadSources() + (long) unopened));
      fields.put("sealed", report.sealed());
      run.result().line(Problems.toJson("import", fields));
      return;
    }
    List<String> titles =
        List.of(
            run.text("TYPE", "类型"),
            run.text("RECORDED", "已记录"),
            run.text("ALREADY KNOWN", "原已有"),
            run.text("REJECTED", "被拒绝"));
    try (Table table = new Table(titles, run.result()::line)) {
      for (Map.Entry<String, ImportCounts> each : report.byType().entrySet()) {
        ImportCounts counts = each.getValue();
        table.row(
            List.of(
                each.getKey(),
                String.valueOf(counts.recorded()),
                String.valueOf(counts.alreadyKnown()),
                String.valueOf(counts.rejected())));
      }
    }
  }

  private static Map<String, @Nullable Object> counts(ImportCounts counts) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("recorded", BigDecimal.valueOf(counts.recorded()));
    fields.put("alreadyKnown", BigDecimal.valueOf(counts.alreadyKnown()));
    fields.put("rejected", BigDecimal.valueOf(counts.rejected()));
    return fields;
  }

  /** Prints acknowledgements and problems as they come. */
  private record Listener(Run run, boolean acknowledges) implements ImportListener {

    @Override
    public void acknowledged(List<RecordId> records) {
      if (acknowledges && !run.result().isUnread()) {
        try {
          for (RecordId record : records) {
            run.result().line(record.type() + " " + record.id());
          }
          run.result().flush();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        if (run.result().isUnread()) {
          run.problems().report(CliIssues.UNREAD.at(Location.unknown()).build());
        }
      }
    }

    @Override
    public void reported(Issue issue) {
      run.problems().report(issue);
    }

    @Override
    public void progressed(ImportCounts soFar) {
      run.progress().at(run.text("records", "记录"), soFar.total());
    }
  }
}
