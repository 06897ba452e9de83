/**
 * The rule vocabulary: conditions and numbers over a subject and its facts. Start with {@link
 * io.foodsafety.rule.Expr}; {@link io.foodsafety.rule.Interpreter} defines the meaning.
 *
 * <p>The vocabulary is closed and small. Every expression has a type before it is evaluated; every
 * value may be unknown, with a reason; missing is never zero. Policies are written in JSON; the
 * package {@link io.foodsafety.risk} reads them. Expressions are immutable; an interpreter belongs
 * to one thread.
 *
 * <pre>{@code
 * Expr penalties = new Expr.OverFacts(Aggregate.COUNT,
 *     new Selection("penalty", Selection.SUBJECT, Optional.empty(), new Window.Rolling(Period.ofYears(1))),
 *     Optional.empty());
 * Value count = new Interpreter(context).evaluate(penalties);
 * }</pre>
 */
@NullMarked
package io.foodsafety.rule;

import org.jspecify.annotations.NullMarked;
