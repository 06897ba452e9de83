package io.foodsafety.risk.internal;

import java.util.Arrays;

/** The grades of many subjects, in columns. */
public final class GradeColumns {

  /** There is a grade. */
  public static final byte GRADED = 0;

  /** Something the grade depends on is not known. */
  public static final byte INCOMPLETE = 1;

  /** The policy gives no grade. */
  public static final byte NONE = 2;

  /** A line has points. */
  public static final byte SCORED = 0;

  /** Something a line needs is not known. */
  public static final byte MISSING = 1;

  /** A line does not apply. */
  public static final byte NOT_APPLICABLE = 2;

  /** No grade. */
  public static final byte NO_RANK = -1;

  final byte[] status;
  final byte[] grade;
  final byte[] nextGrade;
  final long[] points;
  final boolean[] hasPartial;
  final boolean[] isWhole;
  final byte[][] lineStates;
  final long[][] linePoints;

  /** Columns for so many subjects; with those of the lines, if they are wanted. */
  public GradeColumns(int size, int lines) {
    status = new byte[size];
    grade = new byte[size];
    nextGrade = new byte[size];
    points = new long[size];
    hasPartial = new boolean[size];
    isWhole = new boolean[size];
    lineStates = new byte[lines][size];
    linePoints = new long[lines][size];
    Arrays.fill(grade, NO_RANK);
    Arrays.fill(nextGrade, NO_RANK);
  }

  public int size() {
    return status.length;
  }

  public byte status(int subject) {
    return status[subject];
  }

  /** The rank of the grade in its scale, or {@link #NO_RANK}. */
  public byte grade(int subject) {
    return grade[subject];
  }

  /** The rank of the next grade, or {@link #NO_RANK}. */
  public byte nextGrade(int subject) {
    return nextGrade[subject];
  }

  /** The sum of the lines that scored, in units of the policy's scale. */
  public long points(int subject) {
    return points[subject];
  }

  /** Whether lines were looked at. */
  public boolean hasPartial(int subject) {
    return hasPartial[subject];
  }

  /** Whether no line is missing, so that the sum is a score. */
  public boolean isWhole(int subject) {
    return isWhole[subject];
  }

  /** The state of a line. */
  public byte lineState(int line, int subject) {
    return lineStates[line][subject];
  }

  /** The points of a line, in units of the policy's scale. */
  public long linePoints(int line, int subject) {
    return linePoints[line][subject];
  }
}
