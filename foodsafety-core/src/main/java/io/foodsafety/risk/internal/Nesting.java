package io.foodsafety.risk.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Expr;
import io.foodsafety.source.internal.IssueCollector;
import java.util.function.Supplier;

/**
 * How deep expressions are nested, what they refer to included. Bounded, because evaluation is
 * recursive: a long chain of definitions is as deep as one long expression.
 */
final class Nesting {

  static final int MAX = 100;

  /** An expression and how many levels it has. */
  record Measured(Expr expr, int levels) {}

  private final IssueCollector issues;
  private int depth;
  private int deepest;

  Nesting(IssueCollector issues) {
    this.issues = issues;
  }

  /** Reads an operand, one level deeper. */
  <T> T deeper(Location location, Supplier<T> read) {
    depth++;
    try {
      reach(0, location);
      return read.get();
    } finally {
      depth--;
    }
  }

  /** Reads a definition and counts its levels. */
  Measured measure(Supplier<Expr> read) {
    int outer = deepest;
    deepest = depth;
    try {
      Expr expr = read.get();
      return new Measured(expr, deepest - depth);
    } finally {
      deepest = Math.max(outer, deepest);
    }
  }

  /** Takes note of a number of levels below this one; gives up if they are too many. */
  void reach(int levels, Location location) {
    if (depth + levels > MAX) {
      throw issues.abandon(PolicyIssues.TOO_DEEP.at(location).with("max", MAX).build());
    }
    deepest = Math.max(deepest, depth + levels);
  }
}
