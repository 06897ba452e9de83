package io.foodsafety.benchmarks.rules.peers;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelRuntime;
import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** CEL: each expression checked against declared types and planned once, over variables in a map. */
final class CelRules implements FeaturePeer.Rules {

  private final Map<String, CelRuntime.Program> programs = new LinkedHashMap<>();
  private final Map<String, Object> variables = new HashMap<>();

  CelRules() {
    Map<String, String> expressions = RuleExpressions.in(Language.JAVA);
    CelBuilder builder = CelFactory.plannerCelBuilder();
    new Features().names().forEach(name -> builder.addVar(name, SimpleType.INT));
    expressions.keySet().forEach(name -> builder.addVar(name, SimpleType.INT));
    Cel cel = builder.build();
    expressions.forEach((name, text) -> programs.put(name, compile(cel, text)));
  }

  private static CelRuntime.Program compile(Cel cel, String text) {
    try {
      return cel.createProgram(cel.compile(text).getAst());
    } catch (Exception e) {
      throw new IllegalStateException(text, e);
    }
  }

  @Override
  public void grade(Features features, int business, Grades into) throws Exception {
    features.forEach(variables::put);
    for (Map.Entry<String, CelRuntime.Program> each : programs.entrySet()) {
      variables.put(each.getKey(), each.getValue().eval(variables));
    }
    Results.put(variables, business, into);
  }
}
