package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.Population;

/** Ends a run with an exception if a grade is wrong. */
final class GradeCheck {

  private GradeCheck() {}

  /** Compares the grades of a range of businesses. */
  static void same(Grades right, Grades found, int from, int to) {
    same(right, from, found, from, to - from);
  }

  /** Compares the grades of businesses that have other places in what was found. */
  private static void same(Grades right, int from, Grades found, int foundFrom, int count) {
    for (int i = 0; i < count; i++) {
      int expected = from + i;
      int actual = foundFrom + i;
      if (right.scores()[expected] != found.scores()[actual]
          || right.grades()[expected] != found.grades()[actual]
          || right.nextGrades()[expected] != found.nextGrades()[actual]) {
        throw new IllegalStateException(
            "Business %d: %s, but %s is right."
                .formatted(actual, found.show(actual), right.show(expected)));
      }
    }
  }

  /**
   * Compares grades with those that the interpreter gives.
   *
   * @param some the businesses that are compared
   * @param foundFrom the place of the first of them in what was found
   */
  static void sameAsInterpreter(Population some, Grades found, int foundFrom) {
    Grades right = new Grades(some.size());
    new InterpreterPeer(some).grade(0, some.size(), right);
    same(right, 0, found, foundFrom, some.size());
  }
}
