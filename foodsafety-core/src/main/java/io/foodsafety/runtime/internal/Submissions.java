package io.foodsafety.runtime.internal;

import io.foodsafety.form.FiledSubmission;
import io.foodsafety.form.Submission;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads stored submissions, and the businesses that they are about. For one thread. */
final class Submissions {

  private final StoredRecords records;
  private final ZoneId zone;
  private final Set<String> excluded = new HashSet<>();

  Submissions(StoredRecords records, ZoneId zone) {
    this.records = records;
    this.zone = zone;
  }

  ZoneId zone() {
    return zone;
  }

  /** From now on passes over a submission that is about to be withdrawn. */
  void excluding(String id) {
    excluded.add(id);
  }

  /** What is registered of the business. */
  Optional<Subject> subject(ReadView view, Submission submission) {
    SubjectRef ref = submission.subject();
    return ref.type() == SubjectType.BUSINESS
        ? view.get(CitySchema.SUBJECTS, new Identities(view).leading(ref.id()))
            .map(records::subject)
        : Optional.empty();
  }

  /** All submissions of a form about a subject, the latest first. */
  List<FiledSubmission> history(ReadView view, SubjectRef subject, String form) {
    return sorted(
        documents(view, Query.of(CitySchema.SUBMISSIONS).where(CitySchema.FORM, form), subject));
  }

  /** All submissions about a subject, the latest first. */
  List<FiledSubmission> history(ReadView view, SubjectRef subject) {
    return sorted(documents(view, Query.of(CitySchema.SUBMISSIONS), subject));
  }

  /** What a query selects about a subject, the ids that were merged into a business included. */
  private static List<Document> documents(ReadView view, Query selection, SubjectRef subject) {
    List<Document> documents = new ArrayList<>();
    for (SubjectRef member : new Identities(view).family(subject)) {
      Query query = selection.where(CitySchema.SUBJECT, member.toString()).orderBy(CitySchema.AT);
      Optional<Query> next = Optional.of(query);
      while (next.isPresent()) {
        Page page = view.query(next.get());
        documents.addAll(page.documents());
        next = page.next().map(query::after);
      }
    }
    return documents;
  }

  private List<FiledSubmission> sorted(List<Document> documents) {
    return documents.stream()
        .map(StoredSubmission::read)
        .sorted(
            Comparator.comparing((FiledSubmission each) -> each.submission().at().startIn(zone))
                .thenComparing(FiledSubmission::recordedAt)
                .thenComparing(each -> each.submission().id())
                .reversed())
        .toList();
  }

  /**
   * The valid submissions before another one: those that were filled in earlier, and of those of
   * the same time the ones that were recorded earlier. The latest comes first.
   */
  List<Submission> before(ReadView view, Submission submission, Instant recordedAt) {
    Instant at = submission.at().startIn(zone);
    return history(view, submission.subject(), submission.form()).stream()
        .filter(FiledSubmission::isValid)
        .filter(each -> !excluded.contains(each.submission().id()))
        .filter(each -> !each.submission().id().equals(submission.id()))
        .filter(
            each -> {
              int order = each.submission().at().startIn(zone).compareTo(at);
              return order < 0 || (order == 0 && !each.recordedAt().isAfter(recordedAt));
            })
        .map(FiledSubmission::submission)
        .toList();
  }
}
