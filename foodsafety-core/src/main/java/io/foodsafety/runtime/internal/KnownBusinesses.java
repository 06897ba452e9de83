package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.ledger.internal.Ledger;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of some businesses, read in one snapshot.
 *
 * @param target to where grades are brought
 * @param position the last position of the ledger
 * @param ids the ids asked for, by the id that they lead to
 * @param families all ids of these businesses, by the id that leads
 * @param histories the facts of these businesses, by the id that leads
 * @param subjects what is registered of them, by id
 * @param days how far their grades were followed, by the id of the document
 * @param unread ids of businesses that cannot be read, with the document that is the cause
 */
record KnownBusinesses(
    GradeTarget target,
    long position,
    Map<String, Set<String>> ids,
    Map<String, List<String>> families,
    Map<String, HistoryDocuments> histories,
    Map<String, Document> subjects,
    Map<String, Document> days,
    Map<String, String> unread) {

  /**
   * A business.
   *
   * @param id its id, which leads
   * @param subject what is registered of it, if anything
   * @param facts all facts that concern it
   * @param withdrawals the withdrawals of such facts
   * @param before how far its grade was followed before; to today if it could not be read
   * @param registered the day on which it was registered, merged or split, if that was since; the
   *     last such day
   */
  record Business(
      String id,
      Optional<Subject> subject,
      List<Fact> facts,
      List<Withdrawal> withdrawals,
      Optional<StoredGradeDay> before,
      Optional<LocalDate> registered) {

    /** All that is known now. */
    FactHistory history() {
      return FactHistory.of(facts, withdrawals);
    }
  }

  /**
   * The businesses that some ids lead to, but those with which nothing is left to do.
   *
   * @param asked the ids, with a position of the ledger behind which nothing is about them
   */
  static KnownBusinesses read(ReadView view, GradeTarget target, Map<String, Long> asked) {
    Identities identities = new Identities(view);
    Map<String, String> unread = new LinkedHashMap<>();
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (String id : asked.keySet()) {
      DamagedDocument.unlessDamaged(
              () -> identities.leading(id), document -> unread.put(id, document))
          .ifPresent(leading -> ids.computeIfAbsent(leading, any -> new LinkedHashSet<>()).add(id));
    }
    Map<String, Document> days =
        view.getAll(
            CitySchema.GRADE_DAYS,
            Stream.concat(ids.keySet().stream(), asked.keySet().stream())
                .distinct()
                .map(target::dayId)
                .toList());
    ids.entrySet().removeIf(each -> isDone(target, each.getKey(), each.getValue(), asked, days));
    Map<String, List<String>> families = new LinkedHashMap<>();
    Map<String, HistoryDocuments> histories = new LinkedHashMap<>();
    for (String id : ids.keySet()) {
      DamagedDocument.unlessDamaged(
              () -> identities.family(id), document -> unread.put(id, document))
          .ifPresent(
              family -> {
                families.put(id, family);
                List<SubjectRef> refs = family.stream().map(SubjectRef::business).toList();
                histories.put(id, HistoryDocuments.read(view, refs));
              });
    }
    return new KnownBusinesses(
        target,
        view.lastPosition(Ledger.ENTRIES),
        ids,
        families,
        histories,
        view.getAll(CitySchema.SUBJECTS, ids.keySet()),
        days,
        unread);
  }

  /** One with ids that were absorbed of late is not done: their days are to be removed. */
  private static boolean isDone(
      GradeTarget target,
      String id,
      Set<String> members,
      Map<String, Long> asked,
      Map<String, Document> days) {
    long last = members.stream().mapToLong(each -> asked.getOrDefault(each, 0L)).max().orElse(0);
    return find(days.get(target.dayId(id)))
            .filter(followed -> target.isReached(followed, last))
            .isPresent()
        && members.stream()
            .allMatch(each -> each.equals(id) || !days.containsKey(target.dayId(each)));
  }

  /** One that is damaged is made anew. */
  private static Optional<StoredGradeDay> find(@Nullable Document day) {
    return Optional.ofNullable(day)
        .flatMap(
            each -> DamagedDocument.unlessDamaged(() -> StoredGradeDay.read(each), document -> {}));
  }

  /**
   * The businesses of which anything is known.
   *
   * @param damaged takes the id of a business that cannot be read, and the document that is the
   *     cause
   */
  List<Business> decode(
      StoredRecords reader, Arrivals arrivals, BiConsumer<String, String> damaged) {
    List<Business> businesses = new ArrayList<>();
    histories.forEach(
        (id, history) ->
            DamagedDocument.unlessDamaged(
                    () -> decode(id, history, reader, arrivals),
                    document -> damaged.accept(id, document))
                .flatMap(business -> business)
                .ifPresent(businesses::add));
    return businesses;
  }

  private Optional<Business> decode(
      String id, HistoryDocuments history, StoredRecords reader, Arrivals arrivals) {
    Optional<Subject> subject = Optional.ofNullable(subjects.get(id)).map(reader::subject);
    if (subject.isEmpty() && history.facts().isEmpty()) {
      return Optional.empty();
    }
    boolean wasUnread =
        Stream.concat(Stream.of(id), ids.getOrDefault(id, Set.of()).stream())
            .flatMap(each -> followed(each).stream())
            .anyMatch(day -> day.rules().equals(StoredGradeDay.UNREAD));
    Optional<StoredGradeDay> before = wasUnread ? Optional.of(target.begin(id)) : followed(id);
    long seen = before.map(StoredGradeDay::seen).orElse(0L);
    Optional<LocalDate> registered =
        families.getOrDefault(id, List.of()).stream()
            .flatMap(each -> arrivals.day(CitySchema.SUBJECTS, each, seen).stream())
            .max(LocalDate::compareTo);
    return Optional.of(
        new Business(
            id,
            subject,
            history.decodeFacts(reader),
            history.decodeWithdrawals(reader),
            before,
            registered));
  }

  /** How far the grade of an id was followed; nothing if that is not known. */
  Optional<StoredGradeDay> followed(String id) {
    return find(days.get(target.dayId(id)));
  }

  private Optional<Document> day(String id) {
    return Optional.ofNullable(days.get(target.dayId(id)));
  }

  /** The version of that document; 0 if there is none. */
  long dayVersion(String id) {
    return day(id).map(Document::version).orElse(0L);
  }

  /** The days of ids that were merged into others. */
  List<Document> daysOfAbsorbed() {
    return ids.values().stream()
        .flatMap(Set::stream)
        .filter(id -> !ids.containsKey(id))
        .flatMap(id -> day(id).stream())
        .toList();
  }
}
