package io.foodsafety.record.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A business as it was read. */
@SuppressWarnings("MultipleNullnessAnnotations") // a draft lacks what validation will miss
record SubjectDraft(
    @NotNull @WellFormed(Form.IDENTIFIER) @Nullable String id,
    @NotNull @WellFormed(Form.LINE) @CodePointLength(max = Limits.MAX_NAME) @Nullable String name,
    @WellFormed(Form.CREDIT_CODE) @Nullable String uscc,
    @WellFormed(Form.IDENTIFIER) @Nullable String segment,
    @WellFormed(Form.IDENTIFIER) @Nullable String format,
    @WellFormed(Form.DIVISION_CODE) @Nullable String division,
    @Valid @Nullable LocationDraft location,
    @WellFormed(Form.LINE) @CodePointLength(max = Limits.MAX_ADDRESS) @Nullable String address,
    List<@WellFormed(Form.LINE) @CodePointLength(max = Limits.MAX_TELEPHONE) String> telephones,
    List<@Valid LicenceDraft> licences,
    @WellFormed(Form.DATE) @Nullable String validFrom) {

  static final Set<String> FIELDS =
      Set.of(
          "id",
          "name",
          "uscc",
          "segment",
          "format",
          "division",
          "location",
          "address",
          "telephones",
          "attributes",
          "licences",
          "validFrom");

  static SubjectDraft read(FieldReader fields, Faults faults) {
    fields.refuseAllBut(FIELDS);
    FieldReader location = fields.object("location");
    return new SubjectDraft(
        fields.text("id"),
        fields.text("name"),
        fields.text("uscc"),
        fields.text("segment"),
        fields.text("format"),
        fields.text("division"),
        location == null ? null : LocationDraft.read(location),
        fields.text("address"),
        readTelephones(fields, faults),
        readLicences(fields, faults),
        fields.text("validFrom"));
  }

  private static List<String> readTelephones(FieldReader fields, Faults faults) {
    List<?> given = fields.list("telephones");
    String path = fields.path("telephones");
    if (given == null || !faults.admits(given.size(), Limits.MAX_TELEPHONES, path)) {
      return List.of();
    }
    List<String> telephones = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String place = JsonPointer.child(path, i);
      if (given.get(i) instanceof String telephone) {
        telephones.add(telephone);
      } else {
        faults.add(FieldReader.wrongType("text", given.get(i), place, faults));
        telephones.add("?"); // so that those after it keep their places
      }
    }
    return telephones;
  }

  private static List<LicenceDraft> readLicences(FieldReader fields, Faults faults) {
    List<?> given = fields.list("licences");
    if (given == null) {
      return List.of();
    }
    String path = fields.path("licences");
    if (!faults.admits(given.size(), Limits.MAX_LIST, path)) {
      return List.of();
    }
    List<LicenceDraft> licences = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String place = JsonPointer.child(path, i);
      if (given.get(i) instanceof Map<?, ?> licence) {
        licences.add(LicenceDraft.read(new FieldReader(licence, place, faults)));
      } else {
        faults.add(FieldReader.wrongType("object", given.get(i), place, faults));
        licences.add(LicenceDraft.NONE);
      }
    }
    return licences;
  }
}
