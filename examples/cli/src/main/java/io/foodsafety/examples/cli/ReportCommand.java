package io.foodsafety.examples.cli;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.report.Report;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.Session;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the report on the risk of all businesses of a database. */
@Command(
    name = "report",
    description = "Writes the report on the risk of all registered businesses of a database.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReportCommand extends AbstractCommand {

  @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
  private String url = "";

  @Mixin private final DatabaseOptions database = new DatabaseOptions();
  @Mixin private final RegionOptions region = new RegionOptions();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "ID|FILE",
      description = "Policy of the region, or a policy file.")
  private String policy = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day of the grades. Default: today in the city's zone.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "html, xlsx, csv, geojson or json. Default: ${DEFAULT-VALUE}.")
  private String format = "html";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Setting of the format, such as crs=gcj02; may be given several times.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out = Path.of("");

  @Override
  int run(Run run) throws IOException {
    FoodSafetyBuilder builder = region.applyTo(database.existing(url, run.console()));
    boolean isOfRegion =
        region.read().stream()
            .flatMap(known -> known.policies().stream())
            .anyMatch(known -> known.id().equals(policy));
    if (!isOfRegion) {
      builder.policy(Path.of(policy));
    }
    try (FoodSafety city = builder.build()) {
      Session office = city.as(Actor.system("foodsafety report"));
      checkFormat(office);
      String id = isOfRegion ? policy : RiskPolicy.read(Path.of(policy), city.catalogue()).id();
      LocalDate day =
          asOf == null ? LocalDate.ofInstant(run.console().clock().instant(), city.zone()) : asOf;
      write(office, office.reports().risk(id, day, run.locale()));
    }
    run.result().line(run.text("Report: ", "报告：") + out.toAbsolutePath());
    run.result().flush();
    return ExitCode.DONE;
  }

  /** Writes beside the file and moves, so that a failure leaves an earlier file alone. */
  private void write(Session office, Report report) throws IOException {
    Path target = out.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
      throw CliIssues.usage(
          "The file (%s) cannot be written: check its folder.".formatted(out),
          "无法写入文件（%s），请检查其所在文件夹。".formatted(out));
    }
    Path part = Files.createTempFile(folder, "report", ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        office.reports().render(report, format, settings, stream);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void checkFormat(Session office) {
    if (office.reports().findRenderer(format).isEmpty()) {
      String known =
          office.reports().listRenderers().stream()
              .map(ReportRenderer::name)
              .collect(Collectors.joining(", "));
      throw CliIssues.usage(
          "There is no format (%s); there are %s.".formatted(format, known),
          "没有格式（%s）；可用：%s。".formatted(format, known));
    }
  }
}
