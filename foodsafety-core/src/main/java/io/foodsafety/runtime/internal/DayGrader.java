package io.foodsafety.runtime.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.PlanGrader;
import io.foodsafety.risk.RiskGrade;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPlan;
import io.foodsafety.risk.RiskPolicy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Follows the grades of some businesses from day to day, all of them on one day before the next
 * one, as a plan is compiled for a day. For one thread.
 */
final class DayGrader {

  /** For fewer businesses it does not pay to compile the policy for a day. */
  private static final int FEW = 12;

  private final PolicyVersions versions;

  /** By the place of the version. */
  private final Map<Integer, PlanGrader> graders = new HashMap<>();

  DayGrader(PolicyVersions versions) {
    this.versions = versions;
  }

  /** Ends all walks, unless it may not go on, which it asks every day. */
  boolean follow(List<GradeWalk> walks, BooleanSupplier mayGoOn) {
    LocalDate day = LocalDate.MIN;
    List<GradeWalk> open = walks;
    while (!open.isEmpty()) {
      if (!mayGoOn.getAsBoolean()) {
        return false;
      }
      day = next(day, open);
      take(day, open);
      open = open.stream().filter(GradeWalk::isOpen).toList();
    }
    return true;
  }

  /** The day after another one, or the first one that any of the walks is to look at. */
  private static LocalDate next(LocalDate day, List<GradeWalk> open) {
    LocalDate first = open.stream().map(GradeWalk::first).min(LocalDate::compareTo).orElseThrow();
    return first.isAfter(day) ? first : day.plusDays(1);
  }

  private void take(LocalDate day, Collection<GradeWalk> walks) {
    AsOf asOf = AsOf.date(day);
    int place = versions.indexInForce(asOf);
    RiskPolicy version = versions.versions().get(place);
    Grader grader = walks.size() < FEW ? interpreter(version) : compiled(place, version, asOf);
    for (GradeWalk walk : walks) {
      if (!day.isBefore(walk.first())) {
        KnownBusinesses.Business each = walk.business();
        walk.knownOn(day)
            .ifPresent(
                known ->
                    walk.take(day, version, grader.grade(each.id(), each.subject(), known, asOf)));
      }
    }
  }

  private interface Grader {
    RiskGrade grade(String id, Optional<Subject> subject, FactHistory history, AsOf asOf);
  }

  private static Grader interpreter(RiskPolicy version) {
    RiskGrader grader = RiskGrader.of(version);
    return (id, subject, history, asOf) -> RiskGrade.of(grader.grade(id, subject, history, asOf));
  }

  private Grader compiled(int place, RiskPolicy version, AsOf asOf) {
    return graders.computeIfAbsent(place, any -> RiskPlan.of(version).grader(asOf))::grade;
  }
}
