package io.foodsafety.benchmarks.rules.peers;

import com.alibaba.qlexpress4.Express4Runner;
import com.alibaba.qlexpress4.InitOptions;
import com.alibaba.qlexpress4.QLOptions;
import com.alibaba.qlexpress4.QLResult;
import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.HashMap;
import java.util.Map;

/** QLExpress 4: all expressions as one script, compiled once and kept. */
final class QlExpressRules implements FeaturePeer.Rules {

  private static final int GRADES = 10;

  private final Express4Runner runner = new Express4Runner(InitOptions.DEFAULT_OPTIONS);
  private final QLOptions options = QLOptions.builder().cache(true).build();
  private final Map<String, Object> variables = new HashMap<>();
  private final String script;

  QlExpressRules() {
    script = script(RuleExpressions.in(Language.JAVA));
  }

  /** The expressions as a script; its result is score and grades in one number. */
  static String script(Map<String, String> expressions) {
    StringBuilder text = new StringBuilder();
    expressions.forEach(
        (name, expression) -> text.append(name).append(" = ").append(expression).append(";\n"));
    return text.append("score * 100 + (grade + 1) * 10 + nextGrade + 1").toString();
  }

  @Override
  public void grade(Features features, int business, Grades into) {
    features.forEach(variables::put);
    put(runner.execute(script, variables, options), business, into);
  }

  /** Puts the result of such a script. */
  static void put(QLResult result, int business, Grades into) {
    long packed = ((Number) result.getResult()).longValue();
    long score = Math.floorDiv(packed, (long) GRADES * GRADES);
    int grades = (int) Math.floorMod(packed, (long) GRADES * GRADES);
    into.set(
        business,
        score < 0 ? Grades.NO_SCORE : score,
        grades / GRADES - 1,
        grades % GRADES - 1);
  }
}
