package io.foodsafety.trace.internal.graph;

/**
 * The two times of an edge, in seconds since an epoch that the caller chooses. Forward, what is
 * there since {@code t} can take the edge if {@code t <= hi} and is at the other end since {@code
 * max(t, lo)}; backward, what must be there by {@code t} can have come over it if {@code lo <= t},
 * and was at the other end by {@code min(t, hi)}. A movement that takes time has {@code lo > hi}.
 */
public final class EdgeTime {

  /** No lower bound; also the label of what was there all the time. */
  public static final int OPEN_LO = Integer.MIN_VALUE + 1;

  /** No upper bound; also the label of what may come at any time. */
  public static final int OPEN_HI = Integer.MAX_VALUE - 1;

  /** An edge with this upper bound is never taken in strict tracing, in neither direction. */
  public static final int NEVER = Integer.MIN_VALUE;

  /** What is added to the first second of a day of 24 hours to get its last. */
  public static final int DAY = 24 * 60 * 60 - 1;

  private EdgeTime() {}

  /** A lower bound within the bounds of labels; beyond them for an edge that is never taken. */
  static int lo(int lo, int hi) {
    return hi == NEVER ? Integer.MAX_VALUE : clamp(lo);
  }

  /** An upper bound within the bounds of labels; beyond them for an edge that is never taken. */
  static int hi(int hi) {
    return hi == NEVER ? NEVER : clamp(hi);
  }

  /** A label, or a bound, within the open ones. */
  static int clamp(int time) {
    return Math.max(OPEN_LO, Math.min(OPEN_HI, time));
  }

  static boolean isInstant(int lo, int hi) {
    return lo == hi;
  }

  static boolean isDay(int lo, int hi) {
    return (long) hi - lo == DAY;
  }
}
