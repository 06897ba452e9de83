package io.foodsafety.form.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.form.FormField;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Submission;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Interpreter;
import io.foodsafety.rule.RuleContext;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which items and fields of a form apply to a business on a day, and what the items weigh. */
public final class Applicability {

  /** Whether something applies. What is not known is asked. */
  public enum Applies {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** What the condition reads of the business is not registered. */
    UNKNOWN
  }

  private final Interpreter interpreter;
  private final Optional<Value> word;
  private final Map<String, Applies> byItem = new HashMap<>();

  private Applicability(FormTemplate form, RuleContext context) {
    this.interpreter = new Interpreter(context);
    this.word = form.weightBy().map(interpreter::evaluate);
    form.items().forEach(item -> byItem.put(item.number(), applies(item)));
  }

  /** Looks at a form for the business of a submission, on its day. */
  public static Applicability of(
      FormTemplate form, Submission submission, Optional<Subject> subject, ZoneId zone) {
    AsOf day = AsOf.date(submission.at().dateIn(zone));
    return new Applicability(
        form, RuleContext.of(submission.subject(), subject, FactHistory.empty(), day, zone));
  }

  private Applies applies(FormItem item) {
    Applies byCondition = applies(item.appliesWhen());
    boolean isByWord = item.weight().filter(each -> each.always().isEmpty()).isPresent();
    if (byCondition == Applies.NO || !isByWord) {
      return byCondition;
    }
    Value known = word.orElseThrow();
    if (!known.isKnown()) {
      return Applies.UNKNOWN;
    }
    boolean hasWeight = item.weight().get().byWord().containsKey(((Value.Text) known).value());
    return hasWeight ? byCondition : Applies.NO;
  }

  private Applies applies(Optional<Expr> condition) {
    if (condition.isEmpty()) {
      return Applies.YES;
    }
    Value value = interpreter.evaluate(condition.get());
    if (!value.isKnown()) {
      return Applies.UNKNOWN;
    }
    return ((Value.Bool) value).value() ? Applies.YES : Applies.NO;
  }

  Applies of(FormItem item) {
    return Objects.requireNonNull(byItem.get(item.number()));
  }

  /** Whether an item is asked: unless it is known not to apply. */
  public boolean isAsked(FormItem item) {
    return of(item) != Applies.NO;
  }

  Applies of(FormField field) {
    return applies(field.appliesWhen());
  }

  /** What an item weighs for the business: its weight or its most points, if they are known. */
  Optional<BigDecimal> weight(FormItem item) {
    if (item.points().isPresent() || item.weight().isEmpty()) {
      return item.points();
    }
    return item.weight().get().always().or(() -> byWord(item.weight().get()));
  }

  private Optional<BigDecimal> byWord(FormItem.Weight weight) {
    return word.filter(Value::isKnown)
        .map(value -> weight.byWord().get(((Value.Text) value).value()));
  }
}
