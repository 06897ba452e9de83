package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Aggregate;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Selection;
import io.foodsafety.rule.ValueType;
import io.foodsafety.rule.Window;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the expressions that look at facts, with their selections and windows. */
final class FactExprReader {

  private static final Map<String, Aggregate> OUTER =
      List.of(Aggregate.COUNT, Aggregate.SUM, Aggregate.MAX, Aggregate.MIN, Aggregate.MEAN).stream()
          .collect(Collectors.toMap(Aggregate::code, each -> each));

  private static final Map<String, Aggregate> ALL =
      Arrays.stream(Aggregate.values()).collect(Collectors.toMap(Aggregate::code, each -> each));

  private static final List<String> WINDOWS =
      List.of("rolling", "calendar", "anchored", "since", "inForce", "sliding");

  private final ExprReader exprs;
  private final FactCatalogue catalogue;
  private final IssueCollector issues;
  private final WordReader words;

  FactExprReader(ExprReader exprs, FactCatalogue catalogue, IssueCollector issues) {
    this.exprs = exprs;
    this.catalogue = catalogue;
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  Expr aggregate(Aggregate aggregate, SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    FactKind kind = kind(reader);
    Selection selection = selection(reader, kind, scope);
    Optional<Expr> of = of(aggregate, reader, scope.over(kind));
    reader.end();
    Expr expr = new Expr.OverFacts(aggregate, selection, of);
    checkSliding(node, expr, selection);
    return expr;
  }

  private Optional<Expr> of(Aggregate aggregate, ObjectReader reader, Scope scope) {
    if (!aggregate.readsValue()) {
      return Optional.empty();
    }
    SourceNode node = reader.get("of");
    Expr of = exprs.read(node, scope);
    exprs.checkType(
        node, of, Arrays.stream(ValueType.values()).filter(aggregate::accepts).toList());
    return Optional.of(of);
  }

  /** The best of sliding periods is the highest, so there must be a number to compare. */
  private void checkSliding(SourceNode node, Expr expr, Selection selection) {
    if (selection.window() instanceof Window.Sliding) {
      exprs.checkType(node, expr, List.of(ValueType.NUMBER));
    }
  }

  Expr grouped(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    FactKind kind = kind(reader);
    Selection selection = selection(reader, kind, scope);
    Expr key = exprs.read(reader.get("key"), scope.over(kind));
    Aggregate each = words.oneOf(reader.get("each"), ALL);
    Optional<Expr> of = of(each, reader, scope.over(kind));
    Aggregate outer = words.oneOf(reader.get("outer"), OUTER);
    reader.end();
    Expr.OverFacts inner = new Expr.OverFacts(each, selection, of);
    exprs.checkType(reader.get("each"), inner, List.of(ValueType.NUMBER));
    return new Expr.Grouped(selection, key, each, of, outer);
  }

  Expr pick(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    FactKind kind = kind(reader);
    Selection selection = selection(reader, kind, scope);
    Map<String, Expr.Take> takes =
        Arrays.stream(Expr.Take.values())
            .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));
    Expr.Take take = words.oneOf(reader.get("take"), takes);
    boolean byNumber = take == Expr.Take.HIGHEST || take == Expr.Take.LOWEST;
    Optional<Expr> by =
        byNumber
            ? Optional.of(exprs.read(reader.get("by"), scope.over(kind), ValueType.NUMBER))
            : Optional.empty();
    Expr read = exprs.read(reader.get("read"), scope.over(kind));
    reader.end();
    Expr expr = new Expr.Pick(selection, take, by, read);
    checkSliding(node, expr, selection);
    return expr;
  }

  private FactKind kind(ObjectReader reader) {
    String name = reader.text("kind");
    return catalogue
        .findKind(name)
        .orElseThrow(
            () ->
                words.unknown(
                    "fact kind",
                    name,
                    reader.location("kind"),
                    catalogue.kinds().stream().map(FactKind::name).toList()));
  }

  private Selection selection(ObjectReader reader, FactKind kind, Scope scope) {
    Optional<Expr> where =
        reader.find("where").map(node -> exprs.read(node, scope.over(kind), ValueType.BOOLEAN));
    Window window =
        reader.find("window").map(node -> window(node, scope)).orElse(new Window.Everything());
    return new Selection(
        kind.name(), reader.findText("role").orElse(Selection.SUBJECT), where, window);
  }

  private Window window(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Window window = window(reader, scope);
    reader.end();
    return window;
  }

  private Window window(ObjectReader reader, Scope scope) {
    Optional<SourceNode> rolling = reader.find("rolling");
    if (rolling.isPresent()) {
      return new Window.Rolling(Periods.length(rolling.get(), issues));
    }
    Optional<SourceNode> calendar = reader.find("calendar");
    if (calendar.isPresent()) {
      Map<String, Window.CalendarUnit> units =
          Arrays.stream(Window.CalendarUnit.values())
              .collect(
                  Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));
      return new Window.Calendar(words.oneOf(calendar.get(), units), offset(reader));
    }
    Optional<SourceNode> anchored = reader.find("anchored");
    if (anchored.isPresent()) {
      return new Window.Anchored(
          exprs.read(anchored.get(), scope, ValueType.DATE),
          Periods.length(reader.get("every"), issues),
          offset(reader));
    }
    Optional<SourceNode> since = reader.find("since");
    if (since.isPresent()) {
      return new Window.Since(exprs.read(since.get(), scope, ValueType.DATE));
    }
    Optional<SourceNode> inForce = reader.find("inForce");
    if (inForce.isPresent()) {
      ObjectReader.onlyTrue(inForce.get(), issues);
      return new Window.InForce();
    }
    Optional<SourceNode> sliding = reader.find("sliding");
    if (sliding.isPresent()) {
      return sliding(sliding.get(), reader, scope);
    }
    throw reader.noneOf(WINDOWS);
  }

  private Window sliding(SourceNode length, ObjectReader reader, Scope scope) {
    Window within =
        reader.find("within").map(each -> window(each, scope)).orElse(new Window.Everything());
    if (within instanceof Window.Sliding) {
      throw ObjectReader.badValue(
          reader.get("within"), "sliding", "It slides already.", "another window", issues);
    }
    return new Window.Sliding(Periods.length(length, issues), within);
  }

  private int offset(ObjectReader reader) {
    return reader.findInteger("offset", -1000, 0).orElse(0);
  }
}
