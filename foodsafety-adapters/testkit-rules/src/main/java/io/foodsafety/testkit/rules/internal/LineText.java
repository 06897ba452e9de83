package io.foodsafety.testkit.rules.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Lines of an assessment as text that a rule author reads. */
public final class LineText {

  private LineText() {}

  /** The line of a name. */
  public static Optional<AssessmentLine> find(RiskAssessment assessment, String item) {
    return assessment.lines().stream().filter(line -> line.item().equals(item)).findFirst();
  }

  /** Whether a line has points, moved the grade, gave it, or kept it from being given. */
  public static boolean counted(AssessmentLine line) {
    return line.points().map(points -> points.signum() != 0).orElse(false)
        || line.effect().isPresent()
        || (line.section() == AssessmentLine.Section.NO_GRADE
            && value(line.value()).equals("true"));
  }

  /** A number without trailing zeros and without an exponent. */
  public static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** A value as it is shown. */
  public static String value(Optional<Value> value) {
    return value.map(LineText::text).orElse("nothing");
  }

  private static String text(Value value) {
    if (value instanceof Value.Num num) {
      return plain(num.value());
    }
    if (value instanceof Value.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Day day) {
      return day.value().toString();
    }
    return value instanceof Value.Words words ? String.join(", ", words.value()) : "unknown";
  }

  /** Grade, score and the lines that counted or are missing, a line each. */
  public static String describe(RiskAssessment assessment, Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    StringBuilder text = new StringBuilder();
    text.append(chinese ? "  截至 " : "  as of ").append(assessment.asOf());
    text.append(chinese ? "，状态 " : ", status ").append(assessment.status().code());
    text.append(chinese ? "，得分 " : ", points ");
    text.append(assessment.partialScore().map(LineText::plain).orElse("-"));
    text.append(chinese ? "，等级 " : ", grade ");
    text.append(assessment.grade().map(Grade::label).orElse("-"));
    assessment
        .nextGrade()
        .ifPresent(next -> text.append(chinese ? "，下期 " : ", next ").append(next.label()));
    assessment.reason().ifPresent(reason -> text.append("; ").append(reason.message(locale)));
    assessment.lines().stream()
        .filter(line -> counted(line) || line.state() == AssessmentLine.State.MISSING)
        .forEach(line -> text.append("\n    ").append(describe(line, locale)));
    return text.toString();
  }

  private static String describe(AssessmentLine line, Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    StringBuilder text = new StringBuilder(line.item()).append(": ");
    if (line.state() == AssessmentLine.State.MISSING) {
      text.append(chinese ? "缺项" : "missing");
      line.reason().ifPresent(reason -> text.append(", ").append(reason.message(locale)));
    } else {
      text.append(result(line, chinese));
      text.append(chinese ? "，取值 " : ", value ").append(value(line.value()));
    }
    if (!line.evidence().isEmpty()) {
      text.append(' ').append(line.evidence());
    }
    return text.append(chinese ? "；依据 " : "; ").append(line.basis()).toString();
  }

  private static String result(AssessmentLine line, boolean chinese) {
    if (line.effect().isEmpty()) {
      String points = line.points().map(LineText::plain).orElse("0");
      return chinese ? points + " 分" : points + " points";
    }
    AssessmentLine.Effect effect = line.effect().get();
    String grade =
        effect
            .grade()
            .map(Grade::label)
            .orElseGet(() -> (effect.steps() > 0 ? "+" : "") + effect.steps());
    return (chinese ? "等级 " : "grade ") + grade;
  }
}
