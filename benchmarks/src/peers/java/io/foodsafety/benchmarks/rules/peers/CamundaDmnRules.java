package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** DMN by Camunda 7: the model parsed once, the last decision evaluated with all it requires. */
final class CamundaDmnRules implements FeaturePeer.Rules {

  private static final String FEEL = "feel";

  private final DmnEngine engine;
  private final DmnDecision decision;

  CamundaDmnRules() {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setDefaultLiteralExpressionLanguage(FEEL);
    configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
    configuration.setDefaultInputEntryExpressionLanguage(FEEL);
    configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
    engine = configuration.buildEngine();
    byte[] model = DmnModelText.write().getBytes(StandardCharsets.UTF_8);
    decision = engine.parseDecision(DmnModelText.RESULT, new ByteArrayInputStream(model));
  }

  @Override
  public void grade(Features features, int business, Grades into) {
    Map<String, Object> variables = new HashMap<>();
    features.forEach(variables::put);
    Object result = engine.evaluateDecision(decision, variables).getSingleResult().getSingleEntry();
    DmnModelText.put(result, business, into);
  }
}
