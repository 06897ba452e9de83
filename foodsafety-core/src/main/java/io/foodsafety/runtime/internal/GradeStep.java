package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Grades some businesses and records what has changed, in one transaction, which writes the
 * document of progress too: of two processes that are at it at once, one is refused. For one
 * thread.
 */
final class GradeStep {

  /**
   * What was done.
   *
   * @param reached how far the recording has come, as it is stored
   * @param graded businesses graded
   * @param recorded changes recorded
   * @param unread businesses that cannot be read, with the document that is the cause
   */
  record Done(GradeProgress reached, int graded, int recorded, Map<String, String> unread) {}

  private final Storage storage;
  private final Journal journal;
  private final StoredRecords reader;
  private final DayGrader grader;
  private final Clock clock;

  GradeStep(Storage storage, Journal journal, StoredRecords reader, DayGrader grader, Clock clock) {
    this.storage = storage;
    this.journal = journal;
    this.reader = reader;
    this.grader = grader;
    this.clock = clock;
  }

  /**
   * Brings the businesses that some ids lead to to a day; nothing if it may not go on.
   *
   * @param ids the ids, with a position of the ledger behind which nothing is about them; a
   *     business that was followed to today with all that stands up to there is left as it is
   */
  Optional<Done> grade(
      Map<String, Long> ids,
      GradeProgress reached,
      GradeTarget target,
      Arrivals arrivals,
      BooleanSupplier mayGoOn) {
    KnownBusinesses known = storage.read(view -> KnownBusinesses.read(view, target, ids));
    Map<String, String> unread = new LinkedHashMap<>(known.unread());
    List<GradeWalk> walks =
        known.decode(reader, arrivals, unread::put).stream()
            .map(business -> new GradeWalk(business, target, reached.day(), arrivals))
            .toList();
    if (!grader.follow(walks, mayGoOn)) {
      return Optional.empty();
    }
    Found found = Found.of(walks, unread.keySet(), known);
    if (found.isEmpty()) {
      return Optional.of(new Done(reached, walks.size(), 0, unread));
    }
    Instant recordedAt = clock.instant();
    int recorded =
        journal.write(Advance.ACTOR, transaction -> write(transaction, found, reached, recordedAt));
    return Optional.of(new Done(reached.written(), walks.size(), recorded, unread));
  }

  /** Writes how far the recording has come. */
  void write(GradeProgress reached) {
    journal.write(
        Advance.ACTOR,
        transaction -> {
          transaction.putDerived(List.of(reached.write()));
          return true;
        });
  }

  /**
   * What is to be written.
   *
   * @param changes the changes of grades
   * @param days when grades are to be looked at next, where that has changed
   * @param gone the documents of ids that lead no longer
   */
  private record Found(List<GradeChange> changes, List<DocumentWrite> days, List<Document> gone) {

    static Found of(List<GradeWalk> walks, Set<String> unread, KnownBusinesses known) {
      List<StoredGradeDay> followed = new ArrayList<>();
      walks.forEach(walk -> followed.add(walk.followed(known.position())));
      for (String id : unread) {
        followed.add(known.target().unread(id, known.followed(id)));
      }
      return new Found(
          walks.stream().flatMap(walk -> walk.changes().stream()).toList(),
          followed.stream()
              .filter(day -> !known.followed(day.business()).equals(Optional.of(day)))
              .map(day -> day.write(known.dayVersion(day.business())))
              .toList(),
          known.daysOfAbsorbed());
    }

    boolean isEmpty() {
      return changes.isEmpty() && days.isEmpty() && gone.isEmpty();
    }
  }

  /** How many changes were recorded; a business that was merged meanwhile has none any more. */
  private static int write(
      JournaledTransaction transaction, Found found, GradeProgress reached, Instant recordedAt) {
    Set<String> absorbed =
        new Identities(transaction.view())
            .absorbed(found.changes().stream().map(GradeChange::subject).distinct().toList());
    List<GradeChange> changes =
        found.changes().stream().filter(each -> !absorbed.contains(each.subject())).toList();
    int recorded =
        StoredBodies.store(
            transaction, NumberedChanges.of(transaction.view(), changes, recordedAt));
    List<DocumentWrite> derived = new ArrayList<>(found.days());
    derived.add(reached.write());
    transaction.putDerived(derived);
    for (Document day : found.gone()) {
      transaction.deleteDerived(CitySchema.GRADE_DAYS, day.id(), day.version());
    }
    return recorded;
  }
}
