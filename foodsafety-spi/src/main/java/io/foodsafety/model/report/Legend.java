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
