package io.foodsafety.risk.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Expr;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.SourceNode;
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
  private final IssueCollector issues;
  private final Map<String, Expr> known = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  Definitions(Map<String, SourceNode> nodes, ExprReader reader, IssueCollector issues) {
    this.nodes = nodes;
    this.reader = reader;
    this.issues = issues;
  }

  /** Reads all of them, so that one that nobody uses is checked too. */
  void readAll() {
    nodes.forEach((name, node) -> issues.attempt(() -> get(name, node.location())));
  }

  Expr get(String name, Location usedAt) {
    Expr expr = known.get(name);
    if (expr != null) {
      return expr;
    }
    SourceNode node = nodes.get(name);
    if (node == null) {
      throw PolicyNames.unknown(issues, usedAt, "definition", name, nodes.keySet());
    }
    if (name.equals(VALUE)) {
      throw PolicyNames.duplicate(issues, node.location(), "definition", name);
    }
    if (broken.contains(name)) {
      throw new IssueCollector.Abandoned();
    }
    if (open.contains(name)) {
      throw issues.abandon(PolicyIssues.CYCLE.at(usedAt).with("cycle", cycle(name)).build());
    }
    open.addLast(name);
    try {
      Expr read = reader.read(node, Scope.TOP);
      known.put(name, read);
      return read;
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
