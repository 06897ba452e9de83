package io.foodsafety.examples.cli;

import io.foodsafety.trace.FindingKind;
import io.foodsafety.trace.TraceGaps;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is wrong with what was recorded of lots. */
@Command(
    name = "gaps",
    description = "Lists where the records of lots break off or contradict each other.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GapsCommand extends AbstractCommand {

  @Option(names = "--lot", paramLabel = "CODE", description = "Of this lot only.")
  private @Nullable String lot;

  @Mixin private final TraceSource source = new TraceSource();

  @Override
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    return source.ask(
        run,
        (network, names) -> {
          TraceGaps gaps = network.gaps(Optional.ofNullable(lot));
          if (run.json()) {
            run.result().line(gaps.toJson(run.locale()));
          } else {
            show(gaps, run);
          }
        });
  }

  private static void show(TraceGaps gaps, Run run) throws IOException {
    try (Table table =
        new Table(List.of(run.text("KIND", "类别"), run.text("COUNT", "数量")), run.result()::line)) {
      for (Map.Entry<FindingKind, Integer> each : gaps.counts().entrySet()) {
        table.row(List.of(each.getKey().code(), String.valueOf(each.getValue())));
      }
    }
    FindingLines.show(gaps.findings(), run);
  }
}
