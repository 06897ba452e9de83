package io.foodsafety.trace.internal.columns;

/** A set of small numbers, for one thread. */
public final class Bits {

  private final GrowingInts words;

  /** An empty set. */
  public Bits() {
    this(new GrowingInts());
  }

  /** A set that is kept in a column. */
  public Bits(GrowingInts words) {
    this.words = words;
  }

  /** The column in which it is kept. */
  public GrowingInts words() {
    return words;
  }

  /** Whether a number is in the set. */
  public boolean has(int number) {
    int word = number >>> 5;
    return word < words.size() && (words.get(word) & (1 << number)) != 0;
  }

  /** Puts a number in or takes it out. */
  public void set(int number, boolean isIn) {
    int word = number >>> 5;
    words.growTo(word + 1);
    int before = words.get(word);
    words.set(word, isIn ? before | (1 << number) : before & ~(1 << number));
  }
}
