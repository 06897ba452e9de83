package io.foodsafety.risk.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Expr;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named expressions of a policy, read when they are first needed. */
final class Definitions {

  /** The name that means a line's own value; no definition may bear it. */
  static final String VALUE = "value";

  private final Map<String, SourceNode> nodes;
  private final ExprReader reader;
  private final Nesting nesting;
  private final IssueCollector issues;
  private final WordReader words;
  private final Map<String, Nesting.Measured> known = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  Definitions(
      Map<String, SourceNode> nodes, ExprReader reader, Nesting nesting, IssueCollector issues) {
    this.nodes = nodes;
    this.reader = reader;
    this.nesting = nesting;
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  /** Reads all of them, so that one that nobody uses is checked too. */
  void readAll() {
    nodes.forEach((name, node) -> issues.attempt(() -> get(name, node.location())));
  }

  Expr get(String name, Location usedAt) {
    Nesting.Measured definition = known.get(name);
    if (definition == null) {
      return read(name, usedAt);
    }
    nesting.reach(definition.levels(), usedAt);
    return definition.expr();
  }

  private Expr read(String name, Location usedAt) {
    SourceNode node = nodes.get(name);
    if (node == null) {
      throw words.unknown("definition", name, usedAt, nodes.keySet());
    }
    if (broken.contains(name)) {
      throw new IssueCollector.Abandoned();
    }
    if (open.contains(name)) {
      throw issues.abandon(PolicyIssues.CYCLE.at(usedAt).with("cycle", cycle(name)).build());
    }
    open.addLast(name);
    try {
      if (name.equals(VALUE)) {
        throw ObjectReader.badValue(
            node, name, "It means the value of a line.", "another name", issues);
      }
      Nesting.Measured definition = nesting.measure(() -> reader.read(node, Scope.TOP));
      known.put(name, definition);
      return definition.expr();
    } catch (IssueCollector.Abandoned e) {
      broken.add(name);
      throw e;
    } finally {
      open.removeLast();
    }
  }

  private String cycle(String name) {
    List<String> path = new ArrayList<>(open);
    List<String> loop = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
    loop.add(name);
    return String.join(" -> ", loop);
  }
}
