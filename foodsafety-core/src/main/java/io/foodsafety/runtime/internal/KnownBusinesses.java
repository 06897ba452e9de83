package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is stored of some businesses, read in one snapshot.
 *
 * @param histories their facts, by the id that leads
 * @param subjects what is registered of them, by id
 * @param absorbed ids among those asked for that were merged into others
 * @param days when their grades are to be looked at next, by the id of the document
 */
record KnownBusinesses(
    Map<String, HistoryDocuments> histories,
    Map<String, Document> subjects,
    Set<String> absorbed,
    Map<String, Document> days) {

  /**
   * A business.
   *
   * @param id its id, which leads
   * @param subject what is registered of it, if anything
   * @param history all facts that concern it
   */
  record Business(String id, Optional<Subject> subject, FactHistory history) {}

  /** The businesses that some ids lead to. */
  static KnownBusinesses read(ReadView view, String policy, Collection<String> ids) {
    Identities identities = new Identities(view);
    Set<String> leading = new LinkedHashSet<>();
    ids.forEach(id -> leading.add(identities.leading(id)));
    Set<String> absorbed = new LinkedHashSet<>(ids);
    absorbed.removeAll(leading);
    Map<String, HistoryDocuments> histories = new LinkedHashMap<>();
    for (String id : leading) {
      histories.put(id, HistoryDocuments.read(view, identities.family(SubjectRef.business(id))));
    }
    List<String> days = new ArrayList<>();
    leading.forEach(id -> days.add(StoredGradeDay.id(policy, id)));
    absorbed.forEach(id -> days.add(StoredGradeDay.id(policy, id)));
    return new KnownBusinesses(
        histories,
        view.getAll(CitySchema.SUBJECTS, leading),
        absorbed,
        view.getAll(CitySchema.GRADE_DAYS, days));
  }

  /** The businesses of which anything is known. */
  List<Business> decode(StoredRecords reader) {
    List<Business> businesses = new ArrayList<>();
    histories.forEach(
        (id, history) -> {
          Optional<Subject> subject = Optional.ofNullable(subjects.get(id)).map(reader::subject);
          if (subject.isPresent() || !history.facts().isEmpty()) {
            businesses.add(new Business(id, subject, history.decode(reader)));
          }
        });
    return businesses;
  }

  /** The document that says when the grade of an id is to be looked at next. */
  Optional<Document> day(String policy, String id) {
    return Optional.ofNullable(days.get(StoredGradeDay.id(policy, id)));
  }
}
