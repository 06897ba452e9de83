package io.foodsafety.record.internal;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A withdrawal as it was read. */
@SuppressWarnings("MultipleNullnessAnnotations") // a draft lacks what validation will miss
record WithdrawalDraft(
    @NotNull @WellFormed(Form.IDENTIFIER) @Nullable String id,
    @NotNull @WellFormed(Form.IDENTIFIER) @Nullable String target,
    @NotNull @WellFormed(Form.MOMENT) @Nullable String at,
    @NotNull @WellFormed(Form.LINE) @CodePointLength(max = Limits.MAX_TEXT) @Nullable String reason,
    @WellFormed(Form.INSTANT) @Nullable String recordedAt) {

  static final Set<String> FIELDS = Set.of("id", "target", "at", "reason", "recordedAt");

  static WithdrawalDraft read(FieldReader fields) {
    fields.refuseAllBut(FIELDS);
    return new WithdrawalDraft(
        fields.text("id"),
        fields.text("target"),
        fields.text("at"),
        fields.text("reason"),
        fields.text("recordedAt"));
  }
}
