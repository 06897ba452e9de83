package io.foodsafety.rule.internal;

import io.foodsafety.rule.Value;
import io.foodsafety.rule.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of one attribute, row by row. A number is a whole number of units of the column's
 * scale, a text its code, a date its day since 1970, a truth value 0 or 1. A value that does not
 * fit is marked, and whoever needs it asks the interpreter.
 */
final class Column {

  /** Scales beyond this leave too little room before the point. */
  private static final int MAX_SCALE = 6;

  private final ValueType type;
  private final Dictionary dictionary;
  private final IntArray values = new IntArray();
  private int scale;
  private long[] unknown = {};
  private final NavigableMap<Integer, Value> misfits = new TreeMap<>();

  Column(ValueType type, Dictionary dictionary) {
    this.type = type;
    this.dictionary = dictionary;
  }

  /** The column, if it is of a type: two policies may have declared a name differently. */
  static Column ofType(Column column, String name, ValueType type) {
    if (column.type != type) {
      throw new IllegalArgumentException(
          "The attribute (%s) is declared as %s by one policy and as %s by another: use columns of their own."
              .formatted(name, column.type, type));
    }
    return column;
  }

  ValueType type() {
    return type;
  }

  int size() {
    return values.size();
  }

  /** Digits after the point, of numbers. */
  int scale() {
    return scale;
  }

  /** What a register made for this column relies on. */
  int shape() {
    return 2 * scale + (hasUnknown() ? 1 : 0);
  }

  boolean hasUnknown() {
    return unknown.length > 0;
  }

  /** Expects unknown values, even while there is none. */
  void expectUnknown() {
    unknown = Arrays.copyOf(unknown, Math.max(1, unknown.length));
  }

  boolean hasMisfits() {
    return !misfits.isEmpty();
  }

  /** The rows whose value does not fit, of some rows. */
  Set<Integer> misfits(int from, int count) {
    return misfits.subMap(from, from + count).keySet();
  }

  void clear() {
    values.clear();
    Arrays.fill(unknown, 0);
    misfits.clear();
  }

  void add(Optional<Value> value) {
    if (value.isEmpty()) {
      int words = Bits.words(values.size() + 1);
      if (words > unknown.length) {
        unknown = Arrays.copyOf(unknown, words + (words >> 1));
      }
      Bits.set(unknown, values.size());
      values.add(0);
    } else if (!addKnown(value.get())) {
      misfits.put(values.size(), value.get());
      values.add(0);
    }
  }

  private boolean addKnown(Value value) {
    if (type == ValueType.NUMBER && value instanceof Value.Num number) {
      return addNumber(number.value());
    }
    if (type == ValueType.TEXT && value instanceof Value.Text text) {
      values.add(dictionary.codeOf(text.value()));
    } else if (type == ValueType.WORDS && value instanceof Value.Words words) {
      values.add(dictionary.codeOf(words.value()));
    } else if (type == ValueType.BOOLEAN && value instanceof Value.Bool bool) {
      values.add(bool.value() ? 1 : 0);
    } else if (type == ValueType.DATE && value instanceof Value.Day day) {
      values.add(day.value().toEpochDay());
    } else {
      return false;
    }
    return true;
  }

  private boolean addNumber(BigDecimal number) {
    if (number.scale() > scale && !rescale(number.scale())) {
      return false;
    }
    BigDecimal units = number.movePointRight(scale);
    if (units.abs().compareTo(Decimals.LIMIT) >= 0) {
      return false;
    }
    values.add(units.longValueExact());
    return true;
  }

  private boolean rescale(int wanted) {
    if (wanted > MAX_SCALE) {
      return false;
    }
    long factor = Decimals.power(wanted - scale);
    IntArray rescaled = new IntArray();
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i);
      if (Decimals.overflows(value, 2 * factor)) {
        return false;
      }
      rescaled.add(value * factor);
    }
    values.replaceBy(rescaled);
    scale = wanted;
    return true;
  }

  boolean isUnknown(int row) {
    return row >>> 6 < unknown.length && Bits.get(unknown, row);
  }

  /** Whether the value of a row does not fit. */
  boolean isMisfit(int row) {
    return hasMisfits() && misfits.containsKey(row);
  }

  /** The number that stands for the value of a row. */
  long raw(int row) {
    return values.get(row);
  }

  /** A column without values that a register made for this one can read. */
  Column ofSameShape() {
    Column other = new Column(type, dictionary);
    other.scale = scale;
    other.unknown = new long[hasUnknown() ? 1 : 0];
    return other;
  }

  /** Adds the number that stands for a value, or an unknown one. */
  void addRaw(long value, boolean isUnknown) {
    if (isUnknown) {
      add(Optional.empty());
    } else {
      values.add(value);
    }
  }

  /** Writes the first values, which fit. */
  void pack(NumberWriter writer, int count) {
    for (int row = 0; row < count; row++) {
      long value = values.get(row);
      writer.add(isUnknown(row) ? 0 : 1 + (value << 1 ^ value >> 63));
    }
  }

  /** Reads values that were written. */
  void unpack(NumberReader reader, int count) {
    for (int row = 0; row < count; row++) {
      long packed = reader.next() - 1;
      addRaw(packed >>> 1 ^ -(packed & 1), packed < 0);
    }
  }

  /** Copies values from a row on. */
  void read(int from, int count, long[] into) {
    values.read(from, count, into);
  }

  /** Copies truth values, from a row on. */
  void readFlags(int from, int count, long[] into) {
    values.readFlags(from, count, into);
  }

  /** Copies which rows are unknown, from a row on. */
  void readUnknown(int from, int count, long[] into) {
    int shift = from & 63;
    for (int word = 0; word < Bits.words(count); word++) {
      int source = (from >>> 6) + word;
      long low = source < unknown.length ? unknown[source] >>> shift : 0;
      long high =
          shift > 0 && source + 1 < unknown.length ? unknown[source + 1] << (64 - shift) : 0;
      into[word] = low | high;
    }
  }

  /** The value of a row, as it was added. */
  Optional<Value> get(int row) {
    if (isUnknown(row)) {
      return Optional.empty();
    }
    Value misfit = misfits.get(row);
    if (misfit != null) {
      return Optional.of(misfit);
    }
    long value = values.get(row);
    return Optional.of(
        switch (type) {
          case NUMBER -> Value.of(BigDecimal.valueOf(value, scale));
          case TEXT -> new Value.Text(dictionary.text((int) value));
          case WORDS -> new Value.Words(dictionary.words((int) value));
          case BOOLEAN -> Value.of(value != 0);
          case DATE -> new Value.Day(LocalDate.ofEpochDay(value));
        });
  }
}
