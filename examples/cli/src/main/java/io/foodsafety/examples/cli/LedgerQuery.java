package io.foodsafety.examples.cli;

import io.foodsafety.ledger.LedgerService;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that asks the ledger of a database, and answers with one JSON object or a table. */
abstract class LedgerQuery extends AbstractCommand {

  @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
  private String url = "";

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  /**
   * What the ledger says.
   *
   * @param json one JSON object
   * @param rows the same for people
   */
  record Answer(String json, List<List<String>> rows) {}

  /** Asks the ledger. */
  abstract Answer ask(LedgerService ledger, Run run) throws IOException;

  @Override
  final int run(Run run) throws IOException {
    Answer answer;
    try (FoodSafety city = database.existing(url, run.console()).build()) {
      answer = ask(city.as(Actor.system("foodsafety ledger")).ledger(), run);
    }
    if (run.json()) {
      run.result().line(answer.json());
    } else {
      try (Table table = new Table(List.of(run.text("LEDGER", "账本"), ""), run.result()::line)) {
        for (List<String> row : answer.rows()) {
          table.row(row);
        }
      }
    }
    run.result().flush();
    return ExitCode.DONE;
  }

  /** A size that was asked for, or all that is sealed. */
  static long size(LedgerService ledger, @Nullable Long wanted, long from) {
    long all = ledger.root().size();
    if (wanted == null) {
      return all;
    }
    if (wanted < from || wanted > all) {
      throw CliIssues.usage(
          "The size must be within %d and %d, the number of sealed entries; (%d) is not."
              .formatted(from, all, wanted),
          "大小须在 %d 与已封存条目数 %d 之间，而不是 %d。".formatted(from, all, wanted));
    }
    return wanted;
  }

  static void write(@Nullable Path file, byte[] bytes) throws IOException {
    if (file != null) {
      Files.write(file, bytes);
    }
  }

  static List<String> row(Run run, String english, String chinese, Object value) {
    return List.of(run.text(english, chinese), String.valueOf(value));
  }

  static List<List<String>> rows(Run run, TreeRoot root) {
    return List.of(
        row(run, "digest", "哈希算法", root.digest()),
        row(run, "size", "条目数", root.size()),
        row(run, "root", "树根", root.root()));
  }
}
