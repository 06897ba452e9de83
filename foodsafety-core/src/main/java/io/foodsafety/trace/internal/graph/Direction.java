package io.foodsafety.trace.internal.graph;

/**
 * The way in which edges are followed. Backward is forward with the ends of each edge exchanged and
 * the axis of time turned round; the complement of an {@code int} turns the axis, and never
 * overflows.
 */
public enum Direction {
  /** From where an edge leaves to where it arrives; labels are earliest times. */
  FORWARD(0),
  /** From where an edge arrives to where it leaves; labels are latest times. */
  BACKWARD(-1);

  private final int mask;

  Direction(int mask) {
    this.mask = mask;
  }

  /** The other one. */
  public Direction reverse() {
    return this == FORWARD ? BACKWARD : FORWARD;
  }

  /** A time on the axis of this direction, or back from it. */
  int turn(int time) {
    return time ^ mask;
  }

  /** Where an edge with these times starts on the axis of this direction. */
  int start(int lo, int hi) {
    return mask == 0 ? lo : ~hi;
  }

  /** Where an edge with these times ends on the axis of this direction. */
  int end(int lo, int hi) {
    return mask == 0 ? hi : ~lo;
  }
}
