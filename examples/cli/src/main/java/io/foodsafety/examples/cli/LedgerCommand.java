package io.foodsafety.examples.cli;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.ledger.LedgerService;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with a ledger. */
@Command(
    name = "ledger",
    description = "Checks the ledger of a database, and proves what is in it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LedgerCommand.Verify.class,
      LedgerRootCommand.class,
      LedgerProveCommand.class,
      LedgerConsistencyCommand.class,
      LedgerAnchorCommand.class
    })
final class LedgerCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        new CommandLine(spec), "Missing command: verify, root, prove, consistency or anchor");
  }

  /** Checks every entry and every document. */
  @Command(
      name = "verify",
      description =
          "Checks every ledger entry, seal and document. Faults are problems; exit code 1.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Verify extends AbstractCommand {

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private String url = "";

    @Mixin private final DatabaseOptions database = new DatabaseOptions();

    @Option(
        names = "--anchors",
        paramLabel = "FILE",
        description = "Compare with the roots that `ledger anchor` has kept in this file.")
    private @Nullable Path anchors;

    @Override
    int run(Run run) throws IOException {
      if (anchors != null && !Files.isReadable(anchors)) {
        throw CliIssues.unreadable(anchors);
      }
      LedgerReport report;
      try (FoodSafety city = database.existing(url, run.console()).build()) {
        LedgerService ledger = city.as(Actor.system("foodsafety ledger verify")).ledger();
        report =
            anchors == null
                ? ledger.verify(run.problems()::report)
                : ledger.verify(anchors, run.problems()::report);
      }
      print(report, run);
      run.close(report.entries());
      return report.isSound() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private static void print(LedgerReport report, Run run) throws IOException {
      if (run.json()) {
        run.result().line(Problems.toJson("ledger", fields(report)));
        return;
      }
      List<String> titles = List.of(run.text("LEDGER", "账本"), "");
      try (Table table = new Table(titles, run.result()::line)) {
        table.row(List.of(run.text("entries", "条目"), String.valueOf(report.entries())));
        table.row(List.of(run.text("sealed", "已封存"), String.valueOf(report.sealed())));
        table.row(List.of(run.text("unsealed", "未封存"), String.valueOf(report.unsealed())));
        table.row(List.of(run.text("seals", "封存次数"), String.valueOf(report.seals())));
        table.row(List.of(run.text("documents", "文档"), String.valueOf(report.documents())));
        table.row(List.of(run.text("faults", "问题"), String.valueOf(report.faultCount())));
        table.row(List.of(run.text("kept roots", "留存的根"), String.valueOf(report.anchors())));
        table.row(List.of(run.text("head", "链头"), report.head()));
        table.row(List.of(run.text("root", "树根"), report.tree().root()));
      }
    }

    private static Map<String, @Nullable Object> fields(LedgerReport report) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("sound", report.isSound());
      fields.put("entries", BigDecimal.valueOf(report.entries()));
      fields.put("sealed", BigDecimal.valueOf(report.sealed()));
      fields.put("unsealed", BigDecimal.valueOf(report.unsealed()));
      fields.put(
          "firstUnsealed",
          report.firstUnsealed() == 0 ? null : BigDecimal.valueOf(report.firstUnsealed()));
      fields.put("lastPosition", BigDecimal.valueOf(report.lastPosition()));
      fields.put("documents", BigDecimal.valueOf(report.documents()));
      fields.put("seals", BigDecimal.valueOf(report.seals()));
      fields.put("head", report.head());
      fields.put("digest", report.tree().digest());
      fields.put("root", report.tree().root());
      fields.put("anchors", BigDecimal.valueOf(report.anchors()));
      fields.put("faults", BigDecimal.valueOf(report.faultCount()));
      return fields;
    }
  }
}
