package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.AssessmentLine.Effect;
import io.foodsafety.risk.AssessmentLine.Section;
import io.foodsafety.risk.AssessmentLine.State;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskAssessment.Status;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.RuleContext;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;

/**
 * One assessment, step by step: whether the policy applies, the lines, best-ofs and caps, the
 * score, the band, limits, direct grades, adjustments.
 */
public final class Grading {

  private final RiskPolicy policy;
  private final RuleContext context;
  private final LineEvaluator evaluator;
  private final List<AssessmentLine> lines = new ArrayList<>();

  /** A grading of one subject. */
  public Grading(RiskPolicy policy, RuleContext context) {
    this.policy = policy;
    this.context = context;
    this.evaluator = new LineEvaluator(context, policy.pointsScale());
  }

  /** The result of a step: decided, or not known. */
  private record Outcome(Optional<Grade> grade, Optional<Issue> reason, Status status) {
    static Outcome of(Grade grade) {
      return new Outcome(Optional.of(grade), Optional.empty(), Status.GRADED);
    }

    static Outcome none(Issue reason) {
      return new Outcome(Optional.empty(), Optional.of(reason), Status.NONE);
    }

    static Outcome incomplete(Issue reason) {
      return new Outcome(Optional.empty(), Optional.of(reason), Status.INCOMPLETE);
    }
  }

