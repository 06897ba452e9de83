package io.foodsafety.subject;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.StorageException;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers businesses and reads them. Handed out by a session, on whose actor's behalf it writes.
 * Safe for use by many threads; not for implementation by a host. A failing storage is a {@link
 * StorageException}.
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
   * A business by id.
   *
   * @param id its id
   * @return the business, or nothing
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
   * All businesses by id in code point order. The stream reads page by page and holds one page; it
   * sees what is registered while it runs, or not. It need not be closed.
   *
   * @return the businesses
   */
  Stream<Subject> list();
}
