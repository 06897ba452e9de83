package io.foodsafety.risk.internal;

import io.foodsafety.model.fact.FactKind;
import io.foodsafety.rule.Expr;
import java.util.Optional;

/**
 * What an expression can see at its place.
 *
 * @param fact the kind of the fact at hand, inside of a selection
 * @param value what {@code {"ref":"value"}} means, in the points of a line
 */
record Scope(Optional<FactKind> fact, Optional<Expr> value) {

  static final Scope TOP = new Scope(Optional.empty(), Optional.empty());

  Scope over(FactKind kind) {
    return new Scope(Optional.of(kind), value);
  }

  Scope withValue(Expr lineValue) {
    return new Scope(fact, Optional.of(lineValue));
  }
}
