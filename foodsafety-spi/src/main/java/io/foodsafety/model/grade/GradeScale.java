package io.foodsafety.model.grade;

import io.foodsafety.model.internal.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The grades that a policy can give, from best to worst, and which way its score points. */
public final class GradeScale {

  /** Which scores are better. */
  public enum Better {
    /** A low score is good, as with risk points. */
    LOWER,
    /** A high score is good, as with marks. */
    HIGHER
  }

  private final String id;
  private final Better better;
  private final List<String> labels;

  private GradeScale(String id, Better better, List<String> labels) {
    this.id = Checks.name("scale", id);
    this.better = Objects.requireNonNull(better, "better");
    this.labels = List.copyOf(labels);
    if (this.labels.isEmpty() || new HashSet<>(this.labels).size() != this.labels.size()) {
      throw new IllegalArgumentException(
          "The labels %s of scale (%s) must be distinct, and at least one.".formatted(labels, id));
    }
    this.labels.forEach(label -> Checks.id("label", label));
  }

  /**
   * A scale.
   *
   * @param id its name, such as {@code risk}
   * @param better which scores are better
   * @param labels the labels from best to worst, distinct, at least one
   * @return the scale
   * @throws IllegalArgumentException if name or labels are not well-formed
   */
  public static GradeScale of(String id, Better better, List<String> labels) {
    return new GradeScale(id, better, labels);
  }

  /** {@return the scale's name} */
  public String id() {
    return id;
  }

  /** {@return which scores are better} */
  public Better better() {
    return better;
  }

  /** {@return the labels from best to worst} */
  public List<String> labels() {
    return labels;
  }

  /**
   * The grade of a label.
   *
   * @param label one of {@link #labels()}
   * @return the grade
   * @throws IllegalArgumentException if the scale has no such label
   */
  public Grade grade(String label) {
    return findGrade(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The scale (%s) has no grade (%s); it has %s."
                        .formatted(id, Checks.abbreviate(label), labels)));
  }

  /**
   * The grade of a label, if there is one.
   *
   * @param label any text
   * @return the grade, or nothing
   */
  public Optional<Grade> findGrade(String label) {
    int index = labels.indexOf(label);
    return index < 0 ? Optional.empty() : Optional.of(new Grade(this, label, index + 1));
  }

  /**
   * The grade of a rank.
   *
   * @param rank 1 for the best; smaller and larger values give the best and the worst grade
   * @return the grade
   */
  public Grade gradeOfRank(int rank) {
    int held = Math.max(1, Math.min(rank, labels.size()));
    return new Grade(this, labels.get(held - 1), held);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GradeScale that
        && id.equals(that.id)
        && better == that.better
        && labels.equals(that.labels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, better, labels);
  }

  /** {@return the name and the labels} */
  @Override
  public String toString() {
    return id + labels;
  }
}
