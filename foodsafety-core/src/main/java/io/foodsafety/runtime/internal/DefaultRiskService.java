package io.foodsafety.runtime.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.FactService;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.RiskService;
import io.foodsafety.subject.SubjectService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Grades from the stored subjects and facts. */
final class DefaultRiskService implements RiskService {

  private final List<RiskPolicy> policies;
  private final SubjectService subjects;
  private final FactService facts;
  private final Clock clock;

  DefaultRiskService(
      List<RiskPolicy> policies, SubjectService subjects, FactService facts, Clock clock) {
    this.policies =
        policies.stream()
            .sorted(
                Comparator.comparing(RiskPolicy::id)
                    .thenComparing(policy -> policy.effectiveFrom().orElse(LocalDate.MIN)))
            .toList();
    this.subjects = subjects;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public List<RiskPolicy> policies() {
    return policies;
  }

  @Override
  public RiskAssessment assess(String subject) {
    List<String> ids = policies.stream().map(RiskPolicy::id).distinct().toList();
    if (ids.size() != 1) {
      throw new IllegalStateException(
          "The city must have exactly one policy to assess without naming it; it has %s."
              .formatted(ids));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), policies.get(0).zone());
    return assess(ids.get(0), subject, AsOf.date(today));
  }

  @Override
  public RiskAssessment assess(String policy, String subject, AsOf asOf) {
    String leading = subjects.leadingId(subject);
    return assess(policy, leading, asOf, facts.history(SubjectRef.business(leading)));
  }

  @Override
  public RiskAssessment assess(String policy, String subject, AsOf asOf, Instant knownBefore) {
    String leading = subjects.leadingId(subject, knownBefore);
    return assess(policy, leading, asOf, facts.history(SubjectRef.business(leading), knownBefore));
  }

  @Override
  public List<GradeChange> changes(String policy, String subject) {
    String id = versions(policy).id();
    SubjectRef leading = SubjectRef.business(subjects.leadingId(subject));
    try (Stream<Fact> recorded =
        facts.list(FactQuery.all().concerning(leading).ofKind(GradeChange.KIND))) {
      return new GradeChangeId(id, leading.id()).changes(recorded.toList());
    }
  }

  @Override
  public Stream<GradeChange> listChanges(String policy, FactQuery query) {
    return facts
        .list(query.ofKind(GradeChange.KIND))
        .flatMap(fact -> GradeChange.find(fact).stream())
        .filter(change -> GradeChangeId.isOf(policy, change));
  }

  private RiskAssessment assess(String policy, String subject, AsOf asOf, FactHistory history) {
    RiskPolicy chosen = versions(policy).inForce(asOf);
    Optional<Subject> registered = subjects.findRecorded(subject);
    if (registered.isEmpty() && history.facts().isEmpty()) {
      throw new NoSuchElementException(
          "Neither the business (%s) nor a fact about it is known.".formatted(subject));
    }
    return RiskGrader.of(chosen).grade(subject, registered, history, asOf);
  }

  private PolicyVersions versions(String id) {
    return PolicyVersions.find(id, policies)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "The policy (%s) is unknown; the city has %s."
                        .formatted(id, policies.stream().map(RiskPolicy::id).toList())));
  }
}
