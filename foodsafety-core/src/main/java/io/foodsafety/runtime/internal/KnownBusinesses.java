package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is stored of some businesses, read in one snapshot.
 *
 * @param ids the ids asked for, by the id that they lead to
 * @param families all ids of these businesses, by the id that leads
 * @param histories the facts of these businesses, by the id that leads
 * @param subjects what is registered of them, by id
 * @param days when their grades are to be looked at next, by the id of the document
 */
record KnownBusinesses(
    Map<String, Set<String>> ids,
    Map<String, List<String>> families,
    Map<String, HistoryDocuments> histories,
    Map<String, Document> subjects,
    Map<String, Document> days) {

  /**
   * A business.
   *
   * @param id its id, which leads
   * @param subject what is registered of it, if anything
   * @param facts all facts that concern it
   * @param withdrawals the withdrawals of such facts
   * @param registered the day on which it was registered, merged or split, if that was of late; the
   *     last such day
   */
  record Business(
      String id,
      Optional<Subject> subject,
      List<Fact> facts,
      List<Withdrawal> withdrawals,
      Optional<LocalDate> registered) {

    /** All that is known now. */
    FactHistory history() {
      return FactHistory.of(facts, withdrawals);
    }
  }

  /** The businesses that some ids lead to. */
  static KnownBusinesses read(ReadView view, String policy, Collection<String> asked) {
    Identities identities = new Identities(view);
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (String id : asked) {
      ids.computeIfAbsent(identities.leading(id), any -> new LinkedHashSet<>()).add(id);
    }
    Map<String, List<String>> families = new LinkedHashMap<>();
    Map<String, HistoryDocuments> histories = new LinkedHashMap<>();
    for (String id : ids.keySet()) {
      List<String> family = identities.family(id);
      families.put(id, family);
      histories.put(
          id, HistoryDocuments.read(view, family.stream().map(SubjectRef::business).toList()));
    }
    List<String> days =
        Stream.concat(ids.keySet().stream(), asked.stream())
            .distinct()
            .map(id -> StoredGradeDay.id(policy, id))
            .toList();
    return new KnownBusinesses(
        ids,
        families,
        histories,
        view.getAll(CitySchema.SUBJECTS, ids.keySet()),
        view.getAll(CitySchema.GRADE_DAYS, days));
  }

  /** The businesses of which anything is known. */
  List<Business> decode(StoredRecords reader, Arrivals arrivals) {
    List<Business> businesses = new ArrayList<>();
    histories.forEach(
        (id, history) -> {
          Optional<Subject> subject = Optional.ofNullable(subjects.get(id)).map(reader::subject);
          if (subject.isPresent() || !history.facts().isEmpty()) {
            businesses.add(
                new Business(
                    id,
                    subject,
                    history.decodeFacts(reader),
                    history.decodeWithdrawals(reader),
                    families.getOrDefault(id, List.of()).stream()
                        .flatMap(each -> arrivals.day(CitySchema.SUBJECTS, each).stream())
                        .max(LocalDate::compareTo)));
          }
        });
    return businesses;
  }

  /** When the grade of an id is to be looked at next, as it is stored. */
  Optional<Document> day(String policy, String id) {
    return Optional.ofNullable(days.get(StoredGradeDay.id(policy, id)));
  }

  /** The days of ids that were merged into others. */
  List<Document> daysOfAbsorbed(String policy) {
    return ids.values().stream()
        .flatMap(Set::stream)
        .filter(id -> !ids.containsKey(id))
        .flatMap(id -> day(policy, id).stream())
        .toList();
  }
}
