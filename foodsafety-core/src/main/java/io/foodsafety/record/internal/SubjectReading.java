package io.foodsafety.record.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordIssues;
import io.foodsafety.spi.format.DataRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a record of a business: a draft, validated whole, then checked against the catalogue. */
final class SubjectReading {

  private final FactCatalogue catalogue;
  private final Faults faults;

  SubjectReading(FactCatalogue catalogue, Faults faults) {
    this.catalogue = catalogue;
    this.faults = faults;
  }

  Decoded read(DataRecord record) {
    FieldReader fields = new FieldReader(record.fields(), "", faults);
    SubjectDraft draft = SubjectDraft.read(fields, faults);
    DraftValidation.validate(draft, faults);
    checkDates(draft.licences());
    Map<String, AttributeHistory> attributes =
        new AttributeHistoryReader(catalogue, faults).read(fields.map("attributes"));
    return faults.isEmpty()
        ? new Decoded.SubjectRecord(subject(draft, attributes), date(draft.validFrom()))
        : new Decoded.Rejected(faults.sorted());
  }

  private void checkDates(List<LicenceDraft> licences) {
    for (int i = 0; i < licences.size(); i++) {
      Optional<LocalDate> begin = date(licences.get(i).validFrom());
      Optional<LocalDate> end = date(licences.get(i).validTo());
      if (begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get())) {
        String path = "/licences/%d/validTo".formatted(i);
        faults.add(
            faults
                .at(path, RecordIssues.ENDS_BEFORE_IT_BEGINS)
                .with("field", path)
                .with("value", end.get())
                .with("begin", begin.get()));
      }
    }
  }

  private static Subject subject(SubjectDraft draft, Map<String, AttributeHistory> attributes) {
    Subject.Builder subject =
        Subject.builder(Objects.requireNonNull(draft.id()), Objects.requireNonNull(draft.name()));
    if (draft.uscc() != null) {
      subject.creditCode(CreditCode.of(draft.uscc()));
    }
    if (draft.segment() != null) {
      subject.segment(draft.segment());
    }
    if (draft.format() != null) {
      subject.format(draft.format());
    }
    if (draft.division() != null) {
      subject.division(DivisionCode.of(draft.division()));
    }
    if (draft.location() != null) {
      subject.location(draft.location().toPoint());
    }
    if (draft.address() != null) {
      subject.address(draft.address());
    }
    draft.telephones().forEach(subject::telephone);
    attributes.forEach(subject::attribute);
    return subject
        .licences(draft.licences().stream().map(LicenceDraft::toLicence).toList())
        .build();
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    return Optional.ofNullable(text).map(IsoText::date);
  }
}
