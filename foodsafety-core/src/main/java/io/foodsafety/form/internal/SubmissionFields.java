package io.foodsafety.form.internal;

import io.foodsafety.form.Answer;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Submission;
import io.foodsafety.record.internal.FieldEncoding;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Submissions as fields of JSON. What is absent is left out. */
public final class SubmissionFields {

  private SubmissionFields() {}

  /** The fields of a submission, which {@link SubmissionReader} reads back. */
  public static Map<String, @Nullable Object> of(Submission submission) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("id", submission.id());
    fields.put("form", submission.form());
    fields.put("version", submission.version());
    fields.put("subject", FieldEncoding.ref(submission.subject()));
    fields.put("at", submission.at().toString());
    if (!submission.submitters().isEmpty()) {
      fields.put("submitters", submission.submitters());
    }
    Map<String, Object> answers = new TreeMap<>();
    submission.answers().forEach((item, answer) -> answers.put(item, answer(answer)));
    if (!answers.isEmpty()) {
      fields.put("answers", answers);
    }
    Map<String, Object> values = new TreeMap<>();
    submission.values().forEach((name, value) -> values.put(name, FieldEncoding.value(value)));
    if (!values.isEmpty()) {
      fields.put("values", values);
    }
    submission.handling().ifPresent(handling -> fields.put("handling", handling(handling)));
    if (!submission.signatures().isEmpty()) {
      fields.put(
          "signatures",
          submission.signatures().stream()
              .map(each -> Map.of("role", each.role(), "name", each.name()))
              .toList());
    }
    submission
        .corrects()
        .ifPresent(
            each ->
                fields.put(
                    "corrects", Map.of("submission", each.submission(), "reason", each.reason())));
    return fields;
  }

  private static Object answer(Answer answer) {
    Map<String, Object> fields = new TreeMap<>();
    answer.points().ifPresent(points -> fields.put("points", points));
    answer.note().ifPresent(note -> fields.put("note", note));
    if (!answer.evidence().isEmpty()) {
      fields.put(
          "evidence",
          answer.evidence().stream()
              .map(each -> Map.of("kind", each.kind(), "ref", each.ref()))
              .toList());
    }
    answer.handling().ifPresent(handling -> fields.put("handling", handling(handling)));
    if (fields.isEmpty()) {
      return answer.state().code();
    }
    fields.put("answer", answer.state().code());
    return fields;
  }

  private static Map<String, Object> handling(Handling handling) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("measure", handling.measure().code());
    handling.deadline().ifPresent(day -> fields.put("deadline", day.toString()));
    return fields;
  }
}
