package io.foodsafety.model.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The colour classes of a block.
 *
 * @param classes the classes from the best to the worst, with distinct ids; a class for things that
 *     have no grade comes first
 */
public record Legend(List<ColourClass> classes) {

  /** Checks that the ids are distinct. */
  public Legend {
    classes = ReportChecks.distinct("colour class", classes, ColourClass::id);
  }

  /**
   * A legend.
   *
   * @param classes the classes from the best to the worst
   * @return the legend
   * @throws IllegalArgumentException if two classes have one id
   */
  public static Legend of(ColourClass... classes) {
    return new Legend(Arrays.asList(classes));
  }

  /**
   * The four colours of risk maps (blue, yellow, orange, red), and grey for what has no grade, in
   * shades and shapes that the colour-blind tell apart. The ids are {@code none}, {@code blue},
   * {@code yellow}, {@code orange} and {@code red}.
   *
   * @param none the label of what has no grade
   * @param blue the label of the lowest risk
   * @param yellow the label of the second lowest risk
   * @param orange the label of the second highest risk
   * @param red the label of the highest risk
   * @return the legend
   * @throws IllegalArgumentException if a label is blank
   */
  public static Legend fourColours(
      String none, String blue, String yellow, String orange, String red) {
    return of(
        ColourClass.of("none", none, "#8a8f98", Symbol.CROSS),
        ColourClass.of("blue", blue, "#2f6fc4", Symbol.CIRCLE),
        ColourClass.of("yellow", yellow, "#ffe14d", Symbol.SQUARE),
        ColourClass.of("orange", orange, "#f28a1c", Symbol.DIAMOND),
        ColourClass.of("red", red, "#a5001e", Symbol.TRIANGLE));
  }

  /**
   * The class of an id.
   *
   * @param id the id
   * @return the class, or nothing
   */
  public Optional<ColourClass> findClass(String id) {
    return classes.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Checks that a class is one of the legend's. */
  void check(String what, String id) {
    if (findClass(id).isEmpty()) {
      throw new IllegalArgumentException(
          "The colour class (%s) of %s must be in the legend %s."
              .formatted(id, what, classes.stream().map(ColourClass::id).toList()));
    }
  }
}
