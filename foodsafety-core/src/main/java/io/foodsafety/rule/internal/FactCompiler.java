package io.foodsafety.rule.internal;

import io.foodsafety.rule.Aggregate;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Selection;
import io.foodsafety.rule.ValueType;
import io.foodsafety.rule.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what looks at facts into steps: selections, aggregates, groups and picks. */
final class FactCompiler {

  private final Block block;
  private final RuleCompiler rules;
  private final NumberCompiler numbers;
  private final boolean withCells;
  private final Map<Rows, WindowMasks> masks = new HashMap<>();
  private final Map<Rows, Cells> cells = new HashMap<>();

  /** Compiles what looks at facts; what looks at each alone, by cells if these are to be used. */
  FactCompiler(Block block, RuleCompiler rules, NumberCompiler numbers, boolean withCells) {
    this.block = block;
    this.rules = rules;
    this.numbers = numbers;
    this.withCells = withCells;
  }

  Register overFacts(Expr.OverFacts expr) {
    return cells(expr.selection())
        .flatMap(known -> known.aggregate(expr.aggregate(), expr.selection(), expr.of()))
        .orElseGet(() -> overRows(expr));
  }

  private Optional<Cells> cells(Selection selection) {
    return withCells
        ? Optional.of(
            cells.computeIfAbsent(
                block.facts(selection.kind()), facts -> new Cells(block, facts, rules)))
        : Optional.empty();
  }

  private Register overRows(Expr.OverFacts expr) {
    Chosen chosen = choose(expr.selection());
    Optional<Register> of = expr.of().map(each -> over(chosen.facts(), each));
    Optional<Period> sliding = sliding(expr.selection());
    return rules.once(
        List.of("aggregate", expr.aggregate(), chosen.key(), of, sliding),
        () -> aggregate(expr.aggregate(), chosen, of, sliding));
  }

  private Register aggregate(
      Aggregate aggregate, Chosen chosen, Optional<Register> of, Optional<Period> sliding) {
    Register out = resultOf(chosen, aggregate, of);
    if (sliding.isEmpty() && MaskSteps.suits(aggregate, chosen, of)) {
      block.add(MaskSteps.of(block, aggregate, chosen, of, out));
    } else {
      Fold fold = Folds.of(aggregate, chosen, of);
      block.add(FoldSteps.fold(block, chosen, fold, sliding, out));
    }
    return out;
  }

  Register grouped(Expr.Grouped expr) {
    Chosen chosen = choose(expr.selection());
    Register key = over(chosen.facts(), expr.key());
    Optional<Register> of = expr.of().map(each -> over(chosen.facts(), each));
    Register inner = resultOf(chosen, expr.each(), of);
    // a key or the result of a group may be unknown
    Register result = resultOf(chosen, expr.outer(), Optional.of(inner));
    Register out = Register.like(result, chosen.askers(), true);
    Fold groups = new Folds.Groups(key, Folds.of(expr.each(), chosen, of), inner, expr.outer());
    block.add(FoldSteps.fold(block, chosen, groups, sliding(expr.selection()), out));
    return out;
  }

  Register pick(Expr.Pick expr) {
    Chosen chosen = choose(expr.selection());
    Optional<Register> by = expr.by().map(each -> over(chosen.facts(), each));
    Register read = over(chosen.facts(), expr.read());
    Register out = Register.like(read, chosen.askers(), true);
    Fold pick = new Folds.Pick(expr.take(), by, read);
    block.add(FoldSteps.fold(block, chosen, pick, sliding(expr.selection()), out));
    return out;
  }

  /** The register of an expression over facts. */
  Register over(Rows facts, Expr expr) {
    return rules.in(facts, rules.compileOver(facts, expr));
  }

  private static Optional<Period> sliding(Selection selection) {
    return selection.window() instanceof Window.Sliding sliding
        ? Optional.of(sliding.length())
        : Optional.empty();
  }

  private Register resultOf(Chosen chosen, Aggregate aggregate, Optional<Register> of) {
    Rows rows = chosen.askers();
    return switch (aggregate) {
      case COUNT -> Register.number(rows, 0, chosen.mayBeUnknown());
      case DAYS_SINCE -> Register.number(rows, 0, true);
      case DISTINCT ->
          Register.number(rows, 0, chosen.mayBeUnknown() || of.orElseThrow().mayBeUnknown);
      case MEAN -> numbers.fraction(rows, means(of.orElseThrow()));
      case SUM -> {
        Register read = of.orElseThrow();
        yield read.isFraction
            ? numbers.fraction(rows, read.operations + 1)
            : Register.number(rows, read.scale, chosen.mayBeUnknown() || read.mayBeUnknown);
      }
      case MAX, MIN, LATEST, FIRST -> Register.like(of.orElseThrow(), rows, true);
    };
  }

