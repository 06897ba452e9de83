package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.form.FiledSubmission;
import io.foodsafety.form.FormComparison;
import io.foodsafety.form.FormEngine;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.Submission;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.issue.Severity;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.RecordIssues;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One attempt to file or withdraw a submission, in one transaction. It writes all or nothing. */
final class Filing {

  private final JournaledTransaction transaction;
  private final RecordIntake intake;
  private final Submissions submissions;
  private final Instant now;
  private final List<Issue> issues = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<DocumentWrite> writes = new ArrayList<>();

  Filing(
      JournaledTransaction transaction, RecordIntake intake, Submissions submissions, Instant now) {
    this.transaction = transaction;
    this.intake = intake;
    this.submissions = submissions;
    this.now = now;
  }

  /** Files a submission with its facts. */
  RecordingResult file(FormEngine engine, Submission submission) {
    Optional<Document> known = transaction.view().get(CitySchema.SUBMISSIONS, submission.id());
    if (known.isPresent()) {
      return again(StoredSubmission.read(known.get()), submission);
    }
    Optional<Subject> subject = submissions.subject(transaction.view(), submission);
    issues.addAll(engine.check(submission, subject));
    if (submission.at().startIn(submissions.zone()).isAfter(RecordIntake.latest(now))) {
      add(
          RecordIssues.IN_THE_FUTURE
              .at(Location.unknown().withPath("/at"))
              .with("field", "/at")
              .with("value", submission.at()));
    }
    submission.corrects().ifPresent(correction -> correct(submission, correction));
    if (hasErrors()) {
      return refused(submission.id());
    }
    FormComparison comparison =
        FormComparison.of(
            engine.form(), submission, submissions.before(transaction.view(), submission, now));
    List<Fact> facts = engine.facts(submission, subject, comparison);
    facts.forEach(fact -> take(intake.take(fact)));
    FiledSubmission filed =
        new FiledSubmission(
            submission, now, facts.stream().map(Fact::id).toList(), Optional.empty());
    writes.add(
        DocumentWrite.insert(
            CitySchema.SUBMISSIONS,
            submission.id(),
            StoredSubmission.body(filed),
            StoredSubmission.index(submission)));
    return write(submission.id());
  }

  /** Withdraws a submission with its facts. */
  RecordingResult withdraw(String id, String reason) {
    Optional<Document> document = transaction.view().get(CitySchema.SUBMISSIONS, id);
    Optional<String> known =
        document.map(StoredSubmission::read).flatMap(FiledSubmission::withdrawn);
    if (known.filter(reason::equals).isPresent()) {
      return RecordingResult.alreadyKnown(id);
    }
    counting(id, document, "").ifPresent(each -> withdraw(each, reason));
    return hasErrors() ? refused(id) : write(id);
  }

  private RecordingResult again(FiledSubmission stored, Submission submission) {
    List<String> difference = StoredSubmission.difference(stored, submission);
    if (difference.isEmpty()) {
      return RecordingResult.alreadyKnown(submission.id());
    }
    add(
        FormIssues.OTHER_SUBMISSION
            .at(Location.unknown())
            .with("id", submission.id())
            .with("fields", String.join(", ", difference)));
    return refused(submission.id());
  }

  private void correct(Submission submission, Submission.Correction correction) {
    String id = correction.submission();
    Optional<Document> document =
        counting(id, transaction.view().get(CitySchema.SUBMISSIONS, id), "/corrects");
    if (document.isEmpty()) {
      return;
    }
    Submission wrong = StoredSubmission.read(document.get()).submission();
    Identities identities = new Identities(transaction.view());
    if (!wrong.form().equals(submission.form())
        || !identities.leading(wrong.subject()).equals(identities.leading(submission.subject()))) {
      add(
          FormIssues.OTHER_SUBJECT
              .at(Location.unknown().withPath("/corrects"))
              .with("id", wrong.id()));
      return;
    }
    withdraw(document.get(), correction.reason());
  }

  /** A submission if it counts; an issue if it does not. */
  private Optional<Document> counting(String id, Optional<Document> document, String path) {
    if (document.isEmpty()) {
      add(FormIssues.UNKNOWN_SUBMISSION.at(Location.unknown().withPath(path)).with("id", id));
    }
    boolean isValid = document.filter(each -> StoredSubmission.read(each).isValid()).isPresent();
    if (document.isPresent() && !isValid) {
      add(FormIssues.WITHDRAWN.at(Location.unknown().withPath(path)).with("id", id));
    }
    return document.filter(each -> isValid);
  }

  /** Its facts never were true: they are withdrawn from the moment on at which they happened. */
  private void withdraw(Document document, String reason) {
    FiledSubmission wrong = StoredSubmission.read(document);
    submissions.excluding(wrong.submission().id());
    for (String fact : wrong.facts()) {
      take(
          intake.take(
              RecordEncoder.encode(
                  Withdrawal.of(fact + "/withdrawn", fact, wrong.submission().at(), reason))));
    }
    writes.add(
        DocumentWrite.replace(
            CitySchema.SUBMISSIONS,
            document.id(),
            document.version(),
            StoredSubmission.body(wrong.withWithdrawn(reason)),
            StoredSubmission.index(wrong.submission())));
  }

  private void take(RecordIntake.Taken taken) {
    if (taken instanceof RecordIntake.Taken.Valid valid) {
      pending.add(valid.pending());
    } else {
      issues.addAll(((RecordIntake.Taken.Invalid) taken).issues());
    }
  }

  private RecordingResult write(String id) {
    StoredBodies stored = StoredBodies.read(transaction.view(), pending);
    for (Pending each : pending) {
      Decision decision = each.decide(stored);
      if (decision instanceof Decision.Store store) {
        stored.write(each.key(), store);
      } else if (decision instanceof Decision.Refused refused) {
        issues.add(refused.issue());
      }
    }
    if (hasErrors()) {
      return refused(id);
    }
    List<DocumentWrite> all = new ArrayList<>(stored.writes());
    all.addAll(writes);
    transaction.putAll(all);
    return new RecordingResult(id, RecordingResult.Outcome.RECORDED, issues);
  }

  private void add(IssueType.Builder issue) {
    issues.add(issue.build());
  }

  private boolean hasErrors() {
    return issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
  }

  private RecordingResult refused(String id) {
    return RecordingResult.refused(
        id, issues.stream().filter(issue -> issue.severity() == Severity.ERROR).toList());
  }
}
