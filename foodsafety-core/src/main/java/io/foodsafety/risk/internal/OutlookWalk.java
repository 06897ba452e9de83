package io.foodsafety.risk.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grades one business on every day from today on, with the facts that count today. */
public final class OutlookWalk {

  private final RiskGrader grader;
  private final String id;
  private final Optional<Subject> subject;
  private final List<Fact> facts;
  private final FactHistory history;
  private final LocalDate today;

  /** A walk that begins today. */
  public OutlookWalk(
      RiskPolicy policy,
      String id,
      Optional<Subject> subject,
      FactHistory history,
      LocalDate today) {
    this.grader = RiskGrader.of(policy);
    this.id = id;
    this.subject = subject;
    this.facts = history.counting(AsOf.date(today), policy.zone());
    this.history = FactHistory.of(facts, List.of());
    this.today = today;
  }

  /** {@return the outlook to a last day} */
  public GradeOutlook until(LocalDate last) {
    RiskAssessment now = grade(history, today);
    Map<String, LocalDate> lastSeen = new LinkedHashMap<>();
    List<GradeOutlook.Change> changes = new ArrayList<>();
    RiskAssessment before = now;
    Set<String> countedBefore = evidence(now);
    countedBefore.forEach(fact -> lastSeen.put(fact, today));
    for (LocalDate day = today.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      RiskAssessment assessment = grade(history, day);
      Set<String> counted = evidence(assessment);
      if (!isSame(before, assessment)) {
        changes.add(
            new GradeOutlook.Change(
                day,
                assessment,
                countedBefore.stream().filter(fact -> !counted.contains(fact)).toList()));
      }
      for (String fact : counted) {
        lastSeen.put(fact, day);
      }
      before = assessment;
      countedBefore = counted;
    }
    return new GradeOutlook(now, last, influences(now, lastSeen, last), changes);
  }

  private RiskAssessment grade(FactHistory known, LocalDate day) {
    return grader.grade(id, subject, known, AsOf.date(day));
  }

  private static Set<String> evidence(RiskAssessment assessment) {
    Set<String> ids = new LinkedHashSet<>();
    assessment.lines().forEach(line -> ids.addAll(line.evidence()));
    return ids;
  }

  private static boolean isSame(RiskAssessment left, RiskAssessment right) {
    return left.status() == right.status()
        && left.grade().equals(right.grade())
        && left.nextGrade().equals(right.nextGrade())
        && left.score().equals(right.score());
  }

  /** The facts that are evidence today, or without which the result would be another. */
  private List<GradeOutlook.Influence> influences(
      RiskAssessment now, Map<String, LocalDate> lastSeen, LocalDate last) {
    List<GradeOutlook.Influence> influences = new ArrayList<>();
    for (Fact fact : facts) {
      List<String> items =
          now.lines().stream()
              .filter(line -> line.evidence().contains(fact.id()))
              .map(AssessmentLine::item)
              .toList();
      RiskAssessment without = grade(history.without(fact.id()), today);
      if (!items.isEmpty() || !isSame(now, without)) {
        Optional<LocalDate> gone =
            items.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(lastSeen.get(fact.id()))
                    .filter(day -> day.isBefore(last))
                    .map(day -> day.plusDays(1));
        influences.add(new GradeOutlook.Influence(fact, items, without, gone));
      }
    }
    return influences;
  }
}
