package io.foodsafety.form;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.spi.storage.StorageException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Records submissions of the city's forms, with the facts that come out of them. Handed out by a
 * session, on whose actor's behalf it writes. Safe for use by many threads; not for implementation
 * by a host.
 *
 * <p>A submission, its facts and their ledger entries are written in one transaction, or none is.
 * Recording is idempotent by id: the same content again is already known, and stays withdrawn if it
 * was; other content under a known id is refused. A failing storage is a {@link StorageException}.
 */
public interface FormService {

  /** {@return the forms of the city, by id, then first day} */
  List<FormTemplate> forms();

  /**
   * The version of a form that is in force on a day.
   *
   * @param id its id
   * @param date the day
   * @return the form, or nothing
   */
  Optional<FormTemplate> findForm(String id, LocalDate date);

  /**
   * Records a submission.
   *
   * @param submission the submission; the one that it corrects, if any, is withdrawn with its facts
   * @return what became of it; what is wrong refuses it whole, what is worth a look is added to the
   *     result of one that is recorded
   */
  RecordingResult submit(Submission submission);

  /**
   * Reads a submission from JSON and records it.
   *
   * @param json one JSON object, UTF-8
   * @param source what to call it in messages
   * @return what became of it; the id of a document without a readable one is the source
   */
  RecordingResult submit(byte[] json, String source);

  /**
   * Withdraws a submission that should not have been made, and its facts.
   *
   * @param id its id
   * @param reason why, on one line of at most 256 characters
   * @return what became of it; already known if it was withdrawn for the same reason before
   * @throws IllegalArgumentException if the reason is no such line
   */
  RecordingResult withdraw(String id, String reason);

  /**
   * A submission by id, withdrawn or not.
   *
   * @param id its id
   * @return the submission, or nothing
   */
  Optional<FiledSubmission> find(String id);

  /**
   * A submission by id, withdrawn or not.
   *
   * @param id its id
   * @return the submission
   * @throws NoSuchElementException if there is none
   */
  default FiledSubmission get(String id) {
    return find(id)
        .orElseThrow(
            () -> new NoSuchElementException("The submission (%s) is unknown.".formatted(id)));
  }

  /**
   * The submissions of a form about a subject.
   *
   * @param subject whom they are about
   * @param form the id of the form; all its versions
   * @return the submissions, the latest first, withdrawn ones included
   */
  List<FiledSubmission> history(SubjectRef subject, String form);

  /**
   * All submissions about a subject, of whatever form, the latest first.
   *
   * @param subject the subject
   * @return the submissions, withdrawn ones included
   */
  List<FiledSubmission> history(SubjectRef subject);

  /**
   * Sets a submission, recorded or not, beside the valid ones before it.
   *
   * @param submission the submission
   * @return the comparison
   * @throws NoSuchElementException if the city does not have its form
   */
  FormComparison compare(Submission submission);

  /**
   * Counts a submission, recorded or not.
   *
   * @param submission the submission
   * @return counts, points and score
   * @throws NoSuchElementException if the city does not have its form
   */
  FormResult count(Submission submission);
}
