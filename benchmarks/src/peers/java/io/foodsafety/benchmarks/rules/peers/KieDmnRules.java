package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** DMN by KIE: the model compiled once, the decisions that the last one needs evaluated. */
final class KieDmnRules implements FeaturePeer.Rules {

  private final DMNRuntime runtime;
  private final DMNModel model;

  KieDmnRules() {
    Resource resource = ResourceFactory.newReaderResource(new StringReader(DmnModelText.write()));
    resource.setSourcePath("benchmark.dmn");
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(IllegalStateException::new);
    model = runtime.getModel(DmnModelText.NAMESPACE, DmnModelText.MODEL);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
  }

  @Override
  public void grade(Features features, int business, Grades into) {
    DMNContext context = runtime.newContext();
    features.forEach((name, value) -> context.set(name, BigDecimal.valueOf(value)));
    DMNResult result = runtime.evaluateByName(model, context, DmnModelText.RESULT);
    if (result.hasErrors()) {
      throw new IllegalStateException(result.getMessages().toString());
    }
    DmnModelText.put(
        result.getDecisionResultByName(DmnModelText.RESULT).getResult(), business, into);
  }
}
