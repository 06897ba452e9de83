package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.Grading;
import io.foodsafety.rule.RuleContext;
import java.util.Optional;

/**
 * Grades subjects by a policy. A function of its arguments: no clock, no storage. Immutable, safe
 * for use by many threads.
 */
public final class RiskGrader {

  private final RiskPolicy policy;

  private RiskGrader(RiskPolicy policy) {
    this.policy = policy;
  }

  /**
   * A grader.
   *
   * @param policy the policy
   * @return the grader
   */
  public static RiskGrader of(RiskPolicy policy) {
    return new RiskGrader(policy);
  }

  /** {@return the policy} */
  public RiskPolicy policy() {
    return policy;
  }

  /**
   * Grades a business.
   *
   * @param subject what is registered of it
   * @param history all facts that concern it
   * @param asOf the point of assessment; later facts are not seen
   * @return the grade with every line that led to it
   */
  public RiskAssessment grade(Subject subject, FactHistory history, AsOf asOf) {
    return grade(subject.id(), Optional.of(subject), history, asOf);
  }

  /**
   * Grades a business that may not be registered.
   *
   * @param subjectId its id
   * @param subject what is registered of it; nothing if only facts are known
   * @param history all facts that concern it
   * @param asOf the point of assessment; later facts are not seen
   * @return the grade with every line that led to it
   */
  public RiskAssessment grade(
      String subjectId, Optional<Subject> subject, FactHistory history, AsOf asOf) {
    RuleContext context =
        RuleContext.of(SubjectRef.business(subjectId), subject, history, asOf, policy.zone());
    return new Grading(policy, context).assess();
  }
}
