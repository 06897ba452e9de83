package io.foodsafety.benchmarks.rules;

/** Results, a place for each business. */
public final class Grades {

  /** Something the score depends on is not known. */
  public static final long NO_SCORE = Long.MIN_VALUE;

  /** There is no grade. */
  public static final byte NO_GRADE = -1;

  private final long[] scores;
  private final byte[] grades;
  private final byte[] nextGrades;

  /** Empty places. */
  public Grades(int size) {
    scores = new long[size];
    grades = new byte[size];
    nextGrades = new byte[size];
  }

  /** {@return thousandths of a point, or {@link #NO_SCORE}} */
  public long[] scores() {
    return scores;
  }

  /** {@return 0 for the best to 3 for the worst, or {@link #NO_GRADE}} */
  public byte[] grades() {
    return grades;
  }

  /** {@return likewise, of the next period} */
  public byte[] nextGrades() {
    return nextGrades;
  }

  /** Puts a result. */
  public void set(int business, long score, int grade, int nextGrade) {
    scores[business] = score;
    grades[business] = (byte) grade;
    nextGrades[business] = (byte) nextGrade;
  }

  /** One result as text. */
  public String show(int business) {
    return "score %d, grade %d, next grade %d"
        .formatted(scores[business], grades[business], nextGrades[business]);
  }
}
