package io.foodsafety.examples.cli;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.region.Divisions;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.LineDifference;
import io.foodsafety.risk.PolicyMove;
import io.foodsafety.risk.RiskAssessment;
import java.math.BigDecimal;
import java.util.Optional;

/** Outcomes and reasons in the language of a run. */
final class MoveText {

  private final Run run;

  MoveText(Run run) {
    this.run = run;
  }

  /** A grade, or why there is none. */
  String label(GradeOutcome outcome) {
    return outcome
        .grade()
        .map(Grade::label)
        .orElseGet(
            () ->
                outcome.status() == RiskAssessment.Status.INCOMPLETE
                    ? run.text("incomplete", "资料不全")
                    : run.text("none", "不评级"));
  }

  /** The name of a division. */
  String local(Divisions.Entry entry) {
    return run.text(entry.nameEn(), entry.division().name());
  }

  /** What a reason is called. */
  String reason(String reason) {
    return switch (reason) {
      case PolicyMove.BANDS -> run.text("bounds of the grades", "等级分数线");
      case PolicyMove.APPLIES -> run.text("whether the policy applies", "规则是否适用");
      default -> reason;
    };
  }

  /** A reason with what it does to one business. */
  String reason(String reason, PolicyMove move) {
    Optional<LineDifference> difference =
        move.differences().stream().filter(each -> each.item().equals(reason)).findFirst();
    return reason(reason) + difference.map(this::change).map(text -> " " + text).orElse("");
  }

  private String change(LineDifference difference) {
    BigDecimal points = difference.points();
    if (difference.changesMissing()) {
      return isMissing(difference.b())
          ? run.text("not known under b", "b 缺数据")
          : run.text("not known under a", "a 缺数据");
    }
    if (points.signum() != 0) {
      return Numbers.signed(points);
    }
    return difference.changesEffect()
        ? effect(difference.a()) + " → " + effect(difference.b())
        : "";
  }

  private static boolean isMissing(Optional<AssessmentLine> line) {
    return line.map(each -> each.state() == AssessmentLine.State.MISSING).orElse(false);
  }

  private static String effect(Optional<AssessmentLine> line) {
    return line.flatMap(AssessmentLine::effect)
        .map(
            effect ->
                effect
                    .grade()
                    .map(Grade::label)
                    .orElseGet(() -> Numbers.signed(BigDecimal.valueOf(effect.steps()))))
        .orElse("-");
  }
}
