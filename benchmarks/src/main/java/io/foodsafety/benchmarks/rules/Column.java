package io.foodsafety.benchmarks.rules;

import java.util.List;

/**
 * One value per row, in the narrowest array that holds it. The arrays are the column's own: whoever
 * measures reads them directly, nobody but the generator writes them.
 */
public final class Column {

  /** What a value means. */
  public enum Type {
    /** A word, as its place in the list of words. */
    CODE,
    /** Several words, as a set of bits. */
    CODES,
    /** 0 or 1. */
    BOOLEAN,
    /** A number times ten to the power of {@link Column#scale}. */
    DECIMAL,
    /** Days since 1970-01-01. */
    DATE
  }

  /** What {@link #at} gives for a row without a value. */
  public static final int ABSENT = Integer.MIN_VALUE;

  /** What stands in {@link #bytes} for a row without a value. */
  public static final byte NO_BYTE = -1;

  /** What stands in {@link #shorts} for a row without a value. */
  public static final short NO_SHORT = Short.MIN_VALUE;

  private enum Width {
    BYTE,
    SHORT,
    INT
  }

  private final String name;
  private final Type type;
  private final List<String> words;
  private final int scale;
  private final Width width;
  private final byte[] bytes;
  private final short[] shorts;
  private final int[] ints;

  private Column(String name, Type type, List<String> words, int scale, Width width, int rows) {
    this.name = name;
    this.type = type;
    this.words = words;
    this.scale = scale;
    this.width = width;
    this.bytes = new byte[width == Width.BYTE ? rows : 0];
    this.shorts = new short[width == Width.SHORT ? rows : 0];
    this.ints = new int[width == Width.INT ? rows : 0];
  }

  static Column codes(String name, List<String> words) {
    return new Column(name, Type.CODE, words, 0, Width.BYTE, 0);
  }

  /** Of at most seven words. */
  static Column sets(String name, List<String> words) {
    return new Column(name, Type.CODES, words, 0, Width.BYTE, 0);
  }

  static Column booleans(String name) {
    return new Column(name, Type.BOOLEAN, List.of(), 0, Width.BYTE, 0);
  }

  static Column dates(String name) {
    return new Column(name, Type.DATE, List.of(), 0, Width.SHORT, 0);
  }

  /** Numbers that fit two bytes. */
  static Column small(String name, int scale) {
    return new Column(name, Type.DECIMAL, List.of(), scale, Width.SHORT, 0);
  }

  static Column large(String name, int scale) {
    return new Column(name, Type.DECIMAL, List.of(), scale, Width.INT, 0);
  }

  /** A column of the same kind with so many rows, all 0. */
  Column withRows(int rows) {
    return new Column(name, type, words, scale, width, rows);
  }

  void set(int row, int value) {
    switch (width) {
      case BYTE -> bytes[row] = value == ABSENT ? NO_BYTE : (byte) value;
      case SHORT -> shorts[row] = value == ABSENT ? NO_SHORT : (short) value;
      case INT -> ints[row] = value;
    }
  }

  /** {@return the attribute's name in the policy} */
  public String name() {
    return name;
  }

  /** {@return what a value means} */
  public Type type() {
    return type;
  }

  /** {@return the words of codes, by their numbers} */
  public List<String> words() {
    return words;
  }

  /** {@return digits after the point of decimals} */
  public int scale() {
    return scale;
  }

  /** {@return the value of a row, or {@link #ABSENT}} */
  public int at(int row) {
    return switch (width) {
      case BYTE -> bytes[row] == NO_BYTE ? ABSENT : bytes[row];
      case SHORT -> shorts[row] == NO_SHORT ? ABSENT : shorts[row];
      case INT -> ints[row];
    };
  }

  /** {@return the values of codes and booleans; empty for others} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return the values of dates and small numbers; empty for others} */
  public short[] shorts() {
    return shorts;
  }

  /** {@return the values of large numbers; empty for others} */
  public int[] ints() {
    return ints;
  }
}
