package io.foodsafety.report.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.DueItem;
import io.foodsafety.model.report.Evidence;
import io.foodsafety.model.report.PastGrade;
import io.foodsafety.model.report.ReasonLine;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Grades a business and puts into a row what a reader wants to know of it. */
final class RowMaker {

  private static final String INSPECTION = "inspection";
  private static final int YEARS_BACK = 2;

  private final Function<LocalDate, RiskPolicy> policies;
  private final LocalDate asOf;
  private final GradeStyle style;
  private final Places places;
  private final ReportWords words;
  private final LineWords text;

  /**
   * A maker of rows.
   *
   * @param policies the version of the policy in force on a day
   * @param asOf the day of the report
   * @param style what follows from a grade
   * @param places the divisions and segments of the report
   * @param words the words of the report
   */
  RowMaker(
      Function<LocalDate, RiskPolicy> policies,
      LocalDate asOf,
      GradeStyle style,
      Places places,
      ReportWords words) {
    this.policies = policies;
    this.asOf = asOf;
    this.style = style;
    this.places = places;
    this.words = words;
    this.text = new LineWords(words);
  }

  BusinessRow row(Subject subject, FactHistory history) {
    RiskAssessment assessment = assess(subject, history, asOf);
    ZoneId zone = assessment.policy().zone();
    List<Fact> facts = history.counting(AsOf.date(asOf), zone);
    BusinessRow.Builder row =
        BusinessRow.builder(subject.id(), subject.name(), style.colourClass(assessment.grade()))
            .division(places.division(subject))
            .segment(
                places.segment(subject),
                subject.format().map(code -> words.name("format", code)).orElse(""))
            .lines(lines(assessment, facts, zone))
            .history(past(subject, history));
    assessment.grade().ifPresent(grade -> row.grade(grade.label()));
    assessment.score().ifPresent(row::score);
    assessment.nextGrade().ifPresent(grade -> row.nextGrade(grade.label()));
    assessment.reason().ifPresent(reason -> row.remark(words.message(reason)));
    subject.location().ifPresent(row::location);
    List<DueItem> due = new ArrayList<>();
    assessment
        .grade()
        .flatMap(grade -> nextInspection(grade, facts, zone))
        .ifPresent(
            date -> {
              row.nextInspection(date);
              due.add(DueItem.of(words.of("监督检查", "Inspection"), date));
            });
    subject.licences().forEach(licence -> expiry(licence).ifPresent(due::add));
    due.sort(Comparator.comparing(DueItem::date));
    return row.due(due).build();
  }

  private RiskAssessment assess(Subject subject, FactHistory history, LocalDate day) {
    return RiskGrader.of(policies.apply(day))
        .grade(subject.id(), Optional.of(subject), history, AsOf.date(day));
  }

  /** The grades of the same day in the years before; those without a grade are left out. */
  private List<PastGrade> past(Subject subject, FactHistory history) {
    List<PastGrade> past = new ArrayList<>();
    for (int years = YEARS_BACK; years > 0; years--) {
      LocalDate day = asOf.minusYears(years);
      RiskAssessment assessment = assess(subject, history, day);
      if (assessment.grade().isPresent() && !isLicensedOnlyAfter(subject, day)) {
        past.add(
            new PastGrade(
                day,
                assessment.grade().map(Grade::label),
                assessment.score(),
                style.colourClass(assessment.grade())));
      }
    }
    return past;
  }

  private static boolean isLicensedOnlyAfter(Subject subject, LocalDate day) {
    return !subject.licences().isEmpty()
        && subject.licences().stream()
            .allMatch(
                licence ->
                    licence
                        .issuedOn()
                        .or(licence::validFrom)
                        .map(first -> first.isAfter(day))
                        .orElse(false));
  }

  /** A business that was never inspected is due on the day of the report. */
  private Optional<LocalDate> nextInspection(Grade grade, List<Fact> facts, ZoneId zone) {
    return style
        .months(grade)
        .map(
            months ->
                facts.stream()
                    .filter(fact -> fact.kind().equals(INSPECTION))
                    .map(fact -> fact.at().startIn(zone).atZone(zone).toLocalDate())
                    .max(Comparator.naturalOrder())
                    .map(last -> last.plusMonths(months))
                    .orElse(asOf));
  }

  private Optional<DueItem> expiry(Licence licence) {
    return licence
        .validTo()
        .filter(date -> date.isBefore(asOf.plusYears(1)))
        .map(date -> DueItem.of(words.of("许可证到期：", "Licence ends: ") + licence.number(), date));
  }

  private List<ReasonLine> lines(RiskAssessment assessment, List<Fact> facts, ZoneId zone) {
    Map<String, Fact> byId = new HashMap<>();
    facts.forEach(fact -> byId.put(fact.id(), fact));
    return assessment.lines().stream().map(line -> line(line, byId, zone)).toList();
  }

  private ReasonLine line(AssessmentLine line, Map<String, Fact> facts, ZoneId zone) {
    List<Evidence> evidence =
        line.evidence().stream()
            .map(
                id ->
                    Optional.ofNullable(facts.get(id))
                        .map(fact -> Evidence.of(id, describe(fact, zone)))
                        .orElse(Evidence.of(id, "")))
            .toList();
    return new ReasonLine(
        line.item(),
        words.name("item", line.item()),
        ReasonLine.State.valueOf(line.state().name()),
        line.points(),
        line.value().map(text::value).orElse(""),
        effect(line),
        evidence,
        line.basis());
  }

  private String describe(Fact fact, ZoneId zone) {
    return fact.at().startIn(zone).atZone(zone).toLocalDate()
        + " "
        + words.name("kind", fact.kind());
  }

  private String effect(AssessmentLine line) {
    return line.reason().map(words::message).orElseGet(() -> text.effect(line));
  }
}
