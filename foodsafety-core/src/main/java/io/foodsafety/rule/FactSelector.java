package io.foodsafety.rule;

import io.foodsafety.model.fact.Fact;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the facts that a selection means. */
final class FactSelector {

  private final RuleContext context;
  private final Interpreter interpreter;

  FactSelector(RuleContext context, Interpreter interpreter) {
    this.context = context;
    this.interpreter = interpreter;
  }

  /** The facts of a selection, or why they cannot be told. */
  private record Selected(List<Fact> facts, Optional<Value> unknown) {}

  /** Applies an aggregate to the facts selected; for a sliding window, to the best period. */
  FactAggregates.Result bestOf(
      Selection selection, Function<List<Fact>, FactAggregates.Result> aggregate) {
    if (selection.window() instanceof Window.Sliding sliding) {
      Selected selected = select(selection, sliding.within());
      return selected
          .unknown()
          .map(FactAggregates.Result::unknown)
          .orElseGet(() -> slide(sliding.length(), selected.facts(), aggregate));
    }
    Selected selected = select(selection, selection.window());
    return selected
        .unknown()
        .map(FactAggregates.Result::unknown)
        .orElseGet(() -> aggregate.apply(selected.facts()));
  }

  private FactAggregates.Result slide(
      Period length, List<Fact> facts, Function<List<Fact>, FactAggregates.Result> aggregate) {
    Optional<FactAggregates.Result> best = Optional.empty();
    for (int i = 0; i < facts.size(); i++) {
      LocalDate begin = context.dayOf(facts.get(i));
      if (i > 0 && begin.equals(context.dayOf(facts.get(i - 1)))) {
        continue;
      }
      LocalDate end = begin.plus(length);
      FactAggregates.Result result =
          aggregate.apply(
              facts.subList(i, facts.size()).stream()
                  .takeWhile(fact -> context.dayOf(fact).isBefore(end))
                  .toList());
      if (!result.value().isKnown()) {
        return result;
      }
      if (best.isEmpty() || Interpreter.order(result.value(), best.get().value()) >= 0) {
        best = Optional.of(result);
      }
    }
    return best.orElseGet(() -> aggregate.apply(List.of()));
  }

  private Selected select(Selection selection, Window window) {
    Predicate<Fact> inTime;
    if (window instanceof Window.InForce) {
      inTime =
          fact ->
              fact.until().map(until -> !context.asOf().isPast(until, context.zone())).orElse(true);
    } else {
      Span span = spanOf(window);
      if (span.unknown().isPresent()) {
        return new Selected(List.of(), span.unknown());
      }
      inTime = fact -> span.contains(context.dayOf(fact));
    }
    return filter(selection, inTime);
  }

  private Selected filter(Selection selection, Predicate<Fact> inTime) {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : context.facts()) {
      if (!fact.kind().equals(selection.kind())
          || !hasRole(fact, selection.role())
          || !inTime.test(fact)) {
        continue;
      }
      if (selection.where().isPresent()) {
        Value fits = interpreter.evaluateOver(fact, selection.where().get());
        if (!fits.isKnown()) {
          return new Selected(List.of(), Optional.of(fits));
        }
        if (!((Value.Bool) fits).value()) {
          continue;
        }
      }
      facts.add(fact);
    }
    return new Selected(facts, Optional.empty());
  }

  private boolean hasRole(Fact fact, String role) {
    return switch (role) {
      case Selection.SUBJECT -> fact.subject().equals(context.ref());
      case Selection.ANY -> fact.concerns().contains(context.ref());
      default -> context.ref().equals(fact.refs().get(role));
    };
  }

  /** The days of a window, or why they cannot be told. */
  private record Span(Window.Days days, Optional<Value> unknown) {

    static Span from(LocalDate first) {
      return new Span(Window.Days.from(first), Optional.empty());
    }

    static Span unknown(Value reason) {
      return new Span(Window.Days.from(LocalDate.MAX), Optional.of(reason));
    }

    boolean contains(LocalDate day) {
      return days.contains(day);
    }
  }

  private Span spanOf(Window window) {
    LocalDate today = context.date();
    if (window instanceof Window.Rolling rolling) {
      return new Span(rolling.days(today), Optional.empty());
    }
    if (window instanceof Window.Calendar calendar) {
      return new Span(calendar.days(today), Optional.empty());
    }
    if (window instanceof Window.Anchored anchored) {
      return anchoredSpan(anchored, today);
    }
    if (window instanceof Window.Since since) {
      Value from = interpreter.evaluate(since.from());
      return from instanceof Value.Day day ? Span.from(day.value()) : Span.unknown(from);
    }
    return Span.from(LocalDate.MIN);
  }

  private Span anchoredSpan(Window.Anchored window, LocalDate today) {
    Value anchor = interpreter.evaluate(window.anchor());
    if (!(anchor instanceof Value.Day from)) {
      return Span.unknown(anchor);
    }
    return window
        .days(from.value(), today)
        .map(days -> new Span(days, Optional.empty()))
        .orElseGet(
            () ->
                Span.unknown(
                    Interpreter.unknown(
                        RuleIssues.BEFORE_ANCHOR, "date", today, "anchor", from.value())));
  }
}
