package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import java.util.Map;
import java.util.Objects;

/** Reads what {@link RuleExpressions} gave. */
final class Results {

  private Results() {}

  static void put(Map<String, ?> variables, int business, Grades into) {
    long score = number(variables, "score");
    into.set(
        business,
        score < 0 ? Grades.NO_SCORE : score,
        (int) number(variables, "grade"),
        (int) number(variables, "nextGrade"));
  }

  private static long number(Map<String, ?> variables, String name) {
    return ((Number) Objects.requireNonNull(variables.get(name))).longValue();
  }
}
