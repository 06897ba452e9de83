package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Aggregate;
import io.foodsafety.rule.BuiltIn;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Value;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads expressions and finds their types. An expression that is wrong is given up with its issue.
 */
final class ExprReader {

  private static final int UNBOUNDED = Integer.MAX_VALUE;

  /** Reads the operand of an operator. */
  private interface Operator {
    Expr read(SourceNode operand, Scope scope);
  }

  private final FactCatalogue catalogue;
  private final IssueCollector issues;
  private final WordReader words;
  private final Definitions definitions;
  private final LookupReader lookups;
  private final Map<String, Operator> operators = new TreeMap<>();
  private final Nesting nesting;
  private final FactExprReader factExprs;

  ExprReader(
      FactCatalogue catalogue,
      Map<String, Optional<PolicyTable>> tables,
      Map<String, SourceNode> definitions,
      IssueCollector issues) {
    this.catalogue = catalogue;
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
    this.nesting = new Nesting(issues);
    this.lookups = new LookupReader(this, nesting, tables, issues);
    this.definitions = new Definitions(definitions, this, nesting, issues);
    this.factExprs = new FactExprReader(this, catalogue, issues);
    registerValues();
    registerLogic();
    registerNumbers();
    registerFacts();
  }

  /** The names of all operators. */
  Set<String> operators() {
    return Collections.unmodifiableSet(operators.keySet());
  }

  Definitions definitions() {
    return definitions;
  }

  private void registerValues() {
    operators.put("subject", (node, scope) -> subjectAttribute(node));
    operators.put("fact", this::factAttribute);
    operators.put("ref", this::reference);
    operators.put("asOf", (node, scope) -> asOf(node));
    operators.put(
        "date",
        (node, scope) ->
            new Expr.Literal(new Value.Day(ObjectReader.date(node, issues)), ValueType.DATE));
    operators.put("table", lookups::read);
    operators.put("if", this::choice);
    operators.put("orElse", this::orElse);
    operators.put(
        "daysBetween",
        (node, scope) -> {
          List<Expr> dates = operands("daysBetween", node, scope, 2, 2, ValueType.DATE);
          return new Expr.DaysBetween(dates.get(0), dates.get(1));
        });
    operators.put("datePlus", this::datePlus);
  }

  private void registerLogic() {
    for (Expr.Junction junction : Expr.Junction.values()) {
      String name = junction.name().toLowerCase(Locale.ROOT);
      operators.put(
          name,
          (node, scope) ->
              new Expr.Joined(
                  junction, operands(name, node, scope, 1, UNBOUNDED, ValueType.BOOLEAN)));
    }
    operators.put(
        "not",
        (node, scope) ->
            new Expr.Joined(Expr.Junction.NONE, List.of(read(node, scope, ValueType.BOOLEAN))));
    operators.put("known", (node, scope) -> new Expr.Known(read(node, scope)));
    for (Expr.Comparison comparison : Expr.Comparison.values()) {
      String name = comparison.name().toLowerCase(Locale.ROOT);
      operators.put(name, (node, scope) -> compare(comparison, name, node, scope));
    }
    operators.put("in", this::in);
  }

  private void registerNumbers() {
    for (Expr.Operator operator : Expr.Operator.values()) {
      String name = operator.name().toLowerCase(Locale.ROOT);
      boolean division = operator == Expr.Operator.DIVIDE;
      operators.put(
          name,
          (node, scope) ->
              new Expr.Arithmetic(
                  operator,
                  operands(
                      name,
                      node,
                      scope,
                      division ? 2 : 1,
                      division ? 2 : UNBOUNDED,
                      ValueType.NUMBER)));
    }
    operators.put("round", this::round);
  }

  private void registerFacts() {
    for (Aggregate aggregate : Aggregate.values()) {
      operators.put(aggregate.code(), (node, scope) -> factExprs.aggregate(aggregate, node, scope));
    }
    operators.put("groupBy", factExprs::grouped);
    operators.put("pick", factExprs::pick);
  }

  /** Reads an expression of a type. */
  Expr read(SourceNode node, Scope scope, ValueType expected) {
    Expr expr = read(node, scope);
    checkType(node, expr, List.of(expected));
    return expr;
  }

  void checkType(SourceNode node, Expr expr, List<ValueType> expected) {
    if (!expected.contains(expr.type())) {
      throw issues.abandon(
          PolicyIssues.TYPE_MISMATCH
              .at(node.location())
              .with("actual", expr.type())
              .with(
                  "expected", String.join(" or ", expected.stream().map(Object::toString).toList()))
              .build());
    }
  }

  /** Reads an expression. */
  Expr read(SourceNode node, Scope scope) {
    return nesting.deeper(node.location(), () -> literalOrOperation(node, scope));
  }

  private Expr literalOrOperation(SourceNode node, Scope scope) {
    if (node instanceof SourceNode.NumberNode number) {
      return new Expr.Literal(Value.of(number.value()), ValueType.NUMBER);
    }
    if (node instanceof SourceNode.TextNode text) {
      return new Expr.Literal(new Value.Text(text.value()), ValueType.TEXT);
    }
    if (node instanceof SourceNode.BooleanNode bool) {
      return new Expr.Literal(Value.of(bool.value()), ValueType.BOOLEAN);
    }
    if (node instanceof SourceNode.ListNode list) {
      List<String> words =
          list.items().stream().map(item -> ObjectReader.text(item, issues)).toList();
      return new Expr.Literal(new Value.Words(words), ValueType.WORDS);
    }
    if (node instanceof SourceNode.ObjectNode object) {
      return operation(object, scope);
    }
    throw ObjectReader.wrongType(node, "an expression", issues);
  }

