package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What changes of grades are to be recorded, in the plainest way: at each advance every business is
 * graded by the interpreter on every day from the day reached to today, with what was known on it.
 */
final class GradeModel {

  private final Map<String, Instant> recordedSince = new HashMap<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private final TreeSet<String> businesses = new TreeSet<>();
  private final Map<String, Instant> registeredSince = new HashMap<>();
  private final Map<String, List<String>> changes = new HashMap<>();
  private final Map<String, String> held = new HashMap<>();
  private final Map<String, LocalDate> lastDay = new HashMap<>();
  private @Nullable LocalDate reached;
  private boolean hasOtherRules;
  private Session city;

  GradeModel(Session city) {
    this.city = city;
  }

  void goOn(Session reopened) {
    this.city = reopened;
  }

  /** From the next advance on other rules hold; the days before it are not followed. */
  void otherRules() {
    hasOtherRules = true;
  }

  void recorded(Fact fact, Instant at) {
    recordedSince.put(fact.id(), at);
    fact.concerns().forEach(ref -> businesses.add(ref.id()));
  }

  void withdrawn(Withdrawal withdrawal, Instant at) {
    recordedSince.put(withdrawal.id(), at);
    withdrawals.add(withdrawal);
  }

  void registered(String id, Instant at) {
    businesses.add(id);
    registeredSince.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  List<String> changes(String id) {
    return changes.getOrDefault(id, List.of());
  }

  int changes() {
    return changes.values().stream().mapToInt(List::size).sum();
  }

  static String text(GradeChange change) {
    return text(
        change.day(), change.from().map(GradeChange.Held::label).orElse("-"), change.to().label());
  }

  private static String text(LocalDate day, String from, String to) {
    return day + " " + from + ">" + to;
  }

  private List<RiskPolicy> versions() {
    return city.risk().policies();
  }

  private LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, versions().get(0).zone());
  }

  void advance(Instant now) {
    LocalDate day = dayOf(now);
    LocalDate today = reached == null ? day : later(reached, day);
    LocalDate begin = reached == null || hasOtherRules ? today : reached;
    hasOtherRules = false;
    for (String id : businesses) {
      if (city.subjects().leadingId(id).equals(id)) {
        follow(id, begin, today);
      }
    }
    reached = today;
    recordedSince.clear();
    registeredSince.clear();
  }

  private void follow(String id, LocalDate begin, LocalDate today) {
    Optional<Subject> subject = city.subjects().findRecorded(id);
    List<Fact> facts =
        city.facts().history(SubjectRef.business(id)).facts().stream()
            .filter(fact -> !fact.kind().equals(GradeChange.KIND))
            .toList();
    LocalDate first =
        businesses.stream()
            .filter(each -> registeredSince.containsKey(each))
            .filter(each -> city.subjects().leadingId(each).equals(id))
            .map(each -> earlier(today, dayOf(registeredSince.get(each))))
            .max(LocalDate::compareTo)
            .map(since -> later(since, begin))
            .orElse(begin);
    first = later(first, lastDay.getOrDefault(id, first));
    LocalDate last = later(first, today);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate asKnown = day;
      Predicate<String> isKnown =
          record ->
              asKnown.equals(last)
                  || !recordedSince.containsKey(record)
                  || !dayOf(recordedSince.get(record)).isAfter(asKnown);
      List<Fact> known = facts.stream().filter(fact -> isKnown.test(fact.id())).toList();
      if (subject.isPresent() || !known.isEmpty()) {
        List<Withdrawal> effective =
            withdrawals.stream().filter(each -> isKnown.test(each.id())).toList();
        take(id, day, outcome(id, subject, FactHistory.of(known, effective), day));
      }
    }
  }

  private String outcome(String id, Optional<Subject> subject, FactHistory history, LocalDate day) {
    RiskPolicy version =
        versions().stream()
            .filter(each -> each.isInForceOn(day))
            .findFirst()
            .orElse(versions().get(0));
    return GradeOutcome.of(RiskGrader.of(version).grade(id, subject, history, AsOf.date(day)))
        .label();
  }

  private void take(String id, LocalDate day, String outcome) {
    String before = held.get(id);
    if (outcome.equals(before) || (before == null && outcome.equals("none"))) {
      return;
    }
    changes
        .computeIfAbsent(id, any -> new ArrayList<>())
        .add(text(day, before == null ? "-" : before, outcome));
    held.put(id, outcome);
    lastDay.put(id, day);
  }

  private static LocalDate later(LocalDate left, LocalDate right) {
    return left.isAfter(right) ? left : right;
  }

  private static LocalDate earlier(LocalDate left, LocalDate right) {
    return left.isBefore(right) ? left : right;
  }
}
