package io.foodsafety.examples.cli;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.LineDifference;
import io.foodsafety.risk.PolicyMove;
import io.foodsafety.risk.RiskAssessment;
import java.math.BigDecimal;
import java.util.Optional;

/** Outcomes and reasons in the language of a run. */
final class MoveText {

  private final RuleNames names;
  private final Run run;

  MoveText(RuleNames names, Run run) {
    this.names = names;
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

  /** Why somebody should look at some businesses, after their number. */
  String attention(PolicyMove.Attention attention) {
    return switch (attention) {
      case SEVERAL_GRADES -> run.text("move by two grades or more", "家等级变化两级以上");
      case BEST_AND_WORST ->
          run.text(
              "have the best grade of one scale and the worst of the other", "家在一份规则中最好、另一份中最差");
      case BETTER_DESPITE_RECORD ->
          run.text(
              "get better or are inspected less often, though within a year there was a penalty, an"
                  + " accident, a failed sample or an upheld complaint",
              "家变好或检查减少，但一年内有处罚、事故、不合格抽检或属实投诉");
      case LACKS_DATA ->
          run.text("lose their grade because b needs data that is not there", "家因缺少 b 所需数据而没有等级");
      case WORSE_WITHOUT_RECORD ->
          run.text(
              "get worse or are inspected more often, though there was nothing of that kind within a"
                  + " year",
              "家变差或检查增加，但一年内没有上述情况");
    };
  }

  /** The same in a word. */
  String shortAttention(PolicyMove.Attention attention) {
    return switch (attention) {
      case SEVERAL_GRADES -> run.text("two grades or more", "两级以上");
      case BEST_AND_WORST -> run.text("best and worst", "最好与最差");
      case BETTER_DESPITE_RECORD -> run.text("better despite its record", "有不良记录而变好");
      case LACKS_DATA -> run.text("lacks data", "缺数据");
      case WORSE_WITHOUT_RECORD -> run.text("worse without a record", "无不良记录而变差");
    };
  }

  /** What a reason is called. */
  String reason(String reason) {
    return switch (reason) {
      case PolicyMove.BANDS -> run.text("bounds of the grades", "等级分数线");
      case PolicyMove.SCALES -> run.text("two scales", "等级体系不同");
      case PolicyMove.APPLIES -> run.text("whether the policy applies", "规则是否适用");
      default -> names.rule(reason);
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
