package io.foodsafety.benchmarks.rules;

/** The lines of many businesses: for each the same number of lines, in the order of the policy. */
public final class Explanations {

  /** 15 static, 25 dynamic, 5 caps, 2 direct grades, 7 adjustments. */
  public static final int LINES = 54;

  /** The line does not apply. */
  public static final byte NOT_APPLICABLE = 0;

  /** The line has points. */
  public static final byte SCORED = 1;

  /** What the line needs is not known. */
  public static final byte MISSING = 2;

  /** The condition of a direct grade or adjustment holds. */
  public static final byte HOLDS = 3;

  private final int[] points;
  private final byte[] states;

  /** Empty places. */
  public Explanations(int businesses) {
    points = new int[businesses * LINES];
    states = new byte[businesses * LINES];
  }

  /** The points of a line in thousandths. */
  public int points(int business, int line) {
    return points[business * LINES + line];
  }

  /** What became of a line. */
  public byte state(int business, int line) {
    return states[business * LINES + line];
  }

  int[] points() {
    return points;
  }

  byte[] states() {
    return states;
  }
}
