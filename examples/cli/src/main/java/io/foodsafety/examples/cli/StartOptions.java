package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Location;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.trace.TraceQueries;
import io.foodsafety.trace.TraceStart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a trace begins. */
final class StartOptions {

  @Option(names = "--lot", required = true, paramLabel = "CODE", description = "The lot.")
  private String lot = "";

  @Option(
      names = "--party",
      paramLabel = "ID",
      description = "Begin at this party's holding only. Default: wherever the lot is.")
  private @Nullable String party;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "Begin with what left at this time or later; backward, with what came by then. A year, month, day or time with an offset.")
  private @Nullable EventTime time;

  TraceStart start() {
    return new TraceStart(lot, Optional.ofNullable(party), Optional.ofNullable(time));
  }

  /** Says so if nothing is recorded of the start: an empty answer is no good news. */
  void warnIfUnknown(TraceQueries network, Run run) {
    if (!network.knows(start())) {
      String at = party == null ? "anywhere" : "at party (%s)".formatted(party);
      String chineseAt = party == null ? "" : "主体（%s）".formatted(party);
      run.problems()
          .report(
              CliIssues.UNKNOWN_LOT
                  .at(Location.unknown())
                  .with("lot", lot)
                  .with("where", at)
                  .with("chineseWhere", chineseAt)
                  .build());
    }
  }
}
