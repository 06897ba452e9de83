package io.foodsafety.model.grade;

import java.util.Objects;

/**
 * A grade on its scale. Made by {@link GradeScale#grade}. There is no order between grades of two
 * scales: comparing them throws {@link IllegalArgumentException}.
 */
public final class Grade implements Comparable<Grade> {

  private final GradeScale scale;
  private final String label;
  private final int rank;

  Grade(GradeScale scale, String label, int rank) {
    this.scale = scale;
    this.label = label;
    this.rank = rank;
  }

  /** {@return the scale} */
  public GradeScale scale() {
    return scale;
  }

  /** {@return the label, such as {@code A}} */
  public String label() {
    return label;
  }

  /** {@return the place on the scale, 1 for the best} */
  public int rank() {
    return rank;
  }

  /**
   * Whether this grade is worse than another one of the same scale.
   *
   * @param other a grade of the same scale
   * @return true if its rank is higher
   * @throws IllegalArgumentException if the scales differ
   */
  public boolean isWorseThan(Grade other) {
    return compareTo(other) > 0;
  }

  /**
   * This grade lowered by some steps; it never leaves the scale.
   *
   * @param steps steps towards the worse end; negative towards the better
   * @return the grade
   */
  public Grade worseBy(int steps) {
    return scale.gradeOfRank((int) Math.max(0, Math.min(Integer.MAX_VALUE, (long) rank + steps)));
  }

  /**
   * Orders from best to worst.
   *
   * @throws IllegalArgumentException if the scales differ
   */
  @Override
  public int compareTo(Grade other) {
    if (!scale.equals(other.scale)) {
      throw new IllegalArgumentException(
          "Grades of two scales (%s and %s) cannot be compared.".formatted(scale, other.scale));
    }
    return Integer.compare(rank, other.rank);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grade that && rank == that.rank && scale.equals(that.scale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scale, rank);
  }

  /** {@return scale and label, such as {@code risk:B}} */
  @Override
  public String toString() {
    return scale.id() + ":" + label;
  }
}
