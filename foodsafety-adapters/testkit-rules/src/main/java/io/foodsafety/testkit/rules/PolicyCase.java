package io.foodsafety.testkit.rules;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.testkit.rules.internal.CaseSetting;
import io.foodsafety.testkit.rules.internal.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A business, facts and a day, and what a policy must make of them. Immutable. */
public final class PolicyCase {

  private final String name;
  private final Optional<String> policyId;
  private final Optional<Map<String, @Nullable Object>> subject;
  private final List<Map<String, @Nullable Object>> facts;
  private final Optional<LocalDate> asOf;
  private final Optional<String> asOfFact;
  private final List<Expectation> expectations;
  private final Origin origin;

  /** Where a case and its parts stand. */
  record Origin(Places places, String pointer, String subjectPointer) {

    static Origin none() {
      return new Origin(Places.none(), "", "/subject");
    }
  }

  PolicyCase(
      String name,
      Optional<String> policyId,
      Optional<Map<String, @Nullable Object>> subject,
      List<Map<String, @Nullable Object>> facts,
      Optional<LocalDate> asOf,
      Optional<String> asOfFact,
      List<Expectation> expectations,
      Origin origin) {
    this.name = name;
    this.policyId = policyId;
    this.subject = subject;
    this.facts = List.copyOf(facts);
    this.asOf = asOf;
    this.asOfFact = asOfFact;
    this.expectations = List.copyOf(expectations);
    this.origin = origin;
  }

  /** {@return what the case shows} */
  public String name() {
    return name;
  }

  /** {@return the names of the lines that the case says something of} */
  public List<String> items() {
    return expectations.stream().flatMap(each -> each.item().stream()).distinct().toList();
  }

  /**
   * Grades the business and compares.
   *
   * @param policy the policy
   * @return what came, and what came otherwise than expected
   */
  public CaseResult check(RiskPolicy policy) {
    CaseSetting setting = setting(policy);
    List<Issue> faults = new ArrayList<>(setting.issues());
    faults.addAll(faults(policy));
    Optional<AsOf> point = point(setting, policy);
    if (faults.isEmpty() && point.isEmpty()) {
      faults.add(noPoint());
    }
    if (!faults.isEmpty()) {
      return new CaseResult(name, Optional.empty(), faults);
    }
    RiskAssessment assessment =
        RiskGrader.of(policy)
            .grade(CaseSetting.SUBJECT, setting.subject(), setting.history(), point.orElseThrow());
    return new CaseResult(name, Optional.of(assessment), mismatches(assessment));
  }

  /**
   * Grades the business by the policy that the file of cases names, in the version of the day.
   *
   * @param region the region
   * @return what came, and what came otherwise than expected
   */
  public CaseResult check(Region region) {
    String id = policyId.orElse("");
    List<RiskPolicy> versions =
        region.policies().stream().filter(each -> each.id().equals(id)).toList();
    if (versions.isEmpty()) {
      Issue fault =
          CaseIssues.NO_POLICY.at(here()).with("region", region.id()).with("policy", id).build();
      return new CaseResult(name, Optional.empty(), List.of(fault));
    }
    RiskPolicy any = versions.get(0);
    return check(
        point(setting(any), any)
            .flatMap(point -> region.policy(id, point.dateIn(any.zone())))
            .orElse(any));
  }

  /**
   * The business of the case and its facts, for whoever wants to grade them otherwise. What is
   * wrong with them is left out here; {@link #check(RiskPolicy)} says it.
   *
   * @param policy the policy, whose catalogue says what may be recorded
   * @return the business with its facts
   */
  public Dossier dossier(RiskPolicy policy) {
    CaseSetting setting = setting(policy);
    return new Dossier(CaseSetting.SUBJECT, setting.subject(), setting.history());
  }

  private CaseSetting setting(RiskPolicy policy) {
    CaseSetting setting = new CaseSetting(policy, origin.places());
    subject.ifPresent(fields -> setting.subject(fields, origin.subjectPointer()));
    for (int i = 0; i < facts.size(); i++) {
      setting.fact(facts.get(i), origin.pointer() + "/facts/" + i, i + 1);
    }
    return setting;
  }

  /** The point of assessment: a fact, a day, or the day of the last fact. */
  private Optional<AsOf> point(CaseSetting setting, RiskPolicy policy) {
    if (asOfFact.isPresent()) {
      return setting.facts().stream()
          .filter(fact -> fact.id().equals(asOfFact.get()))
          .findFirst()
          .map(AsOf::fact);
    }
    return asOf.or(
            () ->
                setting.facts().stream()
                    .map(fact -> fact.at().dateIn(policy.zone()))
                    .max(LocalDate::compareTo))
        .map(AsOf::date);
  }

  private Issue noPoint() {
    return asOfFact
        .map(fact -> CaseIssues.UNKNOWN_FACT.at(here()).with("fact", fact).build())
        .orElseGet(() -> CaseIssues.MISSING_MEMBER.at(here()).with("name", "asOf").build());
  }

  private Location here() {
    return origin.places().of(origin.pointer());
  }

  private List<Issue> faults(RiskPolicy policy) {
    List<Issue> faults = new ArrayList<>();
    if (!policyId.orElse(policy.id()).equals(policy.id())) {
      faults.add(
          CaseIssues.OTHER_POLICY
              .at(here())
              .with("case", name)
              .with("expected", policyId.orElse(""))
              .with("policy", policy.id())
              .build());
    }
    List<String> known = PolicyCases.items(policy);
    for (String item : items()) {
      if (!known.contains(item)) {
        String lines = Places.child(origin.pointer() + "/expect/lines", item);
        faults.add(
            CaseIssues.UNKNOWN_LINE
                .at(origin.places().of(lines))
                .with("item", item)
                .with("known", String.join(", ", known))
                .build());
      }
    }
    return faults;
  }

  private List<Issue> mismatches(RiskAssessment assessment) {
    return expectations.stream()
        .flatMap(each -> each.check(assessment).stream())
        .map(
            mismatch ->
                CaseIssues.UNEXPECTED
                    .at(here())
                    .with("what", mismatch.what())
                    .with("expected", mismatch.expected())
                    .with("actual", mismatch.actual())
                    .build())
        .toList();
  }

  /** {@return the name of the case} */
  @Override
  public String toString() {
    return name;
  }
}
