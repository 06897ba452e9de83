package io.foodsafety.record.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact as it was read. */
@SuppressWarnings("MultipleNullnessAnnotations") // a draft lacks what validation will miss
record FactDraft(
    @NotNull @WellFormed(Form.IDENTIFIER) @Nullable String id,
    @NotNull @Nullable String kind,
    @NotNull @Valid @Nullable RefDraft subject,
    Map<@WellFormed(Form.NAME) String, @Valid RefDraft> refs,
    @NotNull @WellFormed(Form.MOMENT) @Nullable String at,
    @WellFormed(Form.MOMENT) @Nullable String until,
    @WellFormed(Form.IDENTIFIER) @Nullable String source,
    @WellFormed(Form.INSTANT) @Nullable String recordedAt) {

  static final Set<String> FIELDS =
      Set.of("id", "kind", "subject", "refs", "at", "until", "attributes", "source", "recordedAt");

  static FactDraft read(FieldReader fields, Faults faults) {
    fields.refuseAllBut(FIELDS);
    return new FactDraft(
        fields.text("id"),
        fields.text("kind"),
        RefDraft.read(fields.any("subject"), fields.path("subject"), faults),
        readRefs(fields, faults),
        fields.text("at"),
        fields.text("until"),
        fields.text("source"),
        fields.text("recordedAt"));
  }

  private static Map<String, RefDraft> readRefs(FieldReader fields, Faults faults) {
    Map<?, ?> given = fields.map("refs");
    if (given == null || given.isEmpty()) {
      return Map.of();
    }
    String path = fields.path("refs");
    if (!faults.admits(given.size(), Limits.MAX_REFS, path)) {
      return Map.of();
    }
    Map<String, RefDraft> refs = new LinkedHashMap<>();
    given.forEach(
        (role, value) -> {
          String name = String.valueOf(role);
          RefDraft ref = RefDraft.read(value, JsonPointer.child(path, name), faults);
          if (ref != null) {
            refs.put(name, ref);
          }
        });
    return refs;
  }
}
