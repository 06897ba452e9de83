package io.foodsafety.rule;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions, plainly: it defines what they mean, and any faster way must give the same.
 *
 * <p>Logic is three-valued. An operation on an unknown value is unknown, with the reason of the
 * first one met from left to right. Nothing is rounded except where {@link Expr} says so. Remembers
 * the facts that the results rest on. For one thread; make a new one for each question.
 */
public final class Interpreter implements ExprVisitor<Value> {

  /** 34 digits, half up: the precision of a division and of a mean. */
  static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);

  /** Products are exact; beyond this many digits no rule means them, and they would only grow. */
  private static final int MAX_DIGITS = 1000;

  private final RuleContext context;
  private final FactSelector selector;
  private final Set<String> evidence = new LinkedHashSet<>();
  private final IdentityHashMap<Expr, Value> references = new IdentityHashMap<>();
  private @Nullable Fact currentFact;

  /**
   * An interpreter.
   *
   * @param context the subject, its facts and the point in time
   */
  public Interpreter(RuleContext context) {
    this.context = context;
    this.selector = new FactSelector(context, this);
  }

  /**
   * The value of an expression.
   *
   * @param expr the expression
   * @return its value, of its type, or unknown
   */
  public Value evaluate(Expr expr) {
    return expr.accept(this);
  }

  /** {@return the ids of the facts that the results so far rest on, in the order met} */
  public Set<String> evidence() {
    return Collections.unmodifiableSet(evidence);
  }

  /** Evaluates an expression over a fact. */
  Value evaluateOver(Fact fact, Expr expr) {
    Fact outer = currentFact;
    currentFact = fact;
    try {
      return evaluate(expr);
    } finally {
      currentFact = outer;
    }
  }

  static Value.Unknown unknown(
      IssueType type, String slot, Object value, String slot2, Object value2) {
    return new Value.Unknown(
        type.at(Location.unknown()).with(slot, value).with(slot2, value2).build());
  }

  static BigDecimal number(Value value) {
    return ((Value.Num) value).value();
  }

  private static boolean truth(Value value) {
    return ((Value.Bool) value).value();
  }

  private static LocalDate day(Value value) {
    return ((Value.Day) value).value();
  }

  private static String text(Value value) {
    return ((Value.Text) value).value();
  }

  @Override
  public Value literal(Expr.Literal expr) {
    return expr.value();
  }

  @Override
  public Value subjectAttribute(Expr.SubjectAttribute expr) {
    return context
        .attribute(expr.name())
        .orElseGet(
            () ->
                unknown(
                    RuleIssues.SUBJECT_ATTRIBUTE_UNKNOWN,
                    "attribute",
                    expr.name(),
                    "date",
                    context.date()));
  }

  @Override
  public Value factAttribute(Expr.FactAttribute expr) {
    Fact fact =
        Objects.requireNonNull(currentFact, "an attribute of a fact outside of a selection");
    return BuiltIn.read(fact, expr.name(), context.zone())
        .orElseGet(
            () ->
                unknown(
                    RuleIssues.FACT_ATTRIBUTE_UNKNOWN,
                    "fact",
                    fact.id(),
                    "attribute",
                    expr.name()));
  }

  @Override
  public Value asOfDate(Expr.AsOfDate expr) {
    return new Value.Day(context.date());
  }

  @Override
  public Value reference(Expr.Reference expr) {
    // A definition sees no fact at hand, so its value is one. Evaluated at each use, definitions
    // that use each other twice would take time exponential in their number.
    Value known = references.get(expr.target());
    if (known != null) {
      return known;
    }
    Value value = evaluate(expr.target());
    references.put(expr.target(), value);
    return value;
  }

  @Override
  public Value overFacts(Expr.OverFacts expr) {
    return settle(
        selector.bestOf(
            expr.selection(),
            facts -> FactAggregates.of(this, context, expr.aggregate(), expr, facts)));
  }

  @Override
  public Value grouped(Expr.Grouped expr) {
    return settle(
        selector.bestOf(
            expr.selection(), facts -> FactAggregates.ofGroups(this, context, expr, facts)));
  }

  @Override
  public Value pick(Expr.Pick expr) {
    return settle(
        selector.bestOf(expr.selection(), facts -> FactAggregates.pick(this, expr, facts)));
  }

  private Value settle(FactAggregates.Result result) {
    result.evidence().forEach(fact -> evidence.add(fact.id()));
    return result.value();
  }

  @Override
  public Value lookup(Expr.Lookup expr) {
    Optional<String> missing = expr.table().toBeLoaded();
    if (missing.isPresent()) {
      return unknown(
          RuleIssues.TABLE_NOT_LOADED, "table", expr.table().name(), "why", missing.get());
    }
    Value key = evaluate(expr.key());
    if (key instanceof Value.Num num) {
      return found(expr.table(), num.value().toPlainString(), expr.table().find(num.value()));
    }
    if (key instanceof Value.Text word) {
      return found(expr.table(), word.value(), expr.table().find(word.value()));
    }
    return key instanceof Value.Words words ? highestRow(expr.table(), words) : key;
  }

  private static Value highestRow(LookupTable table, Value.Words words) {
    if (words.value().isEmpty()) {
      return unknown(RuleIssues.EMPTY_LIST, "table", table.name(), "key", "");
    }
    List<Value> rows =
        words.value().stream().map(word -> found(table, word, table.find(word))).toList();
    return fold(rows, BigDecimal::max);
  }

  private static Value found(LookupTable table, String key, Optional<BigDecimal> row) {
    return row.map(Value::of)
        .orElseGet(() -> unknown(RuleIssues.NO_ROW, "table", table.name(), "key", key));
  }

  @Override
  public Value arithmetic(Expr.Arithmetic expr) {
    List<Value> operands = new ArrayList<>();
    for (Expr operand : expr.operands()) {
      operands.add(evaluate(operand));
    }
    return switch (expr.operator()) {
      case ADD -> fold(operands, BigDecimal::add);
      case SUBTRACT -> fold(operands, BigDecimal::subtract);
      case MULTIPLY -> fold(operands, BigDecimal::multiply);
      case LEAST -> fold(operands, BigDecimal::min);
      case GREATEST -> fold(operands, BigDecimal::max);
      case DIVIDE -> divide(operands.get(0), operands.get(1));
    };
  }

  private static Value divide(Value dividend, Value divisor) {
    if (dividend.isKnown() && divisor.isKnown() && number(divisor).signum() == 0) {
      return unknown(
          RuleIssues.DIVISION_BY_ZERO, "number", number(dividend).toPlainString(), "divisor", 0);
    }
    return fold(List.of(dividend, divisor), (a, b) -> a.divide(b, PRECISION));
  }

  /** Combines numbers, at least one, from left to right; the first unknown one is the result. */
  static Value fold(List<Value> values, BinaryOperator<BigDecimal> operation) {
    for (Value value : values) {
      if (!value.isKnown()) {
        return value;
      }
    }
    BigDecimal result = number(values.get(0));
    for (Value value : values.subList(1, values.size())) {
      result = operation.apply(result, number(value));
      if (result.precision() > MAX_DIGITS || Math.abs(result.scale()) > MAX_DIGITS) {
        return unknown(RuleIssues.TOO_MANY_DIGITS, "digits", result.precision(), "max", MAX_DIGITS);
      }
    }
    return Value.of(result);
  }

  @Override
  public Value round(Expr.Round expr) {
    Value of = evaluate(expr.of());
    return of.isKnown() ? Value.of(number(of).setScale(expr.scale(), RoundingMode.HALF_UP)) : of;
  }

  @Override
  public Value compare(Expr.Compare expr) {
    Value left = evaluate(expr.left());
    Value right = evaluate(expr.right());
    if (!left.isKnown() || !right.isKnown()) {
      return left.isKnown() ? right : left;
    }
    return switch (expr.comparison()) {
      case EQ -> Value.of(left.equals(right));
      case NE -> Value.of(!left.equals(right));
      case LT -> Value.of(order(left, right) < 0);
      case LE -> Value.of(order(left, right) <= 0);
      case GT -> Value.of(order(left, right) > 0);
      case GE -> Value.of(order(left, right) >= 0);
    };
  }

  static int order(Value left, Value right) {
    return left instanceof Value.Day earlier
        ? earlier.value().compareTo(day(right))
        : number(left).compareTo(number(right));
  }

  @Override
  public Value in(Expr.In expr) {
    Value text = evaluate(expr.text());
    Value words = evaluate(expr.words());
    if (!text.isKnown() || !words.isKnown()) {
      return text.isKnown() ? words : text;
    }
    return Value.of(((Value.Words) words).value().contains(text(text)));
  }

  @Override
  public Value joined(Expr.Joined expr) {
    // ALL looks for a false operand, ANY and NONE for a true one.
    boolean decisive = expr.junction() != Expr.Junction.ALL;
    Value undecided = Value.of(!decisive);
    for (Expr operand : expr.operands()) {
      Value value = evaluate(operand);
      if (!value.isKnown()) {
        undecided = undecided.isKnown() ? value : undecided;
      } else if (truth(value) == decisive) {
        return Value.of(expr.junction() == Expr.Junction.ANY);
      }
    }
    if (!undecided.isKnown()) {
      return undecided;
    }
    return Value.of(expr.junction() != Expr.Junction.ANY);
  }

  @Override
  public Value known(Expr.Known expr) {
    return Value.of(evaluate(expr.of()).isKnown());
  }

  @Override
  public Value orElse(Expr.OrElse expr) {
    Value value = evaluate(expr.operands().get(0));
    for (int i = 1; i < expr.operands().size() && !value.isKnown(); i++) {
      value = evaluate(expr.operands().get(i));
    }
    return value;
  }

  @Override
  public Value choice(Expr.If expr) {
    Value condition = evaluate(expr.condition());
    if (!condition.isKnown()) {
      return condition;
    }
    return evaluate(truth(condition) ? expr.then() : expr.otherwise());
  }

  @Override
  public Value datePlus(Expr.DatePlus expr) {
    Value date = evaluate(expr.date());
    return date.isKnown() ? new Value.Day(day(date).plus(expr.period())) : date;
  }

  @Override
  public Value daysBetween(Expr.DaysBetween expr) {
    Value from = evaluate(expr.from());
    Value to = evaluate(expr.to());
    if (!from.isKnown() || !to.isKnown()) {
      return from.isKnown() ? to : from;
    }
    return Value.of(ChronoUnit.DAYS.between(day(from), day(to)));
  }
}