  /** The assessment. */
  public RiskAssessment assess() {
    Optional<Outcome> refused = refuse();
    if (refused.isPresent()) {
      return result(refused.get(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    lines.addAll(ScoredLines.of(policy, evaluator));
    BigDecimal partial =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> score =
        lines.stream().anyMatch(line -> line.state() == State.MISSING)
            ? Optional.empty()
            : Optional.of(partial);
    Outcome byScore = limited(banded(score));
    Outcome direct = directed(byScore);
    Adjusted adjusted = adjust(direct);
    return result(adjusted.grade(), score, Optional.of(partial), adjusted.next());
  }

  private RiskAssessment result(
      Outcome outcome,
      Optional<BigDecimal> score,
      Optional<BigDecimal> partial,
      Optional<Outcome> next) {
    Optional<Issue> reason = outcome.reason().or(() -> next.flatMap(Outcome::reason));
    return new RiskAssessment(
        context.ref().id(),
        context.asOf(),
        policy,
        outcome.status(),
        outcome.status() == Status.INCOMPLETE ? Optional.empty() : score,
        partial,
        outcome.grade(),
        outcome.grade().isPresent() ? next.flatMap(Outcome::grade) : Optional.empty(),
        reason,
        lines);
  }

  /** Why the policy gives no grade, if it does not. */
  private Optional<Outcome> refuse() {
    if (!policy.isInForceOn(context.date())) {
      return Optional.of(
          Outcome.none(
              issue(PolicyIssues.NOT_IN_FORCE, "policy", policy.id(), "date", context.date())));
    }
    if (policy.appliesTo().isPresent()) {
      Value applies = evaluator.value(policy.appliesTo().get());
      if (applies instanceof Value.Unknown unknown) {
        return Optional.of(Outcome.incomplete(unknown.reason()));
      }
      if (!LineEvaluator.isTrue(applies)) {
        return Optional.of(
            Outcome.none(
                issue(
                    PolicyIssues.NOT_APPLICABLE,
                    "policy",
                    policy.id(),
                    "subject",
                    context.ref().id())));
      }
    }
    return excluded();
  }

  private Optional<Outcome> excluded() {
    Optional<Outcome> refused = Optional.empty();
    for (RiskPolicy.Exclusion exclusion : policy.exclusions()) {
      AssessmentLine line =
          evaluator.condition(
              exclusion.item(), Section.NO_GRADE, exclusion.when(), exclusion.basis());
      lines.add(line);
      if (holds(line)) {
        return Optional.of(
            Outcome.none(
                issue(PolicyIssues.NO_GRADE, "item", exclusion.item(), "policy", policy.id())));
      }
      if (line.state() == State.MISSING && refused.isEmpty()) {
        refused = line.reason().map(Outcome::incomplete);
      }
    }
    return refused;
  }

  private Outcome banded(Optional<BigDecimal> score) {
    if (score.isEmpty()) {
      return Outcome.incomplete(missing());
    }
    return policy
        .bands()
        .find(score.get())
        .map(Outcome::of)
        .orElseGet(
            () ->
                Outcome.none(
                    issue(
                        PolicyIssues.OUTSIDE_BANDS,
                        "value",
                        score.get().toPlainString(),
                        "item",
                        "score")));
  }

  private Issue missing() {
    String items =
        lines.stream()
            .filter(line -> line.state() == State.MISSING)
            .map(AssessmentLine::item)
            .collect(Collectors.joining(", "));
    return issue(PolicyIssues.INCOMPLETE, "items", items, "policy", policy.id());
  }

  private Outcome limited(Outcome byScore) {
    Outcome outcome = byScore;
    for (RiskPolicy.Limit limit : policy.limits()) {
      AssessmentLine line = evaluator.limit(limit);
      lines.add(line);
      outcome = worse(outcome, limit, line);
    }
    return outcome;
  }

  private Outcome worse(Outcome outcome, RiskPolicy.Limit limit, AssessmentLine line) {
    if (outcome.grade().isEmpty()) {
      return outcome;
    }
    Optional<Grade> bound = line.effect().flatMap(Effect::grade);
    if (bound.isPresent()) {
      return bound.get().isWorseThan(outcome.grade().get()) ? Outcome.of(bound.get()) : outcome;
    }
    if (line.state() == State.MISSING) {
      return Outcome.incomplete(line.reason().orElseThrow());
    }
    return Outcome.none(
        issue(
            PolicyIssues.OUTSIDE_BANDS,
            "value",
            line.value().map(LineEvaluator::text).orElse(""),
            "item",
            limit.item()));
  }

  /**
   * A direct grade takes the place of the other; it is decided once no unknown one could be worse.
   */
  private Outcome directed(Outcome byScore) {
    Optional<Grade> worst = Optional.empty();
    List<RiskPolicy.DirectGrade> open = new ArrayList<>();
    Optional<Issue> reason = Optional.empty();
    for (RiskPolicy.DirectGrade direct : policy.directGrades()) {
      AssessmentLine line =
          evaluator.condition(direct.item(), Section.DIRECT_GRADE, direct.when(), direct.basis());
      boolean holds = holds(line);
      lines.add(holds ? withEffect(line, Effect.of(direct.grade())) : line);
      if (holds && worst.map(each -> direct.grade().isWorseThan(each)).orElse(true)) {
        worst = Optional.of(direct.grade());
      } else if (line.state() == State.MISSING) {
        open.add(direct);
        reason = reason.or(line::reason);
      }
    }
    Optional<Grade> decided = worst;
    boolean certain =
        open.stream()
            .allMatch(each -> decided.map(grade -> !each.grade().isWorseThan(grade)).orElse(false));
    if (!certain) {
      return Outcome.incomplete(reason.orElseThrow());
    }
    return decided.map(Outcome::of).orElse(byScore);
  }

  private record Adjusted(Outcome grade, Optional<Outcome> next) {}

  private Adjusted adjust(Outcome graded) {
    Moves now = new Moves();
    Moves next = new Moves();
    boolean hasNext = false;
    for (RiskPolicy.Adjustment adjustment : policy.adjustments()) {
      AssessmentLine line =
          evaluator.condition(
              adjustment.item(), Section.ADJUSTMENT, adjustment.when(), adjustment.basis());
      boolean holds = holds(line);
      lines.add(holds ? withEffect(line, Effect.of(adjustment.by())) : line);
      boolean affectsNext = adjustment.affects() == RiskPolicy.Affects.NEXT_GRADE;
      hasNext |= affectsNext;
      (affectsNext ? next : now).add(adjustment, holds, line.reason());
    }
    Outcome grade = now.apply(graded);
    return new Adjusted(grade, hasNext ? Optional.of(next.apply(grade)) : Optional.empty());
  }

  /** The adjustments of a grade: the strongest of each group, and those that are not known. */
  private static final class Moves {
    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private final Map<RiskPolicy.Adjustment, Issue> open = new LinkedHashMap<>();

    void add(RiskPolicy.Adjustment adjustment, boolean holds, Optional<Issue> unknown) {
      if (holds) {
        steps.merge(adjustment.group(), adjustment.by(), Moves::stronger);
      }
      unknown.ifPresent(reason -> open.put(adjustment, reason));
    }

    private static int stronger(int left, int right) {
      return Math.abs(right) > Math.abs(left) ? right : left;
    }

    /** The grade moved; unknown only if what is not known could make it another one. */
    Outcome apply(Outcome outcome) {
      if (outcome.grade().isEmpty()) {
        return outcome;
      }
      Grade grade = outcome.grade().get();
      Grade best = grade.worseBy(sum(Math::min));
      if (!best.equals(grade.worseBy(sum(Math::max)))) {
        return Outcome.incomplete(open.values().iterator().next());
      }
      return Outcome.of(best);
    }

    /** The least or greatest sum of steps, whatever the unknown conditions turn out to be. */
    private int sum(IntBinaryOperator extreme) {
      Map<String, Integer> possible = new LinkedHashMap<>(steps);
      for (RiskPolicy.Adjustment each : open.keySet()) {
        int known = steps.getOrDefault(each.group(), 0);
        if (Math.abs(each.by()) >= Math.abs(known)) {
          int other = possible.getOrDefault(each.group(), 0);
          possible.put(each.group(), extreme.applyAsInt(other, each.by()));
        }
      }
      return possible.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static boolean holds(AssessmentLine line) {
    return line.value().map(LineEvaluator::isTrue).orElse(false);
  }

  private static AssessmentLine withEffect(AssessmentLine line, Effect effect) {
    return new AssessmentLine(
        line.item(),
        line.section(),
        line.state(),
        line.value(),
        line.points(),
        Optional.of(effect),
        line.evidence(),
        line.reason(),
        line.basis());
  }

  private static Issue issue(
      IssueType type, String slot, Object value, String slot2, Object value2) {
    return type.at(Location.unknown()).with(slot, value).with(slot2, value2).build();
  }
}
