package io.foodsafety.report.internal;

import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a line of an assessment looked at and did, in words. */
final class LineWords {

  /** Digits after the point that are shown of what a line looks at. */
  private static final int DECIMALS = 4;

  private final ReportWords words;

  LineWords(ReportWords words) {
    this.words = words;
  }

  /** What a line looked at. */
  String value(Value value) {
    if (value instanceof Value.Num number) {
      BigDecimal shown =
          number.value().setScale(Math.min(number.value().scale(), DECIMALS), RoundingMode.HALF_UP);
      return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Value.Words list) {
      return String.join(", ", list.value());
    }
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Day day) {
      return day.value().toString();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value() ? words.of("是", "yes") : words.of("否", "no");
    }
    return "";
  }

  /** What a line did to the grade; empty if nothing. */
  String effect(AssessmentLine line) {
    return line.effect()
        .map(
            effect ->
                effect
                    .grade()
                    .map(grade -> words.of("等级：", "Grade: ") + grade.label())
                    .orElseGet(() -> steps(effect.steps())))
        .orElse("");
  }

  private String steps(int steps) {
    if (steps == 0) {
      return "";
    }
    int count = Math.abs(steps);
    return steps > 0
        ? words.of("风险等级上调 " + count + " 级", count + (count == 1 ? " grade" : " grades") + " worse")
        : words.of(
            "风险等级下调 " + count + " 级", count + (count == 1 ? " grade" : " grades") + " better");
  }
}
