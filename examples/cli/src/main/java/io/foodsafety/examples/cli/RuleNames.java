package io.foodsafety.examples.cli;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import java.util.List;
import java.util.Optional;

/**
 * The names of rules, divisions and codes in the language of a run: of the policies, else the
 * region.
 */
final class RuleNames {

  private final List<RiskPolicy> policies;
  private final Optional<Region> region;
  private final Run run;

  RuleNames(List<RiskPolicy> policies, Optional<Region> region, Run run) {
    this.policies = List.copyOf(policies);
    this.region = region;
    this.run = run;
  }

  /** The name of a rule; its item if it has none. */
  String rule(String item) {
    return policies.stream()
        .flatMap(policy -> policy.texts().name(item).stream())
        .findFirst()
        .map(name -> name.in(run.locale()))
        .orElseGet(() -> word("item", item));
  }

  /** What the region calls a code of a kind; the code if it does not say. */
  String word(String kind, String code) {
    String key = kind + "." + code;
    return region
        .map(known -> known.text(key, run.locale()))
        .filter(name -> !name.equals(key))
        .orElse(code);
  }

  /** The code of a division, with its name if the region knows it. */
  String division(DivisionCode code) {
    return region
        .map(Region::divisions)
        .flatMap(all -> all.find(code))
        .map(entry -> code + " " + local(entry))
        .orElse(code.value());
  }

  private String local(Divisions.Entry entry) {
    return run.text(entry.nameEn(), entry.division().name());
  }

  /** A policy with its title. */
  String policy(RiskPolicy policy) {
    String known = run.text("%s, version %s", "%s，版本 %s").formatted(policy.id(), policy.version());
    return policy
        .texts()
        .title()
        .map(title -> run.text("%s (%s)", "%s（%s）").formatted(title.in(run.locale()), known))
        .orElse(known);
  }
}
