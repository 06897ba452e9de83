package io.foodsafety.examples.cli;

import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.trace.HoldingBalance;
import io.foodsafety.trace.LotTotal;
import io.foodsafety.trace.RecallScope;
import io.foodsafety.trace.RecallScope.RecallParty;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Works out the scope of a recall. */
@Command(
    name = "recall",
    description = "Says who has how much of what followed from a lot.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RecallCommand extends AbstractCommand {

  @Mixin private final StartOptions start = new StartOptions();
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
          start.warnIfUnknown(network, run);
          RecallScope scope = network.recall(start.start());
          Map<String, String> known =
              names.names(scope.parties().stream().map(RecallParty::id).toList());
          if (run.json()) {
            run.result().line(scope.toJson(known, run.locale()));
          } else {
            show(scope, known, run);
          }
        });
  }

  private static void show(RecallScope scope, Map<String, String> names, Run run)
      throws IOException {
    try (Table table = new Table(titles(run), run.result()::line)) {
      for (HoldingBalance each : scope.holdings()) {
        List<String> cells = new ArrayList<>();
        cells.add(each.holding().lot());
        cells.add(each.holding().party());
        cells.add(names.getOrDefault(each.holding().party(), "-"));
        cells.add(each.unit().map(Unit::code).orElse("-"));
        cells.add(number(each.in()));
        cells.add(number(each.out()));
        cells.add(number(each.used()));
        cells.addAll(removed(each.removed()));
        cells.add(number(each.onHand()));
        cells.add(number(each.attributable()));
        table.row(cells);
      }
    }
    for (LotTotal total : scope.totals()) {
      run.result()
          .line(
              run.text(
                      "Lot %s: released %s, on hand %s, unaccounted %s %s",
                      "批次 %s：放行 %s，在库 %s，去向不明 %s %s")
                  .formatted(
                      total.lot(),
                      number(total.released()),
                      number(total.onHand()),
                      number(total.unaccounted()),
                      total.unit().map(Unit::code).orElse(""))
                  .stripTrailing());
    }
    run.result()
        .line(
            scope.complete()
                ? run.text("All receivers are known.", "全部接收方已知。")
                : run.text("Not complete: something went to an unknown receiver.", "不完整：有产品去向不明。"));
    FindingLines.show(scope.findings(), run);
  }

  private static List<String> titles(Run run) {
    return List.of(
        run.text("LOT", "批次"),
        run.text("PARTY", "主体"),
        run.text("NAME", "名称"),
        run.text("UNIT", "单位"),
        run.text("IN", "入库"),
        run.text("OUT", "发出"),
        run.text("USED", "使用"),
        run.text("SOLD", "售出"),
        run.text("DESTROYED", "销毁"),
        run.text("SAMPLED", "抽样"),
        run.text("LOST", "丢失"),
        run.text("ON HAND", "在库"),
        run.text("ATTRIBUTABLE", "归因数量"));
  }

  private static List<String> removed(Map<RemovalReason, BigDecimal> removed) {
    List<String> cells = new ArrayList<>();
    for (RemovalReason reason : RemovalReason.values()) {
      cells.add(number(Optional.ofNullable(removed.get(reason))));
    }
    return cells;
  }

  private static String number(Optional<BigDecimal> number) {
    return number
        .map(value -> value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString())
        .orElse("-");
  }
}
