package io.foodsafety.rule;

import io.foodsafety.model.fact.Fact;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
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

  /** The days of a window, both included, or why they cannot be told. */
  private record Span(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Value> unknown) {

    static Span from(LocalDate from) {
      return new Span(Optional.of(from), Optional.empty(), Optional.empty());
    }

    static Span between(LocalDate from, LocalDate end) {
      return new Span(Optional.of(from), Optional.of(end.minusDays(1)), Optional.empty());
    }

    static Span unknown(Value reason) {
      return new Span(Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    boolean contains(LocalDate day) {
      return from.map(each -> !day.isBefore(each)).orElse(true)
          && to.map(each -> !day.isAfter(each)).orElse(true);
    }
  }

  private Span spanOf(Window window) {
    LocalDate today = context.date();
    if (window instanceof Window.Rolling rolling) {
      return Span.from(today.minus(rolling.length()).plusDays(1));
    }
    if (window instanceof Window.Calendar calendar) {
      return calendarSpan(calendar, today);
    }
    if (window instanceof Window.Anchored anchored) {
      return anchoredSpan(anchored, today);
    }
    if (window instanceof Window.Since since) {
      Value from = interpreter.evaluate(since.from());
      return from instanceof Value.Day day ? Span.from(day.value()) : Span.unknown(from);
    }
    return new Span(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Span calendarSpan(Window.Calendar calendar, LocalDate today) {
    int offset = calendar.offset();
    return switch (calendar.unit()) {
      case WEEK -> {
        LocalDate begin = today.minusDays(today.getDayOfWeek().getValue() - 1L).plusWeeks(offset);
        yield Span.between(begin, begin.plusWeeks(1));
      }
      case MONTH -> {
        LocalDate begin = today.withDayOfMonth(1).plusMonths(offset);
        yield Span.between(begin, begin.plusMonths(1));
      }
      case QUARTER -> {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate begin =
            month.minusMonths((month.getMonthValue() - 1) % 3).plusMonths(3L * offset);
        yield Span.between(begin, begin.plusMonths(3));
      }
      case YEAR -> {
        LocalDate begin = today.withDayOfYear(1).plusYears(offset);
        yield Span.between(begin, begin.plusYears(1));
      }
    };
  }

  private Span anchoredSpan(Window.Anchored window, LocalDate today) {
    Value value = interpreter.evaluate(window.anchor());
    if (!(value instanceof Value.Day anchorDay)) {
      return Span.unknown(value);
    }
    LocalDate anchor = anchorDay.value();
    int period =
        today.isBefore(anchor) ? -1 : periodOf(anchor, window.every(), today) + window.offset();
    if (period < 0) {
      return Span.unknown(
          Interpreter.unknown(RuleIssues.BEFORE_ANCHOR, "date", today, "anchor", anchor));
    }
    return Span.between(
        anchor.plus(window.every().multipliedBy(period)),
        anchor.plus(window.every().multipliedBy(period + 1)));
  }

  /** The number, from 0, of the period that holds a day on or after the anchor. */
  private static int periodOf(LocalDate anchor, Period every, LocalDate today) {
    long length = Math.max(1, ChronoUnit.DAYS.between(anchor, anchor.plus(every)));
    int period = (int) (ChronoUnit.DAYS.between(anchor, today) / length);
    while (period > 0 && anchor.plus(every.multipliedBy(period)).isAfter(today)) {
      period--;
    }
    while (!anchor.plus(every.multipliedBy(period + 1)).isAfter(today)) {
      period++;
    }
    return period;
  }
}
