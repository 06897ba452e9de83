package io.foodsafety.rule;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An expression of the rule vocabulary: closed, small, typed, without side effects. {@link
 * Interpreter} defines what each means; its nested types are immutable.
 */
public sealed interface Expr {

  /** {@return the type of its value} */
  ValueType type();

  /**
   * Hands this expression to the method of its kind.
   *
   * @param visitor what is done with it
   * @param <R> the type of the result
   * @return what the visitor returned
   */
  <R> R accept(ExprVisitor<R> visitor);

  /**
   * A fixed value.
   *
   * @param value the value, known
   * @param type its type
   */
  record Literal(Value value, ValueType type) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /**
   * An attribute of the assessed subject, as of the day of assessment. Names that begin with $ are
   * built in.
   *
   * @param name its name
   * @param type its type
   */
  record SubjectAttribute(String name, ValueType type) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.subjectAttribute(this);
    }
  }

  /**
   * An attribute of the fact at hand. Names that begin with $ are built in.
   *
   * @param name its name
   * @param type its type
   */
  record FactAttribute(String name, ValueType type) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.factAttribute(this);
    }
  }

  /** The day of assessment. */
  record AsOfDate() implements Expr {
    @Override
    public ValueType type() {
      return ValueType.DATE;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.asOfDate(this);
    }
  }

  /**
   * A named expression.
   *
   * @param name its name
   * @param target what it stands for
   */
  record Reference(String name, Expr target) implements Expr {
    @Override
    public ValueType type() {
      return target.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.reference(this);
    }
  }

  /**
   * An aggregate over facts.
   *
   * @param aggregate how
   * @param selection which facts
   * @param of the value read from each fact; nothing if none is read
   */
  record OverFacts(Aggregate aggregate, Selection selection, Optional<Expr> of) implements Expr {
    @Override
    public ValueType type() {
      return aggregate.resultType(of.map(Expr::type));
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.overFacts(this);
    }
  }

  /**
   * Facts put into groups by a key; an aggregate of each group, then one over the groups. Facts of
   * a group keep their order; groups are taken in the order of their first fact.
   *
   * @param selection which facts
   * @param key by what they are grouped
   * @param each the aggregate of a group, a number
   * @param of the value read from each fact; nothing if none is read
   * @param outer the aggregate over the groups: count, sum, max, min or mean
   */
  record Grouped(Selection selection, Expr key, Aggregate each, Optional<Expr> of, Aggregate outer)
      implements Expr {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.grouped(this);
    }
  }

  /** Which fact to pick. */
  enum Take {
    /** The last by time, then id. */
    LATEST,
    /** The first by time, then id. */
    FIRST,
    /** The one with the highest number; among equals the last. */
    HIGHEST,
    /** The one with the lowest number; among equals the last. */
    LOWEST
  }

  /**
   * One fact picked, and an expression over its attributes.
   *
   * @param selection which facts there are to pick from
   * @param take which one
   * @param by the number that decides, for highest and lowest
   * @param read the expression over the picked fact
   */
  record Pick(Selection selection, Take take, Optional<Expr> by, Expr read) implements Expr {
    @Override
    public ValueType type() {
      return read.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.pick(this);
    }
  }

  /**
   * A look-up in a table.
   *
   * @param table the table
   * @param key a number, a text or a list of words, as the table is
   */
  record Lookup(LookupTable table, Expr key) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.lookup(this);
    }
  }

  /** An operation on numbers. */
  enum Operator {
    /** The sum of all. */
    ADD,
    /** The first minus all others. */
    SUBTRACT,
    /** The product of all. */
    MULTIPLY,
    /** The first divided by the second, to 34 digits, half up; by zero unknown. */
    DIVIDE,
    /** The least of all. */
    LEAST,
    /** The greatest of all. */
    GREATEST
  }

  /**
   * An operation on numbers; unknown if one of them is, or if the result has more than 1000 digits.
   *
   * @param operator the operation
   * @param operands at least one; exactly two to divide
   */
  record Arithmetic(Operator operator, List<Expr> operands) implements Expr {
    /** Copies the list. */
    public Arithmetic {
      operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  /**
   * A number rounded half up (away from zero at a tie).
   *
   * @param of the number
   * @param scale digits after the point, 0 to 18
   */
  record Round(Expr of, int scale) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.round(this);
    }
  }

  /** How two values are compared. */
  enum Comparison {
    /** Equal. */
    EQ,
    /** Not equal. */
    NE,
    /** Less, or earlier. */
    LT,
    /** Less or equal. */
    LE,
    /** Greater, or later. */
    GT,
    /** Greater or equal. */
    GE
  }

  /**
   * A comparison of two values of one type; unknown if one of them is.
   *
   * @param comparison how
   * @param left a value
   * @param right a value of the same type
   */
  record Compare(Comparison comparison, Expr left, Expr right) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.compare(this);
    }
  }

  /**
   * Whether a list of words holds a text.
   *
   * @param text the text
   * @param words the list
   */
  record In(Expr text, Expr words) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /** How conditions are joined. Evaluated from left to right until the result is certain. */
  enum Junction {
    /** False if one is false, else unknown if one is unknown, else true. */
    ALL,
    /** True if one is true, else unknown if one is unknown, else false. */
    ANY,
    /** The contrary of any. */
    NONE
  }

  /**
   * Conditions joined, three-valued.
   *
   * @param junction how
   * @param operands the conditions, at least one
   */
  record Joined(Junction junction, List<Expr> operands) implements Expr {
    /** Copies the list. */
    public Joined {
      operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.joined(this);
    }
  }

  /**
   * Whether a value is known; itself always known.
   *
   * @param of the value
   */
  record Known(Expr of) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.known(this);
    }
  }

  /**
   * The first of several values that is known.
   *
   * @param operands values of one type, at least two
   */
  record OrElse(List<Expr> operands) implements Expr {
    /** Copies the list. */
    public OrElse {
      operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
      return operands.get(0).type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.orElse(this);
    }
  }

  /**
   * One of two values; unknown if the condition is.
   *
   * @param condition the condition
   * @param then the value if it is true
   * @param otherwise the value if it is false, of the same type
   */
  record If(Expr condition, Expr then, Expr otherwise) implements Expr {
    @Override
    public ValueType type() {
      return then.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /**
   * A date moved by a period; where a month has no such day, its last day.
   *
   * @param date the date
   * @param period the period, may be negative
   */
  record DatePlus(Expr date, Period period) implements Expr {
    /** Checks that there is a period. */
    public DatePlus {
      Objects.requireNonNull(period, "period");
    }

    @Override
    public ValueType type() {
      return ValueType.DATE;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.datePlus(this);
    }
  }

  /**
   * The days from one date to another; negative if the second is earlier.
   *
   * @param from a date
   * @param to a date
   */
  record DaysBetween(Expr from, Expr to) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.daysBetween(this);
    }
  }
}
