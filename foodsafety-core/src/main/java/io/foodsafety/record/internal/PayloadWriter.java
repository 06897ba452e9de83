package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes values as bytes for the time of a sort: equal values give equal bytes. Never stored, so it
 * has no version. {@link PayloadReader} reads them back.
 */
@SuppressWarnings("EnumOrdinal") // read back by the same run of the program
final class PayloadWriter {

  /** Dates count from 1970; this one means that a value has always held. */
  static final long ALWAYS = Long.MIN_VALUE;

  private byte[] bytes = new byte[512];
  private int length;

  /** What was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  void number(long value) {
    require(Long.BYTES + 2);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void text(String text) {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  void block(byte[] block) {
    number(block.length);
    require(block.length);
    System.arraycopy(block, 0, bytes, length, block.length);
    length += block.length;
  }

  <T> void optional(Optional<T> value, Consumer<T> writer) {
    number(value.isPresent() ? 1 : 0);
    value.ifPresent(writer);
  }

  void texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  void date(LocalDate date) {
    number(date.equals(LocalDate.MIN) ? ALWAYS : date.toEpochDay());
  }

  void instant(Instant instant) {
    number(instant.getEpochSecond());
    number(instant.getNano());
  }

  void moment(Moment moment) {
    optional(moment.date(), this::date);
    optional(moment.instant(), this::instant);
  }

  void ref(SubjectRef ref) {
    number(ref.type().ordinal());
    text(ref.id());
  }

  void value(AttributeValue value) {
    number(value.type().ordinal());
    switch (value.type()) {
      case STRING -> text(((AttributeValue.Text) value).value());
      case DECIMAL -> decimal(((AttributeValue.Decimal) value).value());
      case BOOLEAN -> number(((AttributeValue.Bool) value).value() ? 1 : 0);
      case DATE -> date(((AttributeValue.Date) value).value());
      case CODE -> text(((AttributeValue.Code) value).value());
      case CODES -> texts(((AttributeValue.Codes) value).values());
    }
  }

  private void decimal(BigDecimal number) {
    number(number.scale());
    BigInteger digits = number.unscaledValue();
    boolean isShort = digits.bitLength() < Long.SIZE;
    number(isShort ? 1 : 0);
    if (isShort) {
      number(digits.longValue());
    } else {
      block(digits.toByteArray());
    }
  }

  private void require(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
