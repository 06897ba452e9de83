package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.AssessmentLine.Effect;
import io.foodsafety.risk.AssessmentLine.Section;
import io.foodsafety.risk.AssessmentLine.State;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Interpreter;
import io.foodsafety.rule.RuleContext;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Turns single rules of a policy into lines. */
final class LineEvaluator {

  private final RuleContext context;
  private final int pointsScale;

  LineEvaluator(RuleContext context, int pointsScale) {
    this.context = context;
    this.pointsScale = pointsScale;
  }

  static boolean isTrue(Value value) {
    return value instanceof Value.Bool bool && bool.value();
  }

  static String text(Value value) {
    return value instanceof Value.Num num ? num.value().toPlainString() : value.toString();
  }

  Value value(Expr expr) {
    return new Interpreter(context).evaluate(expr);
  }

  /** A line that scores: rounded half up. */
  AssessmentLine line(RiskPolicy.Line line) {
    Section section =
        line.section() == RiskPolicy.Section.STATIC ? Section.STATIC : Section.DYNAMIC;
    Interpreter interpreter = new Interpreter(context);
    if (line.when().isPresent()) {
      Value applies = interpreter.evaluate(line.when().get());
      if (!isTrue(applies)) {
        return applies instanceof Value.Unknown unknown
            ? missing(line.item(), section, interpreter, Optional.empty(), unknown, line.basis())
            : notApplicable(line.item(), section, interpreter, line.basis());
      }
    }
    Value value = interpreter.evaluate(line.value());
    Optional<Value> shown = Optional.of(value).filter(Value::isKnown);
    Value points = line.points().map(interpreter::evaluate).orElse(value);
    if (points instanceof Value.Unknown unknown) {
      return missing(line.item(), section, interpreter, shown, unknown, line.basis());
    }
    BigDecimal rounded = ((Value.Num) points).value().setScale(pointsScale, RoundingMode.HALF_UP);
    return new AssessmentLine(
        line.item(),
        section,
        State.SCORED,
        shown,
        Optional.of(rounded),
        Optional.empty(),
        List.copyOf(interpreter.evidence()),
        Optional.empty(),
        line.basis());
  }

  private static AssessmentLine missing(
      String item,
      Section section,
      Interpreter interpreter,
      Optional<Value> value,
      Value.Unknown unknown,
      String basis) {
    return new AssessmentLine(
        item,
        section,
        State.MISSING,
        value,
        Optional.empty(),
        Optional.empty(),
        List.copyOf(interpreter.evidence()),
        Optional.of(unknown.reason()),
        basis);
  }

  private static AssessmentLine notApplicable(
      String item, Section section, Interpreter interpreter, String basis) {
    return new AssessmentLine(
        item,
        section,
        State.NOT_APPLICABLE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.copyOf(interpreter.evidence()),
        Optional.empty(),
        basis);
  }

  /** A condition: its value is true or false, its points are 0. */
  AssessmentLine condition(String item, Section section, Expr when, String basis) {
    return unscored(item, section, when, basis, Optional.empty());
  }

  /** A limit: its value is a number, its effect the grade of the band that holds it. */
  AssessmentLine limit(RiskPolicy.Limit limit) {
    return unscored(limit.item(), Section.LIMIT, limit.value(), limit.basis(), Optional.of(limit));
  }

  private AssessmentLine unscored(
      String item, Section section, Expr expr, String basis, Optional<RiskPolicy.Limit> limit) {
    Interpreter interpreter = new Interpreter(context);
    Value value = interpreter.evaluate(expr);
    if (value instanceof Value.Unknown unknown) {
      return missing(item, section, interpreter, Optional.empty(), unknown, basis);
    }
    Optional<Grade> bound = limit.flatMap(each -> each.bands().find(((Value.Num) value).value()));
    return new AssessmentLine(
        item,
        section,
        State.SCORED,
        Optional.of(value),
        Optional.of(BigDecimal.ZERO.setScale(pointsScale)),
        bound.map(Effect::of),
        List.copyOf(interpreter.evidence()),
        Optional.empty(),
        basis);
  }
}
