package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ExprVisitor;
import io.foodsafety.rule.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expression over a fact reads: whether its value is the same for all facts that are alike
 * and of the same day, and which parts of it depend on the day alone.
 */
final class FactReads implements ExprVisitor<Integer> {

  private static final int NOTHING = 0;
  private static final int DAY = 1;
  private static final int ATTRIBUTES = 2;
  private static final int MORE = 4;

  /**
   * An attribute that is read.
   *
   * @param type its type
   * @param onlyWhetherKnown whether its value does not matter
   */
  record Read(ValueType type, boolean onlyWhetherKnown) {}

  private final Map<String, Read> attributes = new LinkedHashMap<>();
  private final List<Expr> ofDay = new ArrayList<>();
  private boolean isOfFact = true;

  /** Adds what an expression reads. */
  void add(Expr expr) {
    int reads = expr.accept(this);
    isOfFact &= (reads & MORE) == 0;
    if (reads == DAY) {
      ofDay.add(expr);
    }
  }

  /** Whether nothing is read but the fact at hand, and nothing that few facts have in common. */
  boolean isOfFact() {
    return isOfFact;
  }

  /** The attributes that are read, by name. */
  Map<String, Read> attributes() {
    return attributes;
  }

  /** The parts that depend on nothing but the day of the fact. */
  List<Expr> ofDay() {
    return ofDay;
  }

  private int all(List<Expr> parts) {
    int[] each = parts.stream().mapToInt(part -> part.accept(this)).toArray();
    int reads = NOTHING;
    for (int read : each) {
      reads |= read;
    }
    for (int i = 0; i < each.length && reads != DAY; i++) {
      if (each[i] == DAY) {
        ofDay.add(parts.get(i));
      }
    }
    return reads;
  }

  @Override
  public Integer literal(Expr.Literal expr) {
    return NOTHING;
  }

  @Override
  public Integer subjectAttribute(Expr.SubjectAttribute expr) {
    return MORE;
  }

  @Override
  public Integer factAttribute(Expr.FactAttribute expr) {
    if (expr.name().equals("$at")) {
      return DAY;
    }
    if (expr.name().equals("$id") || expr.type() == ValueType.DATE) {
      return MORE;
    }
    attributes.put(expr.name(), new Read(expr.type(), false));
    return ATTRIBUTES;
  }

  @Override
  public Integer known(Expr.Known expr) {
    if (expr.of() instanceof Expr.FactAttribute attribute && !attribute.name().equals("$at")) {
      attributes.putIfAbsent(attribute.name(), new Read(attribute.type(), true));
      return ATTRIBUTES;
    }
    return expr.of().accept(this);
  }

  @Override
  public Integer asOfDate(Expr.AsOfDate expr) {
    return NOTHING;
  }

  @Override
  public Integer reference(Expr.Reference expr) {
    return MORE;
  }

  @Override
  public Integer overFacts(Expr.OverFacts expr) {
    return MORE;
  }

  @Override
  public Integer grouped(Expr.Grouped expr) {
    return MORE;
  }

  @Override
  public Integer pick(Expr.Pick expr) {
    return MORE;
  }

  @Override
  public Integer lookup(Expr.Lookup expr) {
    return expr.key().accept(this);
  }

  @Override
  public Integer arithmetic(Expr.Arithmetic expr) {
    return all(expr.operands());
  }

  @Override
  public Integer round(Expr.Round expr) {
    return expr.of().accept(this);
  }

  @Override
  public Integer compare(Expr.Compare expr) {
    return all(List.of(expr.left(), expr.right()));
  }

  @Override
  public Integer in(Expr.In expr) {
    return all(List.of(expr.text(), expr.words()));
  }

  @Override
  public Integer joined(Expr.Joined expr) {
    return all(expr.operands());
  }

  @Override
  public Integer orElse(Expr.OrElse expr) {
    return all(expr.operands());
  }

  @Override
  public Integer choice(Expr.If expr) {
    return all(List.of(expr.condition(), expr.then(), expr.otherwise()));
  }

  @Override
  public Integer datePlus(Expr.DatePlus expr) {
    return expr.date().accept(this);
  }

  @Override
  public Integer daysBetween(Expr.DaysBetween expr) {
    return all(List.of(expr.from(), expr.to()));
  }
}
