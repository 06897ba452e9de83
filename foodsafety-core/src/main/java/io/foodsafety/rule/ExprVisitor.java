package io.foodsafety.rule;

/**
 * What is done with an expression: one method per kind.
 *
 * @param <R> the type of the results
 */
public interface ExprVisitor<R> {

  /**
   * Visits {@link Expr.Literal}.
   *
   * @param expr the expression
   * @return the result
   */
  R literal(Expr.Literal expr);

  /**
   * Visits {@link Expr.SubjectAttribute}.
   *
   * @param expr the expression
   * @return the result
   */
  R subjectAttribute(Expr.SubjectAttribute expr);

  /**
   * Visits {@link Expr.FactAttribute}.
   *
   * @param expr the expression
   * @return the result
   */
  R factAttribute(Expr.FactAttribute expr);

  /**
   * Visits {@link Expr.AsOfDate}.
   *
   * @param expr the expression
   * @return the result
   */
  R asOfDate(Expr.AsOfDate expr);

  /**
   * Visits {@link Expr.Reference}.
   *
   * @param expr the expression
   * @return the result
   */
  R reference(Expr.Reference expr);

  /**
   * Visits {@link Expr.OverFacts}.
   *
   * @param expr the expression
   * @return the result
   */
  R overFacts(Expr.OverFacts expr);

  /**
   * Visits {@link Expr.Grouped}.
   *
   * @param expr the expression
   * @return the result
   */
  R grouped(Expr.Grouped expr);

  /**
   * Visits {@link Expr.Pick}.
   *
   * @param expr the expression
   * @return the result
   */
  R pick(Expr.Pick expr);

  /**
   * Visits {@link Expr.Lookup}.
   *
   * @param expr the expression
   * @return the result
   */
  R lookup(Expr.Lookup expr);

  /**
   * Visits {@link Expr.Arithmetic}.
   *
   * @param expr the expression
   * @return the result
   */
  R arithmetic(Expr.Arithmetic expr);

  /**
   * Visits {@link Expr.Round}.
   *
   * @param expr the expression
   * @return the result
   */
  R round(Expr.Round expr);

  /**
   * Visits {@link Expr.Compare}.
   *
   * @param expr the expression
   * @return the result
   */
  R compare(Expr.Compare expr);

  /**
   * Visits {@link Expr.In}.
   *
   * @param expr the expression
   * @return the result
   */
  R in(Expr.In expr);

  /**
   * Visits {@link Expr.Joined}.
   *
   * @param expr the expression
   * @return the result
   */
  R joined(Expr.Joined expr);

  /**
   * Visits {@link Expr.Known}.
   *
   * @param expr the expression
   * @return the result
   */
  R known(Expr.Known expr);

  /**
   * Visits {@link Expr.OrElse}.
   *
   * @param expr the expression
   * @return the result
   */
  R orElse(Expr.OrElse expr);

  /**
   * Visits {@link Expr.If}.
   *
   * @param expr the expression
   * @return the result
   */
  R choice(Expr.If expr);

  /**
   * Visits {@link Expr.DatePlus}.
   *
   * @param expr the expression
   * @return the result
   */
  R datePlus(Expr.DatePlus expr);

  /**
   * Visits {@link Expr.DaysBetween}.
   *
   * @param expr the expression
   * @return the result
   */
  R daysBetween(Expr.DaysBetween expr);
}
