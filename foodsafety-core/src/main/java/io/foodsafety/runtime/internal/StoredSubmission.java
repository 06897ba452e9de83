package io.foodsafety.runtime.internal;

import io.foodsafety.form.FiledSubmission;
import io.foodsafety.form.FormException;
import io.foodsafety.form.Submission;
import io.foodsafety.form.internal.SubmissionFields;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.StorageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Submissions as documents. */
final class StoredSubmission {

  private static final String SUBMISSION = "submission";
  private static final String FACTS = "facts";
  private static final String WITHDRAWN = "withdrawn";

  private StoredSubmission() {}

  static byte[] body(FiledSubmission filed) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put(SUBMISSION, SubmissionFields.of(filed.submission()));
    fields.put(StoredContent.RECORDED_AT, filed.recordedAt().toString());
    if (!filed.facts().isEmpty()) {
      fields.put(FACTS, filed.facts());
    }
    filed.withdrawn().ifPresent(reason -> fields.put(WITHDRAWN, reason));
    return CanonicalJson.write(fields);
  }

  static Map<String, List<String>> index(Submission submission) {
    return Map.of(
        CitySchema.SUBJECT,
        List.of(submission.subject().toString()),
        CitySchema.FORM,
        List.of(submission.form()),
        CitySchema.AT,
        List.of(SortableTime.of(submission.at())));
  }

  static FiledSubmission read(Document document) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(document.body());
      return new FiledSubmission(
          submission(fields, document.id()),
          Instant.parse(String.valueOf(fields.get(StoredContent.RECORDED_AT))),
          fields.get(FACTS) instanceof List<?> facts
              ? facts.stream().map(String::valueOf).toList()
              : List.of(),
          Optional.ofNullable(fields.get(WITHDRAWN)).map(String::valueOf));
    } catch (IllegalArgumentException | DateTimeException | FormException e) {
      throw new StorageException(
          "The stored document (%s/%s) is damaged; ledger verify says more."
              .formatted(CitySchema.SUBMISSIONS, document.id()),
          e);
    }
  }

  private static Submission submission(Map<String, @Nullable Object> fields, String id) {
    if (!(fields.get(SUBMISSION) instanceof Map<?, ?> content)) {
      throw new IllegalArgumentException("The document has no submission.");
    }
    Map<String, @Nullable Object> named = new TreeMap<>();
    content.forEach((name, value) -> named.put(String.valueOf(name), value));
    return Submission.parse(CanonicalJson.write(named), id);
  }

  /** The fields in which a submission differs from one that is stored. */
  static List<String> difference(FiledSubmission stored, Submission submission) {
    return StoredContent.difference(
        SubmissionFields.of(stored.submission()), SubmissionFields.of(submission));
  }
}
