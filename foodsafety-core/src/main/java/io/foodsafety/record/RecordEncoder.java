package io.foodsafety.record;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.internal.FieldEncoding;
import io.foodsafety.record.internal.TraceWriting;
import io.foodsafety.spi.format.DataRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Domain values as records, in the published shape of files. What is absent is left out. {@link
 * RecordDecoder} reads them back. Safe for use by many threads.
 */
public final class RecordEncoder {

  /** The type of the record of a business. */
  public static final String SUBJECT = "subject";

  /** The type of the record of a fact. */
  public static final String FACT = "fact";

  /** The type of the record of a withdrawal. */
  public static final String WITHDRAWAL = "withdraw";

  /** The type of the record of a trace event. */
  public static final String TRACE = "trace";

  private RecordEncoder() {}

  /**
   * A business as a record.
   *
   * @param subject the business
   * @return a record of type {@link #SUBJECT}
   */
  public static DataRecord encode(Subject subject) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", subject.id());
    fields.put("name", subject.name());
    subject.creditCode().ifPresent(code -> fields.put("uscc", code.value()));
    subject.segment().ifPresent(segment -> fields.put("segment", segment));
    subject.format().ifPresent(format -> fields.put("format", format));
    subject.division().ifPresent(division -> fields.put("division", division.value()));
    subject.location().ifPresent(location -> fields.put("location", place(location)));
    subject.address().ifPresent(address -> fields.put("address", address));
    if (!subject.telephones().isEmpty()) {
      fields.put("telephones", subject.telephones());
    }
    putUnlessEmpty(fields, "attributes", each(subject.attributes(), RecordEncoder::history));
    if (!subject.licences().isEmpty()) {
      fields.put("licences", subject.licences().stream().map(RecordEncoder::licence).toList());
    }
    return DataRecord.of(SUBJECT, fields, Location.unknown());
  }

  /**
   * A fact as a record.
   *
   * @param fact the fact; of a sealed attribute the record only says {@code {"sealed":true}}
   * @return a record of type {@link #FACT}
   */
  public static DataRecord encode(Fact fact) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", fact.id());
    fields.put("kind", fact.kind());
    fields.put("subject", FieldEncoding.ref(fact.subject()));
    putUnlessEmpty(fields, "refs", each(fact.refs(), FieldEncoding::ref));
    fields.put("at", fact.at().toString());
    fact.until().ifPresent(until -> fields.put("until", until.toString()));
    putUnlessEmpty(fields, "attributes", FieldEncoding.attributes(fact));
    fact.source().ifPresent(source -> fields.put("source", source));
    fact.recordedAt().ifPresent(instant -> fields.put("recordedAt", instant.toString()));
    return DataRecord.of(FACT, fields, Location.unknown());
  }

  /**
   * A withdrawal as a record.
   *
   * @param withdrawal the withdrawal
   * @return a record of type {@link #WITHDRAWAL}
   */
  public static DataRecord encode(Withdrawal withdrawal) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", withdrawal.id());
    fields.put("target", withdrawal.target());
    fields.put("at", withdrawal.at().toString());
    fields.put("reason", withdrawal.reason());
    withdrawal.recordedAt().ifPresent(instant -> fields.put("recordedAt", instant.toString()));
    return DataRecord.of(WITHDRAWAL, fields, Location.unknown());
  }

  /**
   * A trace event as a record.
   *
   * @param event the event
   * @return a record of type {@link #TRACE}
   */
  public static DataRecord encode(TraceEvent event) {
    return DataRecord.of(TRACE, TraceWriting.write(event), Location.unknown());
  }

  private static Map<String, Object> place(GeoPoint place) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("lat", degrees(place.latitude()));
    fields.put("lon", degrees(place.longitude()));
    return fields;
  }

  /** Degrees to a billionth of a billionth at most: what a number of a record can hold. */
  private static BigDecimal degrees(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.scale() > AttributeValue.MAX_DIGITS
        ? exact.setScale(AttributeValue.MAX_DIGITS, RoundingMode.HALF_UP)
        : exact;
  }

  private static Map<String, Object> licence(Licence licence) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", licence.number());
    putDate(fields, "issuedOn", licence.issuedOn());
    putDate(fields, "validFrom", licence.validFrom());
    putDate(fields, "validTo", licence.validTo());
    return fields;
  }

  private static void putDate(Map<String, Object> fields, String name, Optional<LocalDate> date) {
    date.ifPresent(value -> fields.put(name, value.toString()));
  }

  /** A value that has always held is written plain, any other history as a list of objects. */
  private static Object history(AttributeHistory history) {
    Map<LocalDate, AttributeValue> values = history.values();
    AttributeValue always = values.get(LocalDate.MIN);
    if (always != null && values.size() == 1) {
      return FieldEncoding.value(always);
    }
    List<Object> list = new ArrayList<>();
    values.forEach(
        (from, value) -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          if (!from.equals(LocalDate.MIN)) {
            fields.put("from", from.toString());
          }
          fields.put("value", FieldEncoding.value(value));
          list.add(fields);
        });
    return list;
  }

  private static <T> Map<String, Object> each(Map<String, T> values, Function<T, Object> encode) {
    Map<String, Object> encoded = new LinkedHashMap<>();
    values.forEach((name, value) -> encoded.put(name, encode.apply(value)));
    return encoded;
  }

  private static void putUnlessEmpty(
      Map<String, @Nullable Object> fields, String name, Map<String, Object> values) {
    if (!values.isEmpty()) {
      fields.put(name, values);
    }
  }
}
