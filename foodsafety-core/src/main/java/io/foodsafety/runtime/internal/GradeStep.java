package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
   */
  record Done(GradeProgress reached, int graded, int recorded) {}

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
   * @param ids the ids, with a position of the ledger behind which nothing is about them; a business
   *     that was followed to today with all that stands up to there is left as it is
   */
  Optional<Done> grade(
      Map<String, Long> ids,
      GradeProgress reached,
      LocalDate today,
      String rules,
      Arrivals arrivals,
      BooleanSupplier mayGoOn) {
    String policy = reached.policy();
    KnownBusinesses known = storage.read(view -> KnownBusinesses.read(view, policy, ids, today, rules));
    List<GradeWalk> walks =
        known.decode(reader, arrivals).stream()
            .map(business -> new GradeWalk(business, policy, reached.day(), today, arrivals))
            .toList();
    if (!grader.follow(walks, mayGoOn)) {
      return Optional.empty();
    }
    Found found = Found.of(walks, known, rules);
    if (found.isEmpty()) {
      return Optional.of(new Done(reached, walks.size(), 0));
    }
    Instant recordedAt = clock.instant();
    int recorded =
        journal.write(Advance.ACTOR, transaction -> write(transaction, found, reached, recordedAt));
    return Optional.of(new Done(reached.written(), walks.size(), recorded));
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

    static Found of(List<GradeWalk> walks, KnownBusinesses known, String rules) {
      List<DocumentWrite> days = new ArrayList<>();
      for (GradeWalk walk : walks) {
        StoredGradeDay next = walk.followed(known.position(), rules);
        if (!walk.business().before().equals(Optional.of(next))) {
          days.add(next.write(known.dayVersion(next.business())));
        }
      }
      return new Found(
          walks.stream().flatMap(walk -> walk.changes().stream()).toList(),
          days,
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
