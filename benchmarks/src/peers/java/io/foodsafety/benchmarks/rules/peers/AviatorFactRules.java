package io.foodsafety.benchmarks.rules.peers;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Expression;
import com.googlecode.aviator.Options;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Aviator that loops over facts: a script for each kind of fact and then the expressions of {@link
 * AviatorRules}, each compiled to a class once, optimised for evaluation. The scripts set variables
 * of the map that is the environment itself. Joined into one they are no faster.
 */
final class AviatorFactRules implements FactsPeer.Rules {

  private final List<Expression> scripts;
  private final Map<String, Expression> expressions = new LinkedHashMap<>();
  private final Map<String, Object> variables = new HashMap<>();

  AviatorFactRules() {
    AviatorEvaluatorInstance evaluator = AviatorEvaluator.newInstance();
    evaluator.setOption(Options.OPTIMIZE_LEVEL, AviatorEvaluator.EVAL);
    scripts = FactScripts.in("for f in %s", "1").stream().map(evaluator::compile).toList();
    RuleExpressions.in(Language.JAVA)
        .forEach((name, text) -> expressions.put(name, evaluator.compile(text)));
  }

  @Override
  public void grade(Map<String, Object> facts, int business, Grades into) {
    variables.putAll(facts);
    scripts.forEach(script -> script.execute(variables));
    expressions.forEach((name, expression) -> variables.put(name, expression.execute(variables)));
    Results.put(variables, business, into);
  }
}
