package io.foodsafety.trace.internal;

/** Numbers that are not negative, up to so many as were expected. For one thread. */
final class IntSet {

  /** One more than the number; 0 is free. */
  private final int[] slots;

  private final int shift;

  IntSet(int expected) {
    int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(expected) + 1);
    slots = new int[1 << bits];
    shift = Integer.SIZE - bits;
  }

  /** Adds a number; false if it was there. */
  boolean add(int number) {
    int slot = (number * 0x9E3779B9) >>> shift;
    while (slots[slot] != 0) {
      if (slots[slot] == number + 1) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number + 1;
    return true;
  }
}
