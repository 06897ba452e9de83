package io.foodsafety.examples.cli;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.TraceDirection;
import io.foodsafety.trace.TraceEnd;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a lot. */
@Command(
    name = "trace",
    description = "Follows a lot to where it came from and where it went.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TraceCommand extends AbstractCommand {

  @Mixin private final StartOptions start = new StartOptions();

  @Option(
      names = "--direction",
      paramLabel = "WAY",
      description = "backward, forward or both. Default: ${DEFAULT-VALUE}.")
  private TraceDirection direction = TraceDirection.BOTH;

  @Option(
      names = "--strict",
      description = "Follow only what the times allow. Default: every recorded link.")
  private boolean strict;

  @Option(names = "--depth", paramLabel = "N", description = "The most links from the start.")
  private @Nullable Integer depth;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "The most holdings in a direction, the start not counted.")
  private @Nullable Integer max;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Follow nothing that is certainly later; backward, nothing earlier.")
  private @Nullable EventTime until;

  @Option(
      names = "--division",
      paramLabel = "CODE",
      description =
          "Follow no link to a business that is registered in another division. Default: all.")
  private @Nullable DivisionCode division;

  @Option(
      names = "--skip",
      paramLabel = "N",
      description = "Leave out the first holdings. Default: ${DEFAULT-VALUE}.")
  private int skip;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Show so many holdings at most. Default: all.")
  private @Nullable Integer rows;

  @Mixin private final TraceSource source = new TraceSource();

  @Override
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    OptionalInt maxDepth = limit("--depth", depth);
    OptionalInt maxHoldings = limit("--max", max);
    int first = limit("--skip", skip).orElse(0);
    int count = limit("--rows", rows).orElse(Integer.MAX_VALUE);
    return source.ask(
        run,
        (network, names) -> {
          start.warnIfUnknown(network, run);
          Optional<Predicate<String>> parties =
              Optional.ofNullable(division).map(code -> party -> names.mayBeIn(party, code));
          TraceQuery query =
              new TraceQuery(
                  start.start(),
                  direction,
                  strict,
                  maxDepth,
                  maxHoldings,
                  Optional.ofNullable(until),
                  parties);
          TraceResult result = network.trace(query).page(first, count);
          if (run.json()) {
            run.result().line(result.toJson(run.locale()));
          } else {
            show(result, names, run);
          }
        });
  }

  private static OptionalInt limit(String option, @Nullable Integer value) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 0) {
      throw CliIssues.usage(
          "%s must not be negative.".formatted(option), "%s 不得为负数。".formatted(option));
    }
    return OptionalInt.of(value);
  }

  private static void show(TraceResult result, TraceSource.Businesses names, Run run)
      throws IOException {
    Map<String, String> known =
        names.names(
            result.holdings().stream().map(each -> each.holding().party()).distinct().toList());
    try (Table table =
        new Table(
            List.of(
                run.text("DEPTH", "深度"),
                run.text("WAY", "方向"),
                run.text("LOT", "批次"),
                run.text("PARTY", "主体"),
                run.text("NAME", "名称"),
                run.text("QUANTITY", "数量"),
                run.text("VIA", "经由")),
            run.result()::line)) {
      for (ReachedHolding each : result.holdings()) {
        table.row(
            List.of(
                String.valueOf(each.depth()),
                way(each, run),
                each.holding().lot(),
                each.holding().party(),
                known.getOrDefault(each.holding().party(), "-"),
                each.quantity().map(Quantity::toString).orElse("-"),
                String.join(" ", each.via())));
      }
    }
    for (TraceEnd end : result.ends()) {
      run.result()
          .line(
              run.text("Ends at ", "止于 ")
                  + end.holding().lot()
                  + " @ "
                  + end.holding().party()
                  + run.text(": ", "：")
                  + reason(end.reason(), run));
    }
    FindingLines.show(result.findings(), run);
    if (result.truncated()) {
      run.result().line(run.text("A limit cut this off.", "结果因限制而不完整。"));
    }
  }

  private static String way(ReachedHolding each, Run run) {
    return switch (each.reach()) {
      case START -> run.text("start", "起点");
      case BACKWARD -> run.text("backward", "溯源");
      case FORWARD -> run.text("forward", "追踪");
    };
  }

  private static String reason(TraceEnd.Reason reason, Run run) {
    return switch (reason) {
      case ON_HAND -> run.text("on hand", "在库");
      case REMOVED -> run.text("left the chain", "已离开链条");
      case NO_ORIGIN -> run.text("no origin recorded", "没有来源记录");
      case UNKNOWN_COUNTERPART -> run.text("the other party is not known", "对方不明");
      case LIMIT -> run.text("a limit of the query", "达到查询限制");
    };
  }
}
