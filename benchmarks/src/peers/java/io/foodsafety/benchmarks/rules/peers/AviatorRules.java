package io.foodsafety.benchmarks.rules.peers;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Expression;
import com.googlecode.aviator.Options;
import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Aviator: each expression compiled to a class once, optimised for evaluation, over variables in a
 * map that is the environment itself.
 */
final class AviatorRules implements FeaturePeer.Rules {

  private final Map<String, Expression> expressions = new LinkedHashMap<>();
  private final Map<String, Object> variables = new HashMap<>();

  AviatorRules() {
    AviatorEvaluatorInstance evaluator = AviatorEvaluator.newInstance();
    evaluator.setOption(Options.OPTIMIZE_LEVEL, AviatorEvaluator.EVAL);
    RuleExpressions.in(Language.JAVA)
        .forEach((name, text) -> expressions.put(name, evaluator.compile(text)));
  }

  @Override
  public void grade(Features features, int business, Grades into) {
    features.forEach(variables::put);
    expressions.forEach((name, expression) -> variables.put(name, expression.execute(variables)));
    Results.put(variables, business, into);
  }
}
