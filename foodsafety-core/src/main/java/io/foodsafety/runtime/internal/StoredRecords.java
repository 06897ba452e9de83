package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.internal.RecordReading;
import io.foodsafety.record.internal.SubjectMerge;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.StorageException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stored bytes as domain values. What was valid when it was stored stays readable: a kind or
 * attribute that is no longer declared, as when a policy is left out, is read by the form of its
 * values.
 */
final class StoredRecords {

  private final FactCatalogue catalogue;

  StoredRecords(FactCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Fact fact(Document document) {
    return fact(document.id(), document.body());
  }

  /** A fact; of its sealed attributes only the names. */
  Fact fact(String id, byte[] body) {
    DataRecord record = record(RecordEncoder.FACT, id, body);
    Collection<String> hiddenNames = AttributeSealing.names(record.fields());
    Fact open =
        fact(
            id,
            hiddenNames.isEmpty()
                ? record.fields()
                : AttributeSealing.without(hiddenNames, record.fields()));
    // What was stored before its attribute was declared as sealed is not shown, either.
    List<String> toSeal = AttributeSealing.toSeal(open, catalogue);
    if (hiddenNames.isEmpty() && toSeal.isEmpty()) {
      return open;
    }
    Fact.Builder hidden = open.toBuilder();
    hiddenNames.forEach(hidden::sealed);
    toSeal.forEach(hidden::sealed);
    return hidden.build();
  }

  /** A fact with all its attributes, from fields in which nothing is sealed. */
  Fact fact(String id, Map<String, @Nullable Object> fields) {
    try {
      return decodeFact(id, DataRecord.of(RecordEncoder.FACT, fields, Location.unknown()));
    } catch (IllegalArgumentException e) { // a name that no declaration can have
      throw damaged(CitySchema.FACTS, id, e);
    }
  }

  private Fact decodeFact(String id, DataRecord record) {
    if (RecordReading.readStored(record, catalogue) instanceof Decoded.FactRecord decoded) {
      return decoded.fact();
    }
    Object kind = record.fields().get("kind");
    List<AttributeDeclaration> declared =
        catalogue.findKind(String.valueOf(kind)).map(FactKind::attributes).orElse(List.of());
    for (List<AttributeDeclaration> known : List.of(declared, List.<AttributeDeclaration>of())) {
      FactCatalogue own =
          FactCatalogue.empty()
              .plus(List.of(FactKind.of(String.valueOf(kind), widen(known, record))), List.of());
      if (RecordReading.readStored(record, own) instanceof Decoded.FactRecord decoded) {
        return decoded.fact();
      }
    }
    throw damaged(CitySchema.FACTS, id, null);
  }

  Withdrawal withdrawal(Document document) {
    DataRecord record = record(RecordEncoder.WITHDRAWAL, document.id(), document.body());
    if (RecordReading.readStored(record, catalogue) instanceof Decoded.WithdrawalRecord decoded) {
      return decoded.withdrawal();
    }
    throw damaged(CitySchema.WITHDRAWALS, document.id(), null);
  }

  TraceEvent traceEvent(Document document) {
    DataRecord record = record(RecordEncoder.TRACE, document.id(), document.body());
    if (RecordReading.readStored(record, catalogue) instanceof Decoded.TraceRecord decoded) {
      return decoded.event();
    }
    throw damaged(CitySchema.TRACE_EVENTS, document.id(), null);
  }

  Subject subject(Document document) {
    return subject(document.id(), document.body());
  }

  Subject subject(String id, byte[] body) {
    return subjectRecords(id, body).subject().orElseThrow();
  }

  /** The records of a subject; each is decoded when that is asked for. */
  SubjectMerge subjectRecords(String id, byte[] body) {
    try {
      return SubjectBody.read(body, record -> subjectRecord(id, record));
    } catch (IllegalArgumentException e) {
      throw damaged(CitySchema.SUBJECTS, id, e);
    }
  }

  private Decoded.SubjectRecord subjectRecord(String id, DataRecord record) {
    try {
      return decodeSubject(id, record);
    } catch (IllegalArgumentException e) { // a name that no declaration can have
      throw damaged(CitySchema.SUBJECTS, id, e);
    }
  }

  private Decoded.SubjectRecord decodeSubject(String id, DataRecord record) {
    if (RecordReading.readStored(record, catalogue) instanceof Decoded.SubjectRecord decoded) {
      return decoded;
    }
    List<AttributeDeclaration> declared = List.copyOf(catalogue.subjectAttributes());
    for (List<AttributeDeclaration> known : List.of(declared, List.<AttributeDeclaration>of())) {
      FactCatalogue own = FactCatalogue.empty().plus(List.of(), widen(known, record));
      if (RecordReading.readStored(record, own) instanceof Decoded.SubjectRecord decoded) {
        return decoded;
      }
    }
    throw damaged(CitySchema.SUBJECTS, id, null);
  }

  private static DataRecord record(String type, String id, byte[] body) {
    try {
      return DataRecord.of(type, CanonicalJson.read(body), Location.unknown());
    } catch (IllegalArgumentException e) {
      throw damaged(type, id, e);
    }
  }

  /** The declarations without their duties, and one for each attribute that has none. */
  private static List<AttributeDeclaration> widen(
      List<AttributeDeclaration> known, DataRecord record) {
    List<AttributeDeclaration> all = new ArrayList<>();
    known.forEach(each -> all.add(AttributeDeclaration.optional(each.name(), each.type())));
    if (record.fields().get("attributes") instanceof Map<?, ?> attributes) {
      attributes.forEach(
          (key, value) -> {
            String name = String.valueOf(key);
            if (known.stream().noneMatch(each -> each.name().equals(name))) {
              all.add(AttributeDeclaration.optional(name, type(value)));
            }
          });
    }
    return all;
  }

  private static AttributeType type(@Nullable Object value) {
    if (value instanceof BigDecimal) {
      return AttributeType.DECIMAL;
    }
    if (value instanceof Boolean) {
      return AttributeType.BOOLEAN;
    }
    if (value instanceof List<?> list) {
      // A subject's history is a list of objects, each with a value.
      Optional<?> first = list.stream().findFirst();
      return first.isPresent() && first.get() instanceof Map<?, ?> entry
          ? type(entry.get("value"))
          : AttributeType.CODES;
    }
    return AttributeType.STRING;
  }

  private static StorageException damaged(String collection, String id, @Nullable Throwable cause) {
    return DamagedDocument.of(collection, id, cause);
  }
}
