package io.foodsafety.examples.cli;

import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a whole city to a file. */
@Command(
    name = "export",
    description =
        "Writes a whole city to one file; `import --city` fills an empty database from it. Keys are not in it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand extends AbstractCommand {

  @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
  private String url = "";

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file, a zip that must not be there yet.")
  private Path out = Path.of("");

  @Mixin private final RegionOptions region = new RegionOptions();

  @Override
  int run(Run run) throws IOException {
    ArchiveHeader header;
    try (FoodSafety city = region.applyTo(database.existing(url, run.console())).build()) {
      header = city.exportTo(out);
    }
    ArchiveOutput.print(header, run);
    run.close(header.documents());
    return ExitCode.DONE;
  }
}
