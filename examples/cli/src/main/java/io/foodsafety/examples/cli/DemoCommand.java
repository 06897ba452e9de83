package io.foodsafety.examples.cli;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.Rows;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordSource;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the library does, on a made-up city. */
@Command(
    name = "demo",
    description = {
      "Makes up a city with 20,000 businesses, keeps it in an embedded database, grades it and",
      "writes a report. Points that no law publishes are sample values of a pack for this",
      "demonstration alone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand extends AbstractCommand {

  private static final String REGION = "demo-nanchang";
  private static final String POLICY = "cn-risk-2016";

  /** The first day on which the policy is in force. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 12, 1);

  /** A file that the pack names. */
  private static final Pattern FILE = Pattern.compile("\"file\": \"([^\"/]+)\"");

  private static final List<String> FORMATS = List.of("html", "csv", "geojson");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for everything. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("foodsafety-demo");

  @Option(
      names = "--businesses",
      paramLabel = "N",
      description = "Businesses, 1 to 200,000. Default: ${DEFAULT-VALUE}.")
  private int businesses = 20_000;

  @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description =
          "Day of the last facts and of the grades, from 2016-12-01 on. Default: ${DEFAULT-VALUE}.")
  private LocalDate until = LocalDate.of(2026, 10, 31);

  @Override
  int run(Run run) throws IOException {
    if (businesses < 1 || businesses > 200_000) {
      throw CliIssues.usage(
          "--businesses must be from 1 to 200,000.", "--businesses 须为 1 至 200,000。");
    }
    LocalDate tomorrow =
        LocalDate.ofInstant(run.console().clock().instant(), ZoneOffset.UTC).plusDays(1);
    if (until.isBefore(FIRST_DAY) || until.isAfter(tomorrow)) {
      throw CliIssues.usage(
          "--until (%s) must be a day from %s to today.".formatted(until, FIRST_DAY),
          "--until（%s）须为 %s 至今天之间的日期。".formatted(until, FIRST_DAY));
    }
    makeFolder();
    String name = "city-%d-%d-%s".formatted(businesses, seed, until);
    RegionPack pack = RegionPack.of(REGION, DemoCommand.class);
    copy(pack);
    Map<String, String> database =
        Map.of("url", "jdbc:h2:file:" + out.resolve(name).toAbsolutePath());
    try (FoodSafety city =
        FoodSafety.builder()
            .region(REGION)
            .pack(pack)
            .storage("jdbc", database)
            .clock(run.console().clock())
            .build()) {
      Session office = city.as(Actor.system("foodsafety demo"));
      Path records = out.resolve("records.ndjson");
      DemoCity made = new DemoCity(city.region().orElseThrow(), seed, until);
      String what = run.text("records made", "已生成记录");
      long count = made.write(records, businesses, sofar -> run.progress().at(what, sofar));
      store(office, records, run);
      Report report = graded(office.reports().risk(POLICY, until, run.locale()), run);
      DemoTable.print(report, run);
      write(office, report, run);
      run.close(count);
    }
    return ExitCode.DONE;
  }

  /** Also tries to write, so that nothing is made up in vain. */
  private void makeFolder() {
    try {
      Files.createDirectories(out);
      Files.delete(Files.createTempFile(out, "demo", ".part"));
    } catch (IOException e) {
      throw CliIssues.usage(
          "The folder (%s) cannot be written to.".formatted(out), "无法写入文件夹（%s）。".formatted(out));
    }
  }

  /** Copies the pack to a folder, for other commands over the made-up city. */
  private void copy(RegionPack pack) throws IOException {
    Path folder = Files.createDirectories(out.resolve(REGION));
    Path manifest = folder.resolve(RegionPack.MANIFEST);
    copy(pack, RegionPack.MANIFEST, manifest);
    Matcher files = FILE.matcher(Files.readString(manifest));
    while (files.find()) {
      copy(pack, files.group(1), folder.resolve(files.group(1)));
    }
  }

  private static void copy(RegionPack pack, String name, Path file) throws IOException {
    try (InputStream stream = pack.open(name)) {
      Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void store(Session office, Path file, Run run) throws IOException {
    ImportReport report =
        office
            .records()
            .importFrom(
                List.of(RecordSource.of(file)),
                new ImportOptions(2, 2_000),
                new ImportListener() {});
    if (!report.isClean()) {
      throw new IllegalStateException("The made-up records were not accepted: " + report.total());
    }
    run.progress().at(run.text("records stored", "已存储记录"), report.total().total());
  }

  /** The report with its rows held, because several renderers go through them. */
  private static Report graded(Report report, Run run) {
    Report.Builder held =
        Report.builder(
            report.id(), report.title(), report.locale(), report.generatedAt(), report.zone());
    report.notes().forEach(held::note);
    BusinessBlock block = DemoTable.businesses(report);
    List<BusinessRow> rows;
    try (Stream<BusinessRow> stream = block.businesses().stream()) {
      AtomicLong count = new AtomicLong();
      String what = run.text("businesses graded", "已评级企业");
      rows = stream.peek(row -> run.progress().at(what, count.incrementAndGet())).toList();
    }
    return held.block(
            BusinessBlock.builder(block.id(), block.title(), block.legend(), block.scale())
                .divisions(block.divisions())
                .segments(block.segments())
                .businesses(Rows.of(rows))
                .build())
        .build();
  }

  private void write(Session office, Report report, Run run) throws IOException {
    for (String format : FORMATS) {
      ReportRenderer renderer = office.reports().findRenderer(format).orElseThrow();
      Path file = out.resolve("report." + renderer.fileExtension());
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
        office.reports().render(report, format, Map.of(), stream);
      }
      run.result().line(run.text("Report: ", "报告：") + file.toAbsolutePath());
    }
    run.result().flush();
  }
}
