package io.foodsafety.rule;

import io.foodsafety.model.fact.Fact;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Aggregates over facts that are already selected and in order. */
final class FactAggregates {

  /** A value and the facts it rests on. */
  record Result(Value value, List<Fact> evidence) {
    static Result unknown(Value reason) {
      return new Result(reason, List.of());
    }
  }

  private FactAggregates() {}

  static Result of(
      Interpreter interpreter,
      RuleContext context,
      Aggregate aggregate,
      Expr.OverFacts expr,
      List<Fact> facts) {
    return of(interpreter, context, aggregate, expr.of(), facts, expr.selection().kind());
  }

  private static Result of(
      Interpreter interpreter,
      RuleContext context,
      Aggregate aggregate,
      Optional<Expr> of,
      List<Fact> facts,
      String kind) {
    return switch (aggregate) {
      case COUNT -> new Result(Value.of(facts.size()), facts);
      case DAYS_SINCE -> lastOrNone(facts, aggregate, kind, context);
      case LATEST -> read(interpreter, of.orElseThrow(), last(facts), aggregate, kind);
      case FIRST -> read(interpreter, of.orElseThrow(), first(facts), aggregate, kind);
      case SUM, MAX, MIN, MEAN, DISTINCT ->
          overAll(interpreter, aggregate, of.orElseThrow(), facts, kind);
    };
  }

  private static Result overAll(
      Interpreter interpreter, Aggregate aggregate, Expr of, List<Fact> facts, String kind) {
    List<Value> values = new ArrayList<>();
    for (Fact fact : facts) {
      Value value = interpreter.evaluateOver(fact, of);
      if (!value.isKnown()) {
        return Result.unknown(value);
      }
      values.add(value);
    }
    return overValues(aggregate, values, facts, kind);
  }

  private static Result overValues(
      Aggregate aggregate, List<Value> values, List<Fact> facts, String kind) {
    if (aggregate == Aggregate.DISTINCT) {
      return new Result(Value.of(new HashSet<>(values).size()), facts);
    }
    if (aggregate == Aggregate.SUM) {
      List<Value> withZero = new ArrayList<>(values);
      withZero.add(0, Value.of(0));
      return new Result(Interpreter.fold(withZero, BigDecimal::add), facts);
    }
    if (values.isEmpty()) {
      return Result.unknown(noFact(aggregate, kind));
    }
    if (aggregate == Aggregate.MEAN) {
      Value sum = Interpreter.fold(values, BigDecimal::add);
      if (!sum.isKnown()) {
        return Result.unknown(sum);
      }
      BigDecimal count = BigDecimal.valueOf(values.size());
      BigDecimal mean = Interpreter.number(sum).divide(count, Interpreter.PRECISION);
      return new Result(Value.of(mean), facts);
    }
    int extreme = extreme(values, aggregate == Aggregate.MAX);
    return new Result(values.get(extreme), List.of(facts.get(extreme)));
  }

  /** The index of the greatest or least value, among equals the last. */
  private static int extreme(List<Value> values, boolean greatest) {
    int best = 0;
    for (int i = 1; i < values.size(); i++) {
      int order = Interpreter.order(values.get(i), values.get(best));
      if (greatest ? order >= 0 : order <= 0) {
        best = i;
      }
    }
    return best;
  }

  private static Value noFact(Aggregate aggregate, String kind) {
    return noFact(aggregate.code(), kind);
  }

  private static Value noFact(String wanted, String kind) {
    return Interpreter.unknown(RuleIssues.NO_FACT, "kind", kind, "aggregate", wanted);
  }

  private static Optional<Fact> last(List<Fact> facts) {
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts.get(facts.size() - 1));
  }

  private static Optional<Fact> first(List<Fact> facts) {
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts.get(0));
  }

  private static Result lastOrNone(
      List<Fact> facts, Aggregate aggregate, String kind, RuleContext context) {
    return last(facts)
        .map(
            fact ->
                new Result(
                    Value.of(ChronoUnit.DAYS.between(context.dayOf(fact), context.date())),
                    List.of(fact)))
        .orElseGet(() -> Result.unknown(noFact(aggregate, kind)));
  }

  private static Result read(
      Interpreter interpreter, Expr of, Optional<Fact> fact, Aggregate aggregate, String kind) {
    return fact.map(each -> new Result(interpreter.evaluateOver(each, of), List.of(each)))
        .orElseGet(() -> Result.unknown(noFact(aggregate, kind)));
  }

  static Result ofGroups(
      Interpreter interpreter, RuleContext context, Expr.Grouped expr, List<Fact> facts) {
    Map<Value, List<Fact>> groups = new LinkedHashMap<>();
    for (Fact fact : facts) {
      Value key = interpreter.evaluateOver(fact, expr.key());
      if (!key.isKnown()) {
        return Result.unknown(key);
      }
      groups.computeIfAbsent(key, each -> new ArrayList<>()).add(fact);
    }
    List<Result> inner = new ArrayList<>();
    for (List<Fact> group : groups.values()) {
      Result result =
          of(interpreter, context, expr.each(), expr.of(), group, expr.selection().kind());
      if (!result.value().isKnown()) {
        return Result.unknown(result.value());
      }
      inner.add(result);
    }
    return overGroups(expr, inner);
  }

  private static Result overGroups(Expr.Grouped expr, List<Result> inner) {
    List<Value> values = inner.stream().map(Result::value).toList();
    if (expr.outer() == Aggregate.MAX || expr.outer() == Aggregate.MIN) {
      return values.isEmpty()
          ? Result.unknown(noFact(expr.outer(), expr.selection().kind()))
          : inner.get(extreme(values, expr.outer() == Aggregate.MAX));
    }
    List<Fact> all = inner.stream().flatMap(each -> each.evidence().stream()).toList();
    if (expr.outer() == Aggregate.COUNT) {
      return new Result(Value.of(values.size()), all);
    }
    Result result = overValues(expr.outer(), values, all, expr.selection().kind());
    return new Result(result.value(), all);
  }

  static Result pick(Interpreter interpreter, Expr.Pick expr, List<Fact> facts) {
    if (facts.isEmpty()) {
      return Result.unknown(
          noFact(expr.take().name().toLowerCase(Locale.ROOT), expr.selection().kind()));
    }
    Fact picked;
    if (expr.take() == Expr.Take.LATEST || expr.take() == Expr.Take.FIRST) {
      picked = facts.get(expr.take() == Expr.Take.FIRST ? 0 : facts.size() - 1);
    } else {
      List<Value> values = new ArrayList<>();
      for (Fact fact : facts) {
        Value value = interpreter.evaluateOver(fact, expr.by().orElseThrow());
        if (!value.isKnown()) {
          return Result.unknown(value);
        }
        values.add(value);
      }
      picked = facts.get(extreme(values, expr.take() == Expr.Take.HIGHEST));
    }
    return new Result(interpreter.evaluateOver(picked, expr.read()), List.of(picked));
  }
}
