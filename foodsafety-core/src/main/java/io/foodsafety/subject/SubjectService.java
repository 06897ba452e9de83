package io.foodsafety.subject;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.match.EntityMatcher;
import io.foodsafety.match.Match;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.StorageException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers businesses, relates them, says which of them are one, and finds them. Handed out by a
 * session, on whose actor's behalf it writes. Safe for use by many threads; not for implementation
 * by a host. A failing storage is a {@link StorageException}.
 */
public interface SubjectService {

  /**
   * Registers a business as it has always been. It counts as earlier than what is registered from a
   * day on. Other content of a business that is registered so is refused.
   *
   * @param subject the business
   * @return what became of it: recorded, already known with the same content, or refused
   */
  RecordingResult register(Subject subject);

  /**
   * Registers a business, or what changed about a registered one. The attributes given hold from
   * the day on, until a later day for which another value is registered; other attributes stay.
   * Everything else is replaced, unless it is registered from a later day on. For one day, what is
   * registered last counts.
   *
   * @param subject the business as it is from the day on
   * @param validFrom the first day of what is given
   * @return what became of it: recorded, already known if the same was registered from this day on
   *     before, or refused
   * @throws IllegalArgumentException if the year of the day lies outside 1 to 9999
   */
  RecordingResult register(Subject subject, LocalDate validFrom);

  /**
   * A business by id. An id that was merged into another one leads to the business that was kept,
   * whose id is then another one.
   *
   * @param id its id, or one that was merged into it
   * @return the business as it is registered under the id that was kept, or nothing
   */
  Optional<Subject> find(String id);

  /**
   * A business by id.
   *
   * @param id its id
   * @return the business
   * @throws NoSuchElementException if it is not registered
   */
  default Subject get(String id) {
    return find(id)
        .orElseThrow(
            () -> new NoSuchElementException("The subject (%s) is not registered.".formatted(id)));
  }

  /**
   * All businesses by id in code point order, without those that were merged into others. The
   * stream reads page by page and holds one page; it sees what is registered while it runs, or not.
   * It need not be closed.
   *
   * @return the businesses
   */
  Stream<Subject> list();

  /**
   * What is registered under an id itself, merged or not.
   *
   * @param id the id
   * @return what is registered, or nothing
   */
  Optional<Subject> findRecorded(String id);

  /**
   * Searches the register. Records that were merged are found by what they say, too, and lead to
   * the business that was kept.
   *
   * @param search what is searched for
   * @return what was found, with the reasons, the best first
   */
  SearchResult search(SubjectSearch search);

  /**
   * The registered businesses that a record may be of: a listing of a platform, or a record about
   * to be registered.
   *
   * @param subject the record; what is registered under its id, and what was merged with that, is
   *     left out
   * @param matcher compares
   * @return the same and those to be reviewed, with the reasons, the likest first; of records that
   *     were merged the likest one
   */
  List<Match> candidates(Subject subject, EntityMatcher matcher);

  /**
   * Records a relation of two businesses, registered or not. The same again is known already; a
   * relation without a last day can be given one; another last day is refused.
   *
   * @param relation the relation
   * @return what became of it; a kind that is not declared is refused
   */
  RecordingResult relate(Relation relation);

  /**
   * Withdraws a relation that was recorded by mistake: it never held. A relation that has ended is
   * recorded with its last day instead.
   *
   * @param relation its kind, ends and first day
   * @param reason why, not blank
   * @return what became of it; a relation that is not recorded is refused
   */
  RecordingResult unrelate(Relation relation, String reason);

  /**
   * All relations of a business and of the ids merged into it, withdrawn ones left out. Their ends
   * are the ids that were kept.
   *
   * @param id its id
   * @return the relations by kind, ends and first day
   */
  List<Relation> relations(String id);

  /**
   * The relations of a business that hold on a day.
   *
   * @param id its id
   * @param date the day
   * @return the relations by kind, ends and first day
   */
  default List<Relation> relations(String id, LocalDate date) {
    return relations(id).stream().filter(relation -> relation.isValidOn(date)).toList();
  }

  /**
   * Records that two ids are of one business. From then on whatever reads the one that is absorbed
   * gets the one that is kept, and the facts, submissions and relations of both count for it, as of
   * any day, for the two were one business all along. What is registered of the kept one counts
   * alone. Nothing that is stored is rewritten; {@link #split} ends it.
   *
   * @param keep the id that is kept, which is registered
   * @param absorb the id that leads to it from now on
   * @param reason why, not blank
   * @return what became of it: recorded; already known if it is merged into the same one; refused
   *     if it is merged into another one, or the kept one leads to it
   */
  RecordingResult merge(String keep, String absorb, String reason);

  /**
   * Records that an id that was merged is of a business of its own after all. Facts count for the
   * id under which they were recorded again, as of any day.
   *
   * @param absorbed the id that was absorbed
   * @param reason why, not blank
   * @return what became of it: recorded; already known if it was split before; refused if it was
   *     never merged
   */
  RecordingResult split(String absorbed, String reason);

  /**
   * The id of the business that an id leads to.
   *
   * @param id an id
   * @return the id that was kept; the id itself if it was not merged
   */
  String leadingId(String id);

  /**
   * The id of the business that an id led to by what was recorded before an instant.
   *
   * @param id an id
   * @param knownBefore the instant, excluded
   * @return the id that was kept then
   */
  String leadingId(String id, Instant knownBefore);

  /**
   * All ids of a business.
   *
   * @param id one of them
   * @return the one that was kept, then those that lead to it
   */
  List<String> allIds(String id);

  /**
   * The merges and splits in which an id was kept or absorbed.
   *
   * @param id the id
   * @return the acts in the order in which they were recorded
   */
  List<IdentityAct> identityActs(String id);
}
