package io.foodsafety.report.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Bands;
import java.math.BigDecimal;

/** What a policy and its grades are called, and what follows from them, in sentences. */
final class GradeWords {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final RiskPolicy policy;
  private final ReportWords words;

  GradeWords(RiskPolicy policy, ReportWords words) {
    this.policy = policy;
    this.words = words;
  }

  /** The title of the policy. */
  String title() {
    return policy.texts().title().map(title -> title.in(words.locale())).orElse(policy.id());
  }

  /** A grade by its name. */
  String grade(Grade grade) {
    String named = words.name("grade." + grade.scale().id(), grade.label());
    return named.equals(grade.label())
        ? words.of("等级 ", "grade ") + named
        : "%s (%s)".formatted(named, grade.label());
  }

  /** A score with what every grade asks for. */
  String score(BigDecimal score) {
    String better =
        policy.scale().better() == GradeScale.Better.LOWER
            ? words.of("分数越低越好", "a lower score is better")
            : words.of("分数越高越好", "a higher score is better");
    StringBuilder bands = new StringBuilder();
    for (Bands.Band<Grade> band : policy.bands().bands()) {
      bands
          .append(bands.length() == 0 ? "" : words.of("；", "; "))
          .append(band.result().label())
          .append(' ')
          .append(band.interval().text(words.locale()));
    }
    return words
        .of("得分 %s，%s（%s）。", "The score is %s; %s (%s).")
        .formatted(ExplanationLines.number(score), better, bands);
  }

  /** How often a business of a grade is inspected. */
  String inspections(RiskPolicy.Inspections each) {
    String least = times(each.min());
    return each.max()
        .map(this::times)
        .map(
            most ->
                most.equals(least)
                    ? words.of("该等级%s检查。", "Such a business is inspected %s.").formatted(least)
                    : each.min().compareTo(BigDecimal.ONE) < 0
                        ? words
                            .of("该等级%s至%s检查。", "Such a business is inspected from %s to %s.")
                            .formatted(least, most)
                        : words
                            .of(
                                "该等级每年检查 %s 至 %s 次。",
                                "Such a business is inspected %s to %s times a year.")
                            .formatted(
                                ExplanationLines.number(each.min()),
                                ExplanationLines.number(each.max().orElse(each.min()))))
        .orElseGet(
            () ->
                words
                    .of("该等级至少%s检查。", "Such a business is inspected at least %s.")
                    .formatted(least));
  }

  private String times(BigDecimal times) {
    if (times.compareTo(HALF) == 0) {
      return words.of("每两年一次", "once in two years");
    }
    return times.compareTo(BigDecimal.ONE) == 0
        ? words.of("每年一次", "once a year")
        : words.of("每年 %s 次", "%s times a year").formatted(ExplanationLines.number(times));
  }
}
