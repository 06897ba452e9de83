package io.foodsafety.examples.cli;

import io.foodsafety.trace.OutbreakCases;
import io.foodsafety.trace.OutbreakScores;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores the suspects of an outbreak. */
@Command(
    name = "outbreak",
    description = "Scores how well each party and lot explains the cases of an outbreak.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OutbreakCommand extends AbstractCommand {

  private static final int SHOWN = 20;

  @Option(
      names = "--cases",
      required = true,
      paramLabel = "FILE",
      description = "Cases and assumptions as NDJSON.")
  private String cases = "";

  @Mixin private final TraceSource source = new TraceSource();

  @Override
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    OutbreakCases read = new CaseFile(run).read(cases);
    return source.ask(
        run,
        (network, names) -> {
          OutbreakScores scores = network.outbreak(read);
          if (run.json()) {
            run.result().line(scores.toJson());
          } else {
            List<OutbreakScores.Score> parties = highest(scores.parties());
            Map<String, String> known =
                names.names(parties.stream().map(OutbreakScores.Score::id).toList());
            show(run.text("PARTY", "主体"), parties, known, run);
            show(run.text("LOT", "批次"), highest(scores.lots()), Map.of(), run);
          }
        });
  }

  /** The first ones; a score of 0 says nothing. */
  private static List<OutbreakScores.Score> highest(List<OutbreakScores.Score> scores) {
    return scores.stream().filter(each -> each.score().signum() != 0).limit(SHOWN).toList();
  }

  private static void show(
      String title, List<OutbreakScores.Score> scores, Map<String, String> names, Run run)
      throws IOException {
    try (Table table =
        new Table(
            List.of(title, run.text("NAME", "名称"), run.text("SCORE", "得分")), run.result()::line)) {
      for (OutbreakScores.Score each : scores) {
        table.row(
            List.of(each.id(), names.getOrDefault(each.id(), "-"), each.score().toPlainString()));
      }
    }
  }
}
