package io.foodsafety.model.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Checks of the parts of a report. */
final class ReportChecks {

  private ReportChecks() {}

  static String text(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The %s must not be blank.".formatted(what));
    }
    return value;
  }

  /** A copy of a list whose members have distinct names. */
  static <T> List<T> distinct(String what, List<T> members, Function<T, String> namer) {
    Set<String> names = new HashSet<>();
    for (T member : members) {
      if (!names.add(namer.apply(member))) {
        throw new IllegalArgumentException(
            "The %s (%s) must not be there twice.".formatted(what, namer.apply(member)));
      }
    }
    return List.copyOf(members);
  }
}
