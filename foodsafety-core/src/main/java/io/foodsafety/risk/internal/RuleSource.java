package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.SourceNode;
import java.util.Map;
import java.util.Optional;

/**
 * Expressions and declarations, for documents other than policies that use the same vocabulary. An
 * expression that is wrong is given up with its issue.
 */
public final class RuleSource {

  private final ExprReader exprs;

  /**
   * A reader of the expressions of a document.
   *
   * @param catalogue what the expressions may read
   * @param definitions named expressions by name; all are read now, so that each is checked
   * @param issues takes what is wrong
   */
  public RuleSource(
      FactCatalogue catalogue, Map<String, SourceNode> definitions, IssueCollector issues) {
    this.exprs = new ExprReader(catalogue, Map.of(), definitions, issues);
    exprs.definitions().readAll();
  }

  /** An expression of a type. */
  public Expr read(SourceNode node, ValueType type) {
    return exprs.read(node, Scope.TOP, type);
  }

  /** The catalogue with what a document declares. */
  public static FactCatalogue declare(
      Optional<SourceNode> declares, FactCatalogue base, IssueCollector issues) {
    return new DeclarationReader(issues).read(declares, base);
  }
}