  /** A mean of decimals is one division; of fractions it is a sum, too. */
  private static int means(Register of) {
    return of.isFraction ? of.operations + 2 : 1;
  }

  /** The facts that a selection means. */
  Chosen choose(Selection selection) {
    Rows facts = block.facts(selection.kind());
    Window window =
        selection.window() instanceof Window.Sliding sliding
            ? sliding.within()
            : selection.window();
    Register mask = mask(facts, selection, window);
    if (window instanceof Window.Since since) {
      Register from = rules.compileHere(since.from());
      return chosen(facts, mask, from, Optional.empty());
    }
    if (window instanceof Window.Anchored anchored) {
      Register anchor = rules.compileHere(anchored.anchor());
      Register from = Register.of(anchor.rows, ValueType.DATE, true);
      Register to = Register.of(anchor.rows, ValueType.DATE, false);
      block.add(SelectionSteps.anchored(block, anchored, anchor, from, to));
      return chosen(facts, mask, from, Optional.of(to));
    }
    return new Chosen(
        block.columns(), facts, block.subjects(), mask, Optional.empty(), Optional.empty());
  }

  private Chosen chosen(Rows facts, Register mask, Register from, Optional<Register> to) {
    return new Chosen(block.columns(), facts, from.rows, mask, Optional.of(from), to);
  }

  private Optional<Register> role(Rows facts, String role) {
    if (!role.equals(Selection.SUBJECT)) {
      facts.table().keepRoles();
    }
    if (!facts.table().hasRoles() || role.equals(Selection.ANY)) {
      return Optional.empty();
    }
    return Optional.of(
        rules.once(
            List.of("role", facts, role),
            () -> {
              Register out = Register.bool(facts, false);
              block.add(SelectionSteps.role(block, facts, role, out));
              return out;
            }));
  }

  private Optional<Register> windowMask(Rows facts, Window window) {
    boolean isInForce = window instanceof Window.InForce;
    if (!isInForce && !(window instanceof Window.Rolling) && !(window instanceof Window.Calendar)) {
      return Optional.empty();
    }
    return Optional.of(
        rules.once(List.of("window", facts, window), () -> windowBits(facts, window, isInForce)));
  }

  private Register windowBits(Rows facts, Window window, boolean isInForce) {
    Register out = Register.bool(facts, false);
    if (isInForce) {
      facts.table().keepInForce();
      block.add(SelectionSteps.inForce(facts, out));
    } else {
      LocalDate today = block.columns().date();
      bits(facts, daysOf(window, today), today.toEpochDay(), out);
    }
    return out;
  }

  static Window.Days daysOf(Window window, LocalDate today) {
    return window instanceof Window.Calendar calendar
        ? calendar.days(today)
        : ((Window.Rolling) window).days(today);
  }

  private void bits(Rows facts, Window.Days within, long today, Register out) {
    long first = within.first().toEpochDay();
    long last = within.last().toEpochDay();
    int bound = last > today ? masks(facts, today).bound(first) : -1;
    if (bound >= 0) {
      WindowMasks masks = masks(facts, today);
      block.add(() -> masks.reached(bound, out));
    } else {
      Register days = rules.days(facts);
      block.add(() -> SelectionSteps.between(days, first, last, out));
    }
  }

  private WindowMasks masks(Rows facts, long today) {
    WindowMasks known = masks.get(facts);
    if (known == null) {
      known = new WindowMasks(facts, today);
      masks.put(facts, known);
      block.add(known::run);
    }
    return known;
  }

  /** The facts that fulfil the condition, and lie in the window if it is the same for all. */
  private Register mask(Rows facts, Selection selection, Window window) {
    boolean isFixed = !(window instanceof Window.Since) && !(window instanceof Window.Anchored);
    Window fixed = isFixed ? window : new Window.Everything();
    boolean isAll = selection.where().isEmpty() && fixed instanceof Window.Everything;
    Selection same = new Selection(selection.kind(), selection.role(), selection.where(), fixed);
    return Optional.of(same)
        .filter(any -> !isAll)
        .flatMap(this::cells)
        .flatMap(known -> known.mask(same))
        .orElseGet(() -> mask(facts, same));
  }

  private Register mask(Rows facts, Selection selection) {
    List<Register> sure = new ArrayList<>();
    role(facts, selection.role()).ifPresent(sure::add);
    windowMask(facts, selection.window()).ifPresent(sure::add);
    List<Register> where = selection.where().map(each -> over(facts, each)).stream().toList();
    return rules.once(
        List.of("mask", facts, sure, where),
        () -> {
          boolean mayBeUnknown = where.stream().anyMatch(each -> each.mayBeUnknown);
          Register out = Register.bool(facts, mayBeUnknown);
          Register[] certain = sure.toArray(Register[]::new);
          Register[] conditions = where.toArray(Register[]::new);
          block.add(() -> SelectionSteps.all(certain, conditions, out));
          return out;
        });
  }
}
