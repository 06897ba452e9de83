package io.foodsafety.record.internal;

import io.foodsafety.model.subject.Licence;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A licence as it was read. */
@SuppressWarnings("MultipleNullnessAnnotations") // a draft lacks what validation will miss
record LicenceDraft(
    @NotNull @WellFormed(Form.LICENCE_NUMBER) @Nullable String number,
    @WellFormed(Form.DATE) @Nullable String issuedOn,
    @WellFormed(Form.DATE) @Nullable String validFrom,
    @WellFormed(Form.DATE) @Nullable String validTo) {

  private static final Set<String> FIELDS = Set.of("number", "issuedOn", "validFrom", "validTo");

  /** Stands for something that is no licence, so that those after it keep their places. */
  static final LicenceDraft NONE = new LicenceDraft(null, null, null, null);

  static LicenceDraft read(FieldReader fields) {
    fields.refuseAllBut(FIELDS);
    return new LicenceDraft(
        fields.text("number"),
        fields.text("issuedOn"),
        fields.text("validFrom"),
        fields.text("validTo"));
  }

  /** The licence, of a draft that was validated and whose dates are in order. */
  Licence toLicence() {
    return new Licence(
        Objects.requireNonNull(number), date(issuedOn), date(validFrom), date(validTo));
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    return Optional.ofNullable(text).map(IsoText::date);
  }
}
