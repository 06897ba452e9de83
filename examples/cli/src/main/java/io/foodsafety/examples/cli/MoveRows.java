package io.foodsafety.examples.cli;

import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.PolicyComparison;
import io.foodsafety.risk.PolicyMove;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The businesses to look at before deciding: those for which there is a cause, the weightiest
 * first, then those whose scores differ most.
 */
final class MoveRows {

  private static final int MOST_MOVES = 20;
  private static final int REASONS_OF_A_MOVE = 3;
  private static final String NONE = "-";

  private static final List<PolicyMove.Attention> WEIGHTIEST_FIRST =
      List.of(PolicyMove.Attention.values());

  /** Of equals the earlier one stays in front: sorting keeps their order. */
  private static final Comparator<PolicyMove> WEIGHT =
      Comparator.comparingInt(MoveRows::rank)
          .thenComparing(MoveRows::distance, Comparator.reverseOrder());

  private final MoveText words;
  private final Run run;
  private final List<PolicyMove> moves = new ArrayList<>();
  private long deserving;

  MoveRows(MoveText words, Run run) {
    this.words = words;
    this.run = run;
  }

  /** Keeps the weightiest moves. */
  void add(PolicyMove move) {
    deserving += move.attention().isEmpty() ? 0 : 1;
    moves.add(move);
    if (moves.size() > 2 * MOST_MOVES) {
      shorten();
    }
  }

  private void shorten() {
    moves.sort(WEIGHT);
    moves.subList(Math.min(MOST_MOVES, moves.size()), moves.size()).clear();
  }

  private static int rank(PolicyMove move) {
    return move.attention().isEmpty()
        ? Integer.MAX_VALUE
        : WEIGHTIEST_FIRST.indexOf(move.attention().get(0));
  }

  private static BigDecimal distance(PolicyMove move) {
    return move.b()
        .score()
        .flatMap(b -> move.a().score().map(a -> b.subtract(a).abs()))
        .orElse(BigDecimal.ZERO);
  }

  void write(PolicyComparison comparison) throws IOException {
    long all = comparison.transitions().moved();
    if (all == 0) {
      return;
    }
    shorten();
    run.result().line("");
    run.result()
        .line(
            deserving == 0
                ? run.text("Of the %s that change, none stands out.", "结果改变的 %s 家中，没有需要特别注意的。")
                    .formatted(Numbers.of(all))
                : run.text(
                        "Of the %s that change, %s deserve a look before deciding:",
                        "结果改变的 %s 家中，有 %s 家宜在决定前查看：")
                    .formatted(Numbers.of(all), Numbers.of(deserving)));
    for (PolicyComparison.AttentionCount each : comparison.attention()) {
      run.result().line("  " + Numbers.of(each.count()) + " " + words.attention(each.attention()));
    }
    rows();
    if (all > moves.size()) {
      run.result()
          .line(
              run.text("These are %s of %s; --json lists all.", "以上为 %2$s 家中的 %1$s 家；--json 列出全部。")
                  .formatted(Numbers.of(moves.size()), Numbers.of(all)));
    }
  }

  private void rows() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> titles =
        List.of(
            run.text("SUBJECT", "主体"),
            run.text("NAME", "名称"),
            "a",
            "b",
            run.text("SCORE a", "得分 a"),
            run.text("SCORE b", "得分 b"),
            run.text("LOOK", "注意"),
            run.text("WHY", "原因"));
    rows.add(titles);
    for (PolicyMove move : moves) {
      List<String> cells =
          List.of(
              move.subject(),
              move.name().orElse(NONE),
              words.label(GradeOutcome.of(move.a())),
              words.label(GradeOutcome.of(move.b())),
              move.a().score().map(Numbers::of).orElse(NONE),
              move.b().score().map(Numbers::of).orElse(NONE),
              move.attention().stream().findFirst().map(words::shortAttention).orElse(NONE),
              reasons(move));
      rows.add(cells);
    }
    Table.print("", rows, rows.get(0).size(), run.result());
  }

  private String reasons(PolicyMove move) {
    if (move.reasons().contains(PolicyMove.SCALES)) {
      return NONE;
    }
    String reasons =
        move.reasons().stream()
            .limit(REASONS_OF_A_MOVE)
            .map(reason -> words.reason(reason, move))
            .collect(Collectors.joining(run.text("; ", "；")));
    return move.reasons().size() > REASONS_OF_A_MOVE ? reasons + " …" : reasons;
  }
}
