package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Business;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.runtime.StatelessKieSession;

/**
 * Drools: a rule for each line, compiled as an executable model; a pooled stateless session, which its
 * guide advises where many short ones are needed; the business and all its facts as objects.
 */
final class DroolsPeer implements GrowingPeer {

  private final KieBase rules;
  private final List<Business> businesses;
  private final StatelessKieSession session;

  DroolsPeer(Population population) {
    this(
        compile(new DroolsRules().drl()),
        IntStream.range(0, population.size()).mapToObj(i -> new Business(population, i)).toList());
  }

  private DroolsPeer(KieBase rules, List<Business> businesses) {
    this.rules = rules;
    this.businesses = businesses;
    this.session = rules.newKieSessionsPool(1).newStatelessKieSession();
  }

  private static KieBase compile(String drl) {
    KieServices services = KieServices.Factory.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/rules.drl", drl);
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    Results results = builder.getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(results.getMessages().toString());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }

  @Override
  public void grade(int from, int to, Grades into) {
    for (int i = from; i < to; i++) {
      Business business = businesses.get(i);
      DroolsResult result = new DroolsResult();
      List<Object> facts = new ArrayList<>(business.facts());
      facts.add(business.registration());
      facts.add(result);
      session.setGlobal("result", result);
      session.execute(facts);
      result.put(i, into);
    }
  }

  @Override
  public RulePeer forThread() {
    return new DroolsPeer(rules, businesses);
  }

  @Override
  public void add(int business, NewFact fact, Grades into) {
    businesses.get(business).add(fact);
    grade(business, business + 1, into);
  }
}
