package io.foodsafety.record.internal;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.Moment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A fact as bytes: the businesses that it concerns, its content, and when it was recorded. */
final class FactPayload {

  private FactPayload() {}

  static byte[] write(Fact fact) {
    PayloadWriter content = new PayloadWriter();
    writeContent(fact, content);
    PayloadWriter out = new PayloadWriter();
    List<String> businesses =
        fact.concerns().stream()
            .filter(ref -> ref.type() == SubjectType.BUSINESS)
            .map(ref -> ref.id())
            .toList();
    out.texts(businesses);
    out.block(content.toBytes());
    out.optional(fact.recordedAt(), out::instant);
    return out.toBytes();
  }

  private static void writeContent(Fact fact, PayloadWriter out) {
    out.text(fact.id());
    out.text(fact.kind());
    out.ref(fact.subject());
    out.moment(fact.at());
    out.optional(fact.until(), out::moment);
    out.optional(fact.source(), out::text);
    out.number(fact.refs().size());
    fact.refs()
        .forEach(
            (role, ref) -> {
              out.text(role);
              out.ref(ref);
            });
    out.number(fact.attributes().size());
    fact.attributes()
        .forEach(
            (name, value) -> {
              out.text(name);
              out.value(value);
            });
  }

  /** The ids of the businesses that the fact concerns, as UTF-8. */
  static List<byte[]> businesses(byte[] payload) {
    return new PayloadReader(payload)
        .texts().stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** All but when it was recorded. */
  static byte[] content(byte[] payload) {
    PayloadReader in = new PayloadReader(payload);
    in.texts();
    return in.block();
  }

  static Fact read(byte[] payload) {
    PayloadReader in = new PayloadReader(payload);
    in.texts();
    Fact.Builder fact = readContent(new PayloadReader(in.block()));
    in.optional(in::instant).ifPresent(fact::recordedAt);
    return fact.build();
  }

  private static Fact.Builder readContent(PayloadReader in) {
    String id = in.text();
    String kind = in.text();
    Fact.Builder fact = Fact.builder(id, kind, in.ref(), in.moment());
    in.<Moment>optional(in::moment).ifPresent(fact::until);
    in.<String>optional(in::text).ifPresent(fact::source);
    for (long left = in.number(); left > 0; left--) {
      fact.ref(in.text(), in.ref());
    }
    for (long left = in.number(); left > 0; left--) {
      fact.attribute(in.text(), in.value());
    }
    return fact;
  }
}
