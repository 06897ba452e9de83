package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.FolderPack;
import io.foodsafety.region.PackLayer;
import io.foodsafety.region.PackValue;
import io.foodsafety.region.Region;
import io.foodsafety.region.RegionException;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.runtime.StartupException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What there is to do with region packs. */
@Command(
    name = "region",
    description = "Checks and shows region packs.",
    mixinStandardHelpOptions = true,
    subcommands = {RegionCommand.Validate.class, RegionCommand.Show.class})
final class RegionCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "Missing command: validate or show");
  }

  /** Reads a pack with those below it and lists all that is wrong. */
  @Command(
      name = "validate",
      description = "Reads a pack and those below it, and lists all that is wrong with them.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Validate extends AbstractCommand {

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    private Path folder = Path.of("");

    @Option(
        names = "--pack",
        arity = "1",
        paramLabel = "DIR",
        description = "Folder of a pack below it; may be given several times.")
    private List<Path> packs = new ArrayList<>();

    @Override
    int run(Run run) throws IOException {
      List<Path> all = new ArrayList<>(packs);
      all.add(folder);
      try {
        FolderPack pack = FolderPack.of(folder);
        reportUnlisted(pack, run);
        Region region = RegionOptions.read(pack.id(), all);
        run.problems().reportAll(region.warnings());
        print(region, run);
        return ExitCode.DONE;
      } catch (RegionException e) {
        run.problems().reportAll(e.issues());
        return ExitCode.REJECTED;
      } catch (StartupException e) {
        run.problems().reportAll(e.issues());
        return ExitCode.REJECTED;
      }
    }

    private static void reportUnlisted(FolderPack pack, Run run) throws IOException {
      Set<String> listed = pack.listedFiles();
      for (String file : pack.files()) {
        if (!listed.contains(file)) {
          run.problems()
              .report(
                  RegionIssues.UNLISTED_FILE
                      .at(new Location(pack.location() + "/" + file, 0, ""))
                      .with("file", file)
                      .build());
        }
      }
    }

    private static void print(Region region, Run run) throws IOException {
      List<String> titles =
          List.of(
              run.text("PACK", "地区包"),
              run.text("VERSION", "版本"),
              run.text("TITLE", "名称"),
              "SHA-256");
      try (Table table = new Table(titles, run.result()::line)) {
        for (PackLayer layer : region.packs()) {
          table.row(
              List.of(layer.id(), layer.version(), layer.title(run.locale()), layer.sha256()));
        }
      }
      run.result().flush();
    }
  }

  /** Lists every value of a region with where it comes from. */
  @Command(
      name = "show",
      description =
          "Lists every value of a region with the pack, the file and the line it is from.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Show extends AbstractCommand {

    @Parameters(paramLabel = "ID", description = "Id of the region.")
    private String id = "";

    @Option(
        names = "--at",
        paramLabel = "DATE",
        description = "Day on which the values are in force. Default: today in the region's zone.")
    private @Nullable LocalDate at;

    @Option(
        names = "--pack",
        arity = "1",
        paramLabel = "DIR",
        description = "Folder of a pack; may be given several times.")
    private List<Path> packs = new ArrayList<>();

    @Option(
        names = "--only",
        paramLabel = "ID",
        description = "Only the document with this id, such as a table or a policy.")
    private @Nullable String only;

    @Override
    boolean endsWithReader() {
      return true;
    }

    @Override
    int run(Run run) throws IOException {
      Region region = RegionOptions.read(id, packs);
      LocalDate day =
          at == null ? LocalDate.ofInstant(run.console().clock().instant(), region.zone()) : at;
      List<PackValue> values =
          region.values(day).stream()
              .filter(value -> only == null || value.id().equals(only))
              .toList();
      if (run.json()) {
        for (PackValue value : values) {
          run.result().line(Problems.toJson("value", fields(value)));
        }
      } else {
        print(values, run);
      }
      run.result().flush();
      return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> fields(PackValue value) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("kind", value.kind());
      fields.put("id", value.id());
      fields.put("path", value.path());
      fields.put("value", value.value());
      fields.put("pack", value.origin().pack());
      fields.put("file", value.origin().location().source());
      fields.put("line", BigDecimal.valueOf(value.origin().location().line()));
      return fields;
    }

    private static void print(List<PackValue> values, Run run) throws IOException {
      List<String> titles =
          List.of(
              run.text("KIND", "类型"),
              run.text("ID", "标识"),
              run.text("PATH", "位置"),
              run.text("VALUE", "值"),
              run.text("FROM", "来源"));
      try (Table table = new Table(titles, run.result()::line)) {
        for (PackValue value : values) {
          table.row(
              List.of(
                  value.kind(),
                  value.id(),
                  value.path(),
                  value.value(),
                  value.origin().toString()));
        }
      }
    }
  }
}
