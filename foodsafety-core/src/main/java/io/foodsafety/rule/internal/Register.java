package io.foodsafety.rule.internal;

import io.foodsafety.rule.ValueType;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The values of one expression for the rows of a block.
 *
 * <p>A truth value is a bit, all else a 64-bit number: an unscaled decimal, a day, a code. A
 * fraction has denominators, too; its scale is 0. What is unknown has its bit in {@link #unknown},
 * and any value; a truth value that is unknown is not true.
 */
public final class Register {

  final Rows rows;
  final ValueType type;
  public final int scale;

  /** Whether it holds fractions, each with a denominator. */
  public final boolean isFraction;

  /** How many operations on top of each other its fractions are the result of, at most. */
  final int operations;

  /**
   * Whether its fractions are the result of more than one operation. The interpreter rounds each to
   * 34 digits, so such a fraction may differ from its decimal in the last of them.
   */
  final boolean isDerived;

  /** Whether a row may be unknown; otherwise nobody looks. */
  public final boolean mayBeUnknown;

  /** Whether all rows have the same value, which never changes. */
  final boolean isConstant;

  /** What no value is further from 0 than, as far as that is known beforehand. */
  private long bound = Long.MAX_VALUE;

  public long[] values = {};
  long[] denominators = {};
  public long[] bits = {};
  long[] unknown = {};

  private final long constant;

  private Register(Rows rows, ValueType type, int scale, boolean mayBeUnknown, int operations) {
    this(rows, type, scale, mayBeUnknown, operations, OptionalLong.empty());
  }

  private Register(
      Rows rows,
      ValueType type,
      int scale,
      boolean mayBeUnknown,
      int operations,
      OptionalLong constant) {
    this.isConstant = constant.isPresent();
    this.constant = constant.orElse(0);
    this.rows = rows;
    this.type = type;
    this.scale = scale;
    this.mayBeUnknown = mayBeUnknown;
    this.operations = operations;
    this.isFraction = operations > 0;
    this.isDerived = operations > 1;
    rows.add(this);
    ensure(rows.capacity());
  }

  static Register of(Rows rows, ValueType type, boolean mayBeUnknown) {
    return new Register(rows, type, 0, mayBeUnknown, 0);
  }

  static Register number(Rows rows, int scale, boolean mayBeUnknown) {
    return new Register(rows, ValueType.NUMBER, scale, mayBeUnknown, 0);
  }

  static Register bool(Rows rows, boolean mayBeUnknown) {
    return new Register(rows, ValueType.BOOLEAN, 0, mayBeUnknown, 0);
  }

  static Register constant(Rows rows, ValueType type, int scale, long value) {
    return new Register(rows, type, scale, false, 0, OptionalLong.of(value));
  }

  /** A register for other rows of what another one holds. */
  static Register like(Register other, Rows rows) {
    return like(other, rows, other.mayBeUnknown);
  }

  static Register like(Register other, Rows rows, boolean mayBeUnknown) {
    return other.isFraction
        ? fraction(rows, other.operations)
        : new Register(rows, other.type, other.scale, mayBeUnknown, 0);
  }

  static Register fraction(Rows rows, int operations) {
    return new Register(rows, ValueType.NUMBER, 0, true, operations);
  }

  /** Says that no value is further from 0 than a number. */
  Register within(long newBound) {
    bound = newBound;
    return this;
  }

  /** Whether all values are known to be nearer to 0 than a number. */
  public boolean isNearer(long most) {
    return bound() < most;
  }

  long bound() {
    return isConstant && constant != Long.MIN_VALUE ? Math.abs(constant) : bound;
  }

  /** The value of all rows of a constant. */
  long constant() {
    return constant;
  }

  boolean isBool() {
    return type == ValueType.BOOLEAN;
  }

  void ensure(int capacity) {
    int words = Bits.words(capacity) + 2; // a slice of bits reads one word beyond its first
    if (isBool()) {
      bits = Arrays.copyOf(bits, words);
    } else {
      values = Arrays.copyOf(values, capacity);
    }
    if (isFraction) {
      denominators = Arrays.copyOf(denominators, capacity);
    }
    if (isConstant) {
      Arrays.fill(values, constant);
      Arrays.fill(bits, constant == 0 ? 0 : -1L);
    }
    if (mayBeUnknown) {
      unknown = Arrays.copyOf(unknown, words);
    }
  }

  public boolean isUnknown(int row) {
    return mayBeUnknown && Bits.get(unknown, row);
  }

  /** Which rows are unknown, 64 of them. */
  public long unknownWord(int word) {
    return mayBeUnknown ? unknown[word] : 0;
  }

  /** The value of a row, of whatever type; 0 if it is unknown. */
  long get(int row) {
    return isBool() ? (Bits.get(bits, row) ? 1 : 0) : values[row];
  }

  long denominator(int row) {
    return isFraction ? denominators[row] : Decimals.power(scale);
  }

  /** Forgets all values, before single rows are put. */
  void clear() {
    Arrays.fill(bits, 0);
    Arrays.fill(unknown, 0);
  }

  /** Puts a value; truth values and unknown ones on a cleared register only. */
  void put(int row, long value) {
    if (!isBool()) {
      values[row] = value;
    } else if (value != 0) {
      Bits.set(bits, row);
    }
  }

  /** Makes all rows of the block have one value. */
  void fill(long value) {
    if (isBool()) {
      Arrays.fill(bits, value == 0 ? 0 : -1L);
    } else {
      Arrays.fill(values, 0, rows.count(), value);
    }
    Arrays.fill(unknown, 0);
  }

  /** Makes all rows of the block unknown. */
  void fillUnknown() {
    fill(0);
    Arrays.fill(unknown, -1L);
    Arrays.fill(denominators, 1);
  }

  /** Forgets the value of a row, before another one is put. */
  void clear(int row) {
    if (isBool()) {
      Bits.unset(bits, row);
    }
    if (mayBeUnknown) {
      Bits.unset(unknown, row);
    }
  }

  void putUnknown(int row) {
    Bits.set(unknown, row);
    if (!isBool()) {
      values[row] = 0;
    }
    if (isFraction) {
      denominators[row] = 1;
    }
  }
}
