package io.foodsafety.form;

import io.foodsafety.form.internal.Applicability;
import io.foodsafety.form.internal.Counting;
import io.foodsafety.form.internal.FactMaking;
import io.foodsafety.form.internal.SubmissionCheck;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks and counts submissions of a form. A function of its arguments: no clock, no storage.
 * Immutable, safe for use by many threads.
 */
public final class FormEngine {

  private final FormTemplate form;
  private final ZoneId zone;

  private FormEngine(FormTemplate form, ZoneId zone) {
    this.form = Objects.requireNonNull(form, "form");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /**
   * An engine.
   *
   * @param form the form
   * @param zone the zone in which days are read
   * @return the engine
   */
  public static FormEngine of(FormTemplate form, ZoneId zone) {
    return new FormEngine(form, zone);
  }

  /** {@return the form} */
  public FormTemplate form() {
    return form;
  }

  /**
   * Compares a submission with the form.
   *
   * @param submission the submission
   * @param subject what is registered of the business; what is not known of it is asked
   * @return all that is wrong, as errors, and all that is worth a look, as warnings
   */
  public List<Issue> check(Submission submission, Optional<Subject> subject) {
    return List.copyOf(
        SubmissionCheck.check(form, submission, applicability(submission, subject), zone));
  }

  /**
   * The items that are asked of a business, for whoever shows the form; those of which it is not
   * known whether they apply included.
   *
   * @param submission a submission that may still be empty
   * @param subject what is registered of the business
   * @return the numbers of the items, in order
   */
  public List<String> askedItems(Submission submission, Optional<Subject> subject) {
    Applicability applicability = applicability(submission, subject);
    return form.items().stream().filter(applicability::isAsked).map(FormItem::number).toList();
  }

  /**
   * Counts a submission.
   *
   * @param submission the submission
   * @param subject what is registered of the business
   * @return counts, points and score
   */
  public FormResult count(Submission submission, Optional<Subject> subject) {
    return Counting.count(form, submission, applicability(submission, subject));
  }

  /**
   * The facts that come out of a submission.
   *
   * @param submission a submission without errors
   * @param subject what is registered of the business
   * @param comparison the submission beside the last visit's
   * @return the facts, with ids that begin with that of the submission
   */
  public List<Fact> facts(
      Submission submission, Optional<Subject> subject, FormComparison comparison) {
    Applicability applicability = applicability(submission, subject);
    FormResult result = Counting.count(form, submission, applicability);
    return new FactMaking(form, submission, applicability, result, comparison).facts();
  }

  private Applicability applicability(Submission submission, Optional<Subject> subject) {
    if (!submission.form().equals(form.id()) || !submission.version().equals(form.version())) {
      throw new IllegalArgumentException(
          "The submission (%s) is of another form than %s@%s."
              .formatted(submission, form.id(), form.version()));
    }
    return Applicability.of(form, submission, subject, zone);
  }
}