  private Expr operation(SourceNode.ObjectNode node, Scope scope) {
    Set<String> names = node.members().keySet();
    String name = String.join(" + ", names);
    Operator operator = operators.get(name);
    if (operator == null) {
      throw issues.abandon(
          PolicyIssues.BAD_OPERATOR
              .at(node.location())
              .with("name", name)
              .with(
                  "nearest",
                  names.size() > 1
                      ? String.join(", ", names)
                      : NearestNames.of(name, operators.keySet()))
              .build());
    }
    return operator.read(Objects.requireNonNull(node.members().get(name)), scope);
  }

  /** Reads a list of operands of a type. */
  private List<Expr> operands(
      String name, SourceNode node, Scope scope, int min, int max, ValueType type) {
    return operandNodes(name, node, min, max).stream()
        .map(operand -> read(operand, scope, type))
        .toList();
  }

  /** The operands of an operator: as many as it takes. */
  List<SourceNode> operandNodes(String name, SourceNode node, int min, int max) {
    List<SourceNode> nodes = ObjectReader.list(node, issues);
    if (nodes.size() < min || nodes.size() > max) {
      throw issues.abandon(
          PolicyIssues.BAD_OPERANDS
              .at(node.location())
              .with("name", name)
              .with("expected", max == UNBOUNDED ? min + " or more" : String.valueOf(min))
              .with("actual", nodes.size())
              .build());
    }
    return nodes;
  }

  private Expr subjectAttribute(SourceNode node) {
    String name = ObjectReader.text(node, issues);
    ValueType builtIn = BuiltIn.ofSubject().get(name);
    if (builtIn != null) {
      return new Expr.SubjectAttribute(name, builtIn);
    }
    AttributeDeclaration declared =
        catalogue
            .findSubjectAttribute(name)
            .orElseThrow(
                () -> {
                  List<String> known = new ArrayList<>(BuiltIn.ofSubject().keySet());
                  catalogue.subjectAttributes().forEach(each -> known.add(each.name()));
                  return words.unknown("subject attribute", name, node.location(), known);
                });
    return new Expr.SubjectAttribute(name, ValueType.of(declared.type()));
  }

  private Expr factAttribute(SourceNode node, Scope scope) {
    String name = ObjectReader.text(node, issues);
    FactKind kind =
        scope
            .fact()
            .orElseThrow(
                () ->
                    issues.abandon(
                        PolicyIssues.NO_FACT_HERE.at(node.location()).with("name", name).build()));
    ValueType builtIn = BuiltIn.ofFact().get(name);
    if (builtIn != null) {
      return new Expr.FactAttribute(name, builtIn);
    }
    AttributeDeclaration declared =
        kind.findAttribute(name)
            .orElseThrow(
                () -> {
                  List<String> known = new ArrayList<>(BuiltIn.ofFact().keySet());
                  kind.attributes().forEach(each -> known.add(each.name()));
                  return words.unknown(
                      "attribute of kind " + kind.name(), name, node.location(), known);
                });
    if (declared.sealed()) {
      throw issues.abandon(
          PolicyIssues.SEALED
              .at(node.location())
              .with("name", name)
              .with("kind", kind.name())
              .build());
    }
    return new Expr.FactAttribute(name, ValueType.of(declared.type()));
  }

  private Expr reference(SourceNode node, Scope scope) {
    String name = ObjectReader.text(node, issues);
    if (name.equals(Definitions.VALUE) && scope.value().isPresent()) {
      return new Expr.Reference(name, scope.value().get());
    }
    return new Expr.Reference(name, definitions.get(name, node.location()));
  }

  private Expr asOf(SourceNode node) {
    ObjectReader.onlyTrue(node, issues);
    return new Expr.AsOfDate();
  }

  private Expr choice(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Expr condition = read(reader.get("when"), scope, ValueType.BOOLEAN);
    Expr then = read(reader.get("then"), scope);
    Expr otherwise = read(reader.get("else"), scope, then.type());
    reader.end();
    return new Expr.If(condition, then, otherwise);
  }

  private Expr orElse(SourceNode node, Scope scope) {
    List<SourceNode> nodes = operandNodes("orElse", node, 2, UNBOUNDED);
    Expr first = read(nodes.get(0), scope);
    List<Expr> all = new ArrayList<>(List.of(first));
    nodes.stream().skip(1).forEach(each -> all.add(read(each, scope, first.type())));
    return new Expr.OrElse(all);
  }

  private Expr datePlus(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Expr date = read(reader.get("date"), scope, ValueType.DATE);
    Expr plus = new Expr.DatePlus(date, Periods.shift(reader.get("period"), issues));
    reader.end();
    return plus;
  }

  private Expr compare(Expr.Comparison comparison, String name, SourceNode node, Scope scope) {
    List<SourceNode> nodes = operandNodes(name, node, 2, 2);
    Expr left = read(nodes.get(0), scope);
    if (comparison != Expr.Comparison.EQ && comparison != Expr.Comparison.NE) {
      checkType(nodes.get(0), left, List.of(ValueType.NUMBER, ValueType.DATE));
    }
    return new Expr.Compare(comparison, left, read(nodes.get(1), scope, left.type()));
  }

  private Expr in(SourceNode node, Scope scope) {
    List<SourceNode> nodes = operandNodes("in", node, 2, 2);
    return new Expr.In(
        read(nodes.get(0), scope, ValueType.TEXT), read(nodes.get(1), scope, ValueType.WORDS));
  }

  private Expr round(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Expr of = read(reader.get("of"), scope, ValueType.NUMBER);
    Optional<Integer> scale = reader.findInteger("scale", 0, 18);
    reader.end();
    return new Expr.Round(of, scale.orElse(0));
  }
}
