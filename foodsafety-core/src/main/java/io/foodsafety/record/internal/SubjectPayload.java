package io.foodsafety.record.internal;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded.SubjectRecord;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record of a business as bytes. */
final class SubjectPayload {

  private SubjectPayload() {}

  static byte[] write(SubjectRecord record) {
    PayloadWriter out = new PayloadWriter();
    Subject subject = record.subject();
    out.optional(record.validFrom(), out::date);
    out.text(subject.id());
    out.text(subject.name());
    out.optional(subject.creditCode().map(CreditCode::value), out::text);
    out.optional(subject.segment(), out::text);
    out.optional(subject.format(), out::text);
    out.optional(subject.division().map(DivisionCode::value), out::text);
    out.optional(subject.location(), location -> write(location, out));
    out.optional(subject.address(), out::text);
    out.number(subject.telephones().size());
    subject.telephones().forEach(out::text);
    out.number(subject.attributes().size());
    subject.attributes().forEach((name, history) -> write(name, history, out));
    out.number(subject.licences().size());
    subject.licences().forEach(licence -> write(licence, out));
    return out.toBytes();
  }

  private static void write(GeoPoint location, PayloadWriter out) {
    out.number(Double.doubleToLongBits(location.latitude()));
    out.number(Double.doubleToLongBits(location.longitude()));
  }

  private static void write(String name, AttributeHistory history, PayloadWriter out) {
    out.text(name);
    out.number(history.values().size());
    history
        .values()
        .forEach(
            (from, value) -> {
              out.date(from);
              out.value(value);
            });
  }

  private static void write(Licence licence, PayloadWriter out) {
    out.text(licence.number());
    out.optional(licence.issuedOn(), out::date);
    out.optional(licence.validFrom(), out::date);
    out.optional(licence.validTo(), out::date);
  }

  static SubjectRecord read(byte[] payload) {
    PayloadReader in = new PayloadReader(payload);
    Optional<LocalDate> validFrom = in.optional(in::date);
    Subject.Builder subject = Subject.builder(in.text(), in.text());
    in.<String>optional(in::text).map(CreditCode::of).ifPresent(subject::creditCode);
    in.<String>optional(in::text).ifPresent(subject::segment);
    in.<String>optional(in::text).ifPresent(subject::format);
    in.<String>optional(in::text).map(DivisionCode::of).ifPresent(subject::division);
    in.optional(() -> GeoPoint.of(readDouble(in), readDouble(in))).ifPresent(subject::location);
    in.<String>optional(in::text).ifPresent(subject::address);
    for (long left = in.number(); left > 0; left--) {
      subject.telephone(in.text());
    }
    for (long left = in.number(); left > 0; left--) {
      subject.attribute(in.text(), readHistory(in));
    }
    for (long left = in.number(); left > 0; left--) {
      subject.licence(
          new Licence(
              in.text(), in.optional(in::date), in.optional(in::date), in.optional(in::date)));
    }
    return new SubjectRecord(subject.build(), validFrom);
  }

  private static double readDouble(PayloadReader in) {
    return Double.longBitsToDouble(in.number());
  }

  private static AttributeHistory readHistory(PayloadReader in) {
    Map<LocalDate, AttributeValue> values = new TreeMap<>();
    for (long left = in.number(); left > 0; left--) {
      values.put(in.date(), in.value());
    }
    return AttributeHistory.of(values);
  }
}
