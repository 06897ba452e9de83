package io.foodsafety.examples.cli;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.CodePointOrder;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.record.Dossier;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the assessments of one dossier after the other. */
final class Assessing {

  /** Takes an assessment. */
  @FunctionalInterface
  interface AssessmentConsumer {
    void accept(Dossier dossier, RiskAssessment assessment) throws IOException;
  }

  private final List<RiskPolicy> versions;
  private final ZoneId zone;
  private final Optional<AsOf> limit;
  private final AsOf asOf;
  private final Optional<Instant> knownBefore;
  private final Optional<String> each;

  Assessing(
      List<RiskPolicy> versions,
      Optional<LocalDate> asOf,
      Optional<LocalDate> knownOn,
      Optional<String> each,
      Clock clock) {
    this.versions = List.copyOf(versions);
    this.zone = versions.get(0).zone();
    this.limit = asOf.map(AsOf::date);
    this.asOf = limit.orElseGet(() -> AsOf.date(LocalDate.ofInstant(clock.instant(), zone)));
    this.knownBefore = knownOn.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    this.each = each;
  }

  void assess(Dossier dossier, AssessmentConsumer consumer) throws IOException {
    FactHistory history =
        knownBefore
            .map(instant -> dossier.history().knownBefore(instant))
            .orElse(dossier.history());
    if (each.isEmpty()) {
      consumer.accept(dossier, grade(dossier, history, asOf));
      return;
    }
    for (Fact fact : facts(dossier, history, each.get())) {
      consumer.accept(dossier, grade(dossier, history, AsOf.fact(fact)));
    }
  }

  private RiskAssessment grade(Dossier dossier, FactHistory history, AsOf point) {
    return RiskGrader.of(version(point))
        .grade(dossier.subjectId(), dossier.subject(), history, point);
  }

  /** The version in force; if there is none the first, which says so in its assessment. */
  private RiskPolicy version(AsOf point) {
    return versions.stream()
        .filter(each -> each.isInForceOn(point.dateIn(each.zone())))
        .findFirst()
        .orElse(versions.get(0));
  }

  /** The facts of a kind that are about the business itself, by time, then id. */
  private List<Fact> facts(Dossier dossier, FactHistory history, String kind) {
    SubjectRef business = SubjectRef.business(dossier.subjectId());
    return history.facts().stream()
        .filter(fact -> fact.kind().equals(kind) && fact.subject().equals(business))
        .filter(fact -> limit.map(point -> point.sees(fact, zone)).orElse(true))
        .sorted(
            Comparator.comparing((Fact fact) -> fact.at().startIn(zone))
                .thenComparing(Fact::id, CodePointOrder.INSTANCE))
        .toList();
  }
}
