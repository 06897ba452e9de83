package io.foodsafety.risk.internal;

import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.PolicyComparison.ReasonCount;
import io.foodsafety.risk.PolicyMove;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the reasons of many moves. For one thread. */
public final class ReasonCounter {

  private final Map<String, Map<Direction, Long>> counts = new HashMap<>();

  /** Counts the reasons of a move. */
  public void add(PolicyMove move) {
    for (String reason : move.reasons()) {
      counts
          .computeIfAbsent(reason, each -> new HashMap<>())
          .merge(move.direction(), 1L, Long::sum);
    }
  }

  /** {@return the counts, the most frequent first, then by name} */
  public List<ReasonCount> end() {
    return counts.entrySet().stream()
        .map(each -> count(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingLong(ReasonCount::total)
                .reversed()
                .thenComparing(ReasonCount::reason))
        .toList();
  }

  private static ReasonCount count(String reason, Map<Direction, Long> counts) {
    return new ReasonCount(
        reason,
        counts.getOrDefault(Direction.BETTER, 0L),
        counts.getOrDefault(Direction.WORSE, 0L),
        counts.getOrDefault(Direction.OTHER, 0L));
  }
}
