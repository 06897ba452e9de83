package io.foodsafety.fact;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.spi.storage.StorageException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records facts and withdrawals, and reads them. Handed out by a session, on whose actor's behalf
 * it writes. Safe for use by many threads; not for implementation by a host.
 *
 * <p>Recording is idempotent by id: the same content again (the time of recording apart) is already
 * known, other content under a known id is refused and changes nothing. When a method returns, what
 * it reports as stored is kept. A failing storage is a {@link StorageException}.
 */
public interface FactService {

  /**
   * Records a fact. Its time of recording is that of the city's clock unless the fact carries one.
   *
   * @param fact the fact
   * @return what became of it; a kind, attribute or value that is not declared is refused
   */
  default RecordingResult record(Fact fact) {
    return recordAll(List.of(fact)).get(0);
  }

  /**
   * Records facts in one transaction; a refused one does not stop the others. Lists of about a
   * thousand are quickest.
   *
   * @param facts the facts
   * @return what became of each, in the same order
   */
  List<RecordingResult> recordAll(List<Fact> facts);

  /**
   * Withdraws a fact.
   *
   * @param withdrawal what ends, from when, and why
   * @return what became of it; the withdrawal of an unknown fact is refused
   */
  default RecordingResult withdraw(Withdrawal withdrawal) {
    return withdrawAll(List.of(withdrawal)).get(0);
  }

  /**
   * Withdraws facts in one transaction; a refused withdrawal does not stop the others.
   *
   * @param withdrawals what ends, from when, and why
   * @return what became of each, in the same order
   */
  List<RecordingResult> withdrawAll(List<Withdrawal> withdrawals);

  /**
   * A fact by id, withdrawn or not.
   *
   * @param id its id
   * @return the fact, or nothing
   */
  Optional<Fact> find(String id);

  /**
   * A fact by id, withdrawn or not.
   *
   * @param id its id
   * @return the fact
   * @throws NoSuchElementException if there is none
   */
  default Fact get(String id) {
    return find(id)
        .orElseThrow(() -> new NoSuchElementException("The fact (%s) is unknown.".formatted(id)));
  }

  /**
   * Everything that concerns a subject, in whatever role, with what was withdrawn.
   *
   * @param subject the subject
   * @return its history; empty if nothing is known
   */
  default FactHistory history(SubjectRef subject) {
    return histories(List.of(subject)).getOrDefault(subject, FactHistory.empty());
  }

  /**
   * Everything that concerns a subject, as it was known before an instant: facts, withdrawals, and
   * which ids were taken for one business.
   *
   * @param subject the subject
   * @param knownBefore the instant, excluded
   * @return its history; empty if nothing was known
   */
  FactHistory history(SubjectRef subject, Instant knownBefore);

  /**
   * The histories of several subjects in one snapshot. The facts of ids that were merged into a
   * business are in its history, and name the business in their place; {@link #find} gives a fact
   * as it was recorded. All are held in memory: a caller who goes through a city asks for some
   * hundred at a time.
   *
   * @param subjects the subjects
   * @return a history for each, empty where nothing is known
   */
  Map<SubjectRef, FactHistory> histories(Collection<SubjectRef> subjects);

  /**
   * The facts that a query selects, as they were recorded, by time as written (dates before the
   * instants of the day in UTC), then id. Facts about ids that were merged into a business are
   * listed under these ids. The stream reads page by page and holds one page; it sees facts
   * recorded while it runs, or not. It need not be closed.
   *
   * @param query which facts
   * @return the facts
   */
  Stream<Fact> list(FactQuery query);
}
