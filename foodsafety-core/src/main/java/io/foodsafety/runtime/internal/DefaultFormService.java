package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.form.FiledSubmission;
import io.foodsafety.form.FormComparison;
import io.foodsafety.form.FormEngine;
import io.foodsafety.form.FormException;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormResult;
import io.foodsafety.form.FormService;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Submission;
import io.foodsafety.form.internal.Texts;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.internal.NearestNames;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Submissions and their facts, kept in a storage. */
final class DefaultFormService implements FormService {

  private final Journal journal;
  private final Actor actor;
  private final RecordIntake intake;
  private final CityForms forms;
  private final Clock clock;
  private final ZoneId zone;

  DefaultFormService(
      Journal journal,
      Actor actor,
      RecordIntake intake,
      CityForms forms,
      Clock clock,
      ZoneId zone) {
    this.journal = journal;
    this.actor = actor;
    this.intake = intake;
    this.forms = forms;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<FormTemplate> forms() {
    return forms.forms();
  }

  @Override
  public Optional<FormTemplate> findForm(String id, LocalDate date) {
    return forms.forms().stream()
        .filter(form -> form.id().equals(id) && form.isInForceOn(date))
        .findFirst();
  }

  @Override
  public RecordingResult submit(Submission submission) {
    return forms
        .find(submission.form(), submission.version())
        .map(form -> attempt(filing -> filing.file(FormEngine.of(form, zone), submission)))
        .orElseGet(() -> unknownForm(submission));
  }

  private RecordingResult unknownForm(Submission submission) {
    String name = submission.form() + "@" + submission.version();
    List<String> known =
        forms.forms().stream().map(form -> form.id() + "@" + form.version()).toList();
    return RecordingResult.refused(
        submission.id(),
        List.of(
            FormIssues.UNKNOWN_FORM
                .at(Location.unknown().withPath("/form"))
                .with("form", submission.form())
                .with("version", submission.version())
                .with("nearest", NearestNames.of(name, known))
                .build()));
  }

  @Override
  public RecordingResult submit(byte[] json, String source) {
    try {
      return submit(Submission.parse(json, source));
    } catch (FormException e) {
      return RecordingResult.refused(source, e.issues());
    }
  }

  @Override
  public RecordingResult withdraw(String id, String reason) {
    Texts.line("reason", reason);
    return attempt(filing -> filing.withdraw(id, reason));
  }

  private RecordingResult attempt(Function<Filing, RecordingResult> work) {
    return Retrying.onConflict(
        () -> {
          Instant now = clock.instant();
          return journal.write(
              actor,
              transaction -> work.apply(new Filing(transaction, intake, submissions(), now)));
        });
  }

  private Submissions submissions() {
    return new Submissions(intake.stored(), zone);
  }

  @Override
  public Optional<FiledSubmission> find(String id) {
    return journal.read(view -> view.get(CitySchema.SUBMISSIONS, id)).map(StoredSubmission::read);
  }

  @Override
  public List<FiledSubmission> history(SubjectRef subject, String form) {
    return journal.read(view -> submissions().history(view, subject, form));
  }

  @Override
  public List<FiledSubmission> history(SubjectRef subject) {
    return journal.read(view -> submissions().history(view, subject));
  }

  @Override
  public FormComparison compare(Submission submission) {
    FormTemplate form = form(submission);
    Instant recordedAt = find(submission.id()).map(FiledSubmission::recordedAt).orElse(Instant.MAX);
    return journal.read(
        view ->
            FormComparison.of(
                form, submission, submissions().before(view, submission, recordedAt)));
  }

  @Override
  public FormResult count(Submission submission) {
    FormTemplate form = form(submission);
    Optional<Subject> subject = journal.read(view -> submissions().subject(view, submission));
    return FormEngine.of(form, zone).count(submission, subject);
  }

  private FormTemplate form(Submission submission) {
    return forms
        .find(submission.form(), submission.version())
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "The form (%s) in version (%s) is unknown."
                        .formatted(submission.form(), submission.version())));
  }
}
