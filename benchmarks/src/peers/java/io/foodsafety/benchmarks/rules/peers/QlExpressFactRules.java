package io.foodsafety.benchmarks.rules.peers;

import com.alibaba.qlexpress4.Express4Runner;
import com.alibaba.qlexpress4.InitOptions;
import com.alibaba.qlexpress4.QLOptions;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.Map;

/** QLExpress 4 that loops over facts: everything as one script, compiled once and kept. */
final class QlExpressFactRules implements FactsPeer.Rules {

  private final Express4Runner runner = new Express4Runner(InitOptions.DEFAULT_OPTIONS);
  private final QLOptions options = QLOptions.builder().cache(true).build();
  private final String script;

  QlExpressFactRules() {
    script =
        String.join("", FactScripts.in("for (f : %s)", "1L"))
            + QlExpressRules.script(RuleExpressions.in(Language.JAVA));
  }

  @Override
  public void grade(Map<String, Object> facts, int business, Grades into) {
    QlExpressRules.put(runner.execute(script, facts, options), business, into);
  }
}
