package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what a {@link PayloadWriter} wrote, in the same order. */
final class PayloadReader {

  private static final SubjectType[] SUBJECT_TYPES = SubjectType.values();
  private static final AttributeType[] ATTRIBUTE_TYPES = AttributeType.values();

  private final byte[] bytes;
  private int position;

  PayloadReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long zigzag = 0;
    int shift = 0;
    byte part;
    do {
      part = bytes[position++];
      zigzag |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while (part < 0);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  private int count() {
    return Math.toIntExact(number());
  }

  String text() {
    int length = count();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  byte[] block() {
    int length = count();
    byte[] block = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return block;
  }

  <T> Optional<T> optional(Supplier<T> reader) {
    return number() == 0 ? Optional.empty() : Optional.of(reader.get());
  }

  List<String> texts() {
    int count = count();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  LocalDate date() {
    long day = number();
    return day == PayloadWriter.ALWAYS ? LocalDate.MIN : LocalDate.ofEpochDay(day);
  }

  Instant instant() {
    long seconds = number();
    return Instant.ofEpochSecond(seconds, number());
  }

  Moment moment() {
    Optional<LocalDate> date = optional(this::date);
    Optional<Instant> instant = optional(this::instant);
    return date.map(Moment::of).orElseGet(() -> Moment.of(instant.orElseThrow()));
  }

  SubjectRef ref() {
    return SubjectRef.of(SUBJECT_TYPES[count()], text());
  }

  AttributeValue value() {
    return switch (ATTRIBUTE_TYPES[count()]) {
      case STRING -> AttributeValue.string(text());
      case DECIMAL -> new AttributeValue.Decimal(decimal());
      case BOOLEAN -> AttributeValue.bool(number() != 0);
      case DATE -> AttributeValue.date(date());
      case CODE -> AttributeValue.code(text());
      case CODES -> AttributeValue.codes(texts());
    };
  }

  private BigDecimal decimal() {
    int scale = count();
    boolean isShort = number() != 0;
    return isShort
        ? BigDecimal.valueOf(number(), scale)
        : new BigDecimal(new BigInteger(block()), scale);
  }
}
