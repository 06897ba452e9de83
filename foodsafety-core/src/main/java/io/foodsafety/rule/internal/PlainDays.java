package io.foodsafety.rule.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;

/**
 * Since when, in a zone, what happens on a later day also happens later: not so where a clock is
 * set back over midnight or a day is left out.
 */
final class PlainDays {

  private static final int ANY_YEAR = 2000;

  private PlainDays() {}

  /** {@return the first day of them; the last day of all if such a thing happens every year} */
  static LocalDate since(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    boolean isEveryYear =
        rules.getTransitionRules().stream()
            .anyMatch(rule -> mixesDays(rule.createTransition(ANY_YEAR)));
    return isEveryYear
        ? LocalDate.MAX
        : rules.getTransitions().stream()
            .filter(PlainDays::mixesDays)
            .map(transition -> transition.getDateTimeBefore().toLocalDate().plusDays(2))
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
  }

  private static boolean mixesDays(ZoneOffsetTransition transition) {
    LocalDate before = transition.getDateTimeBefore().toLocalDate();
    return transition.isOverlap()
        ? transition.getDateTimeAfter().toLocalDate().isBefore(before)
        : transition.getDuration().toDays() >= 1;
  }
}
