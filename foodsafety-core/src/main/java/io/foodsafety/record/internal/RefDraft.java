package io.foodsafety.record.internal;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reference as it was read.
 *
 * @param type the name of a type of subject
 * @param id the id
 * @param bare whether it was written as an id alone, which means a business
 */
@SuppressWarnings("MultipleNullnessAnnotations") // a draft lacks what validation will miss
record RefDraft(
    @NotNull @WellFormed(Form.SUBJECT_TYPE) @Nullable String type,
    @NotNull @WellFormed(Form.IDENTIFIER) @Nullable String id,
    boolean bare) {

  private static final Set<String> FIELDS = Set.of("type", "id");

  /** Reads a reference; nothing if there is none, or something else in its place. */
  static @Nullable RefDraft read(@Nullable Object value, String path, Faults faults) {
    if (value instanceof String id) {
      return new RefDraft(SubjectType.BUSINESS.code(), id, true);
    }
    if (value != null && !(value instanceof Map)) {
      faults.add(FieldReader.wrongType("text or object", value, path, faults));
      return null;
    }
    FieldReader fields = value == null ? null : FieldReader.of(value, path, faults);
    if (fields == null) {
      return null;
    }
    fields.refuseAllBut(FIELDS);
    return new RefDraft(fields.text("type"), fields.text("id"), false);
  }

  /** The reference, of a draft that was validated. */
  SubjectRef toRef() {
    SubjectType subjectType =
        bare ? SubjectType.BUSINESS : SubjectType.find(Objects.requireNonNull(type)).orElseThrow();
    return SubjectRef.of(subjectType, Objects.requireNonNull(id));
  }
}
