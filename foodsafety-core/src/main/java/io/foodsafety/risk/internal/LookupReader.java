package io.foodsafety.risk.internal;

import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.LookupTable;
import io.foodsafety.rule.Value;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads look-ups in tables. One with two keys becomes a choice among look-ups with one: the first
 * key chooses, halving the words each time.
 */
final class LookupReader {

  private final ExprReader exprs;
  private final Nesting nesting;
  private final Map<String, Optional<PolicyTable>> tables;
  private final IssueCollector issues;
  private final WordReader words;

  LookupReader(
      ExprReader exprs,
      Nesting nesting,
      Map<String, Optional<PolicyTable>> tables,
      IssueCollector issues) {
    this.exprs = exprs;
    this.nesting = nesting;
    this.tables = tables;
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  Expr read(SourceNode node, Scope scope) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String name = reader.text("name");
    Optional<PolicyTable> found = tables.get(name);
    if (found == null) {
      throw words.unknown("table", name, reader.location("name"), tables.keySet());
    }
    PolicyTable table = found.orElseThrow(IssueCollector.Abandoned::new);
    SourceNode of = reader.get("of");
    Expr lookup =
        table instanceof PolicyTable.OfTwoKeys keyed
            ? ofTwoKeys(keyed, of, scope)
            : ofOneKey(((PolicyTable.OfOneKey) table).rows(), of, exprs.read(of, scope));
    reader.end();
    return lookup;
  }

  private Expr ofOneKey(LookupTable table, SourceNode node, Expr key) {
    exprs.checkType(
        node,
        key,
        table.toBeLoaded().isPresent()
            ? List.of(ValueType.NUMBER, ValueType.TEXT, ValueType.WORDS)
            : table.isOverNumbers()
                ? List.of(ValueType.NUMBER)
                : List.of(ValueType.TEXT, ValueType.WORDS));
    return new Expr.Lookup(table, key);
  }

  private Expr ofTwoKeys(PolicyTable.OfTwoKeys table, SourceNode node, Scope scope) {
    List<SourceNode> keys = exprs.operandNodes("table", node, 2, 2);
    int levels = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(table.parts().size());
    Expr first = deeper(levels, keys.get(0), scope);
    exprs.checkType(keys.get(0), first, List.of(ValueType.TEXT));
    Expr second = deeper(levels, keys.get(1), scope);
    Expr noRow =
        new Expr.Lookup(
            table
                .toBeLoaded()
                .map(why -> LookupTable.toBeLoaded(table.name(), why))
                .orElseGet(() -> LookupTable.ofWords(table.name(), Map.of(), table.otherwise())),
            first);
    List<Map.Entry<String, Expr>> branches =
        table.parts().entrySet().stream()
            .map(each -> Map.entry(each.getKey(), ofOneKey(each.getValue(), keys.get(1), second)))
            .toList();
    return branches.isEmpty() ? noRow : choice(first, branches, noRow);
  }

  /** Reads a key where it will stand: below the choices. */
  private Expr deeper(int levels, SourceNode node, Scope scope) {
    return levels == 0
        ? exprs.read(node, scope)
        : nesting.deeper(node.location(), () -> deeper(levels - 1, node, scope));
  }

  private static Expr choice(Expr first, List<Map.Entry<String, Expr>> branches, Expr noRow) {
    int half = branches.size() / 2;
    if (half == 0) {
      Map.Entry<String, Expr> last = branches.get(0);
      Expr word = new Expr.Literal(new Value.Text(last.getKey()), ValueType.TEXT);
      return new Expr.If(new Expr.Compare(Expr.Comparison.EQ, first, word), last.getValue(), noRow);
    }
    List<Map.Entry<String, Expr>> upper = branches.subList(0, half);
    List<String> ofUpper = upper.stream().map(Map.Entry::getKey).toList();
    return new Expr.If(
        new Expr.In(first, new Expr.Literal(new Value.Words(ofUpper), ValueType.WORDS)),
        choice(first, upper, noRow),
        choice(first, branches.subList(half, branches.size()), noRow));
  }
}
