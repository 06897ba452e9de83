package io.foodsafety.record.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordIssues;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of a fact: a draft, validated whole, then checked against clock and catalogue. A
 * fact that a call brings has the form of a fact already: only the second half is left.
 */
final class FactReading {

  private final FactCatalogue catalogue;
  private final Moments moments;
  private final Faults faults;

  FactReading(FactCatalogue catalogue, Moments moments) {
    this.catalogue = catalogue;
    this.moments = moments;
    this.faults = moments.faults();
  }

  Decoded read(DataRecord record) {
    FieldReader fields = new FieldReader(record.fields(), "", faults);
    FactDraft draft = FactDraft.read(fields, faults);
    DraftValidation.validate(draft, faults);
    Moment at = moments.past(draft.at(), "/at");
    Moment until = moments.notBefore(at, draft.until(), "/until");
    Instant recordedAt = moments.pastInstant(draft.recordedAt(), "/recordedAt");
    Map<String, AttributeValue> attributes = attributes(draft.kind(), fields.map("attributes"));
    if (!faults.isEmpty()) {
      return new Decoded.Rejected(faults.sorted());
    }
    Fact.Builder fact =
        Fact.builder(
            Objects.requireNonNull(draft.id()),
            Objects.requireNonNull(draft.kind()),
            Objects.requireNonNull(draft.subject()).toRef(),
            Objects.requireNonNull(at));
    draft.refs().forEach((role, ref) -> fact.ref(role, ref.toRef()));
    attributes.forEach(fact::attribute);
    if (until != null) {
      fact.until(until);
    }
    if (draft.source() != null) {
      fact.source(draft.source());
    }
    if (recordedAt != null) {
      fact.recordedAt(recordedAt);
    }
    return new Decoded.FactRecord(fact.build());
  }

  /** The issues for which the record of a fact would be refused. */
  List<Issue> check(Fact fact) {
    faults.admits(fact.refs().size(), Limits.MAX_REFS, "/refs");
    moments.checkPast(fact.at(), "/at");
    fact.until().ifPresent(until -> moments.checkOrder(fact.at(), until, "/until"));
    // An instant may lie in a year that no text of a record can name.
    fact.recordedAt().ifPresent(instant -> checkRecordedAt(instant.toString()));
    attributes(fact.kind(), FieldEncoding.attributes(fact));
    return faults.sorted();
  }

  private void checkRecordedAt(String text) {
    if (new AttributeReader(faults).isOf(Form.INSTANT, text, "/recordedAt")) {
      moments.pastInstant(text, "/recordedAt");
    }
  }

  /** The attributes, if the kind is known; without it nothing can be said about them. */
  private Map<String, AttributeValue> attributes(
      @Nullable String kindName, @Nullable Map<?, ?> given) {
    if (kindName == null) {
      return Map.of();
    }
    Optional<FactKind> kind = catalogue.findKind(kindName);
    if (kind.isEmpty()) {
      faults.add(
          faults
              .at("/kind", RecordIssues.UNKNOWN_KIND)
              .with("value", kindName)
              .with(
                  "nearest",
                  NearestNames.of(
                      kindName, catalogue.kinds().stream().map(FactKind::name).toList())));
      return Map.of();
    }
    Map<String, AttributeValue> values =
        given == null || given.isEmpty() ? Map.of() : declared(kind.get(), given);
    for (AttributeDeclaration declaration : kind.get().attributes()) {
      if (declaration.required() && (given == null || given.get(declaration.name()) == null)) {
        faults.add(
            faults
                .at("/attributes", RecordIssues.MISSING_ATTRIBUTE)
                .with("kind", kindName)
                .with("attribute", declaration.name()));
      }
    }
    return values;
  }

  private Map<String, AttributeValue> declared(FactKind kind, Map<?, ?> given) {
    AttributeReader reader = new AttributeReader(faults);
    Map<String, AttributeValue> values = new TreeMap<>();
    given.forEach(
        (key, value) -> {
          if (faults.isFull()) {
            return;
          }
          String name = String.valueOf(key);
          String path = JsonPointer.child("/attributes", name);
          Optional<AttributeDeclaration> declaration = kind.findAttribute(name);
          if (declaration.isEmpty()) {
            faults.add(UndeclaredAttribute.of(name, kind.name(), kind.attributes(), path, faults));
          } else if (value != null) {
            AttributeValue read = reader.read(declaration.get(), value, path);
            if (read != null) {
              values.put(name, read);
            }
          }
        });
    return values;
  }
}
