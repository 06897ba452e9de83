package io.foodsafety.report.internal;

import com.google.common.collect.Iterators;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.FactService;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.region.PackLayer;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.subject.SubjectService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes the report on the risk of all registered businesses. Businesses are graded whenever the
 * rows are gone through, by what was known when the report was made.
 */
public final class RiskReportMaker {

  private static final int AT_ONCE = 200;

  private final Optional<Region> region;
  private final List<RiskPolicy> policies;
  private final SubjectService subjects;
  private final FactService facts;
  private final Clock clock;

  /** A maker of reports from what services read. */
  public RiskReportMaker(
      Optional<Region> region,
      List<RiskPolicy> policies,
      SubjectService subjects,
      FactService facts,
      Clock clock) {
    this.region = region;
    this.policies = policies;
    this.subjects = subjects;
    this.facts = facts;
    this.clock = clock;
  }

  /** The report by a policy, on a day, in a language. */
  public Report make(String policy, LocalDate asOf, Locale locale) {
    RiskPolicy inForce = version(policy, asOf);
    Instant now = clock.instant();
    ReportWords words = new ReportWords(region, inForce.texts(), locale);
    GradeStyle style = new GradeStyle(inForce, asOf, region, words);
    Places places = new Places(region, asOf, words, subjects.list());
    RowMaker maker = new RowMaker(day -> version(policy, day), asOf, style, places, words);
    BusinessBlock block =
        BusinessBlock.builder(
                "businesses",
                words.of("企业与风险等级", "Businesses and their risk"),
                style.legend(),
                inForce.scale())
            .divisions(places.divisions())
            .segments(places.segments())
            .businesses(() -> rows(maker, now))
            .build();
    String title = title(words);
    Report.Builder report =
        Report.builder("risk", title, locale, now, inForce.zone())
            .note(
                words.of(
                    "评定日期 %s；规则 %s（版本 %s，SHA-256 %s）。"
                        .formatted(asOf, inForce.id(), inForce.version(), inForce.sha256()),
                    "As of %s, by the policy %s (version %s, SHA-256 %s)."
                        .formatted(asOf, inForce.id(), inForce.version(), inForce.sha256())));
    region.ifPresent(known -> known.packs().forEach(pack -> report.note(layer(pack, words))));
    places.notes().forEach(report::note);
    return report.block(block).build();
  }

  private String title(ReportWords words) {
    String of =
        region
            .map(known -> known.packs().get(known.packs().size() - 1).title(words.locale()))
            .orElse("");
    return words
        .of("%s食品安全风险地图", "%s: food-safety risk")
        .formatted(of.isEmpty() ? words.of("", "City") : of);
  }

  private static String layer(PackLayer pack, ReportWords words) {
    return words.of("地区包：", "Region pack: ")
        + "%s — %s %s, SHA-256 %s"
            .formatted(pack.title(words.locale()), pack.id(), pack.version(), pack.sha256());
  }

  private RiskPolicy version(String id, LocalDate day) {
    List<RiskPolicy> versions = policies.stream().filter(each -> each.id().equals(id)).toList();
    return versions.stream()
        .filter(each -> each.isInForceOn(day))
        .findFirst()
        .or(() -> versions.stream().findFirst())
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "The policy (%s) is unknown; the city has %s."
                        .formatted(id, policies.stream().map(RiskPolicy::id).distinct().toList())));
  }

  private Stream<BusinessRow> rows(RowMaker maker, Instant now) {
    Stream<Subject> all = subjects.list();
    Iterator<List<Subject>> batches = Iterators.partition(all.iterator(), AT_ONCE);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false)
        .flatMap(batch -> rows(batch, maker, now))
        .onClose(all::close);
  }

  private Stream<BusinessRow> rows(List<Subject> batch, RowMaker maker, Instant now) {
    Map<SubjectRef, FactHistory> histories =
        facts.histories(batch.stream().map(Subject::ref).toList());
    return batch.stream()
        .map(
            subject ->
                maker.row(
                    subject,
                    histories
                        .getOrDefault(subject.ref(), FactHistory.empty())
                        .knownBefore(now.plusNanos(1))));
  }
}
