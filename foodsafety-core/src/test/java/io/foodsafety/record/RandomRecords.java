package io.foodsafety.record;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Records of all kinds with many clashes of ids, the same for one seed. */
final class RandomRecords {

  private final Random random;
  private final List<Decoded> records = new ArrayList<>();

  RandomRecords(long seed) {
    this.random = new Random(seed);
    int count = random.nextInt(400);
    for (int i = 0; i < count; i++) {
      records.add(
          !records.isEmpty() && random.nextInt(8) == 0
              ? records.get(random.nextInt(records.size()))
              : record());
    }
  }

  List<Decoded> records() {
    return records;
  }

  private Decoded record() {
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          new Decoded.SubjectRecord(
              subject(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(date()));
      case 2, 3 -> new Decoded.WithdrawalRecord(withdrawal());
      default -> new Decoded.FactRecord(fact());
    };
  }

  private Subject subject() {
    Subject.Builder subject = Subject.builder(id("S", 12), "名" + random.nextInt(3));
    if (random.nextBoolean()) {
      subject.creditCode(CreditCode.of("91360102MA35AAA02R")).segment("catering").format("x");
    }
    if (random.nextBoolean()) {
      subject.division(DivisionCode.of("360102")).location(GeoPoint.of(random.nextDouble(), -1));
    }
    if (random.nextBoolean()) {
      subject.address("路" + random.nextInt(2)).telephone("0791-" + random.nextInt(2));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      subject.attribute("a" + random.nextInt(3), value(), date());
    }
    if (random.nextBoolean()) {
      subject.attribute("b", value());
      subject.licence(Licence.of("L" + random.nextInt(3)).validTo(date()).issuedOn(date()));
    }
    return subject.build();
  }

  private Fact fact() {
    Fact.Builder fact = Fact.builder(id("F", 60), "k" + random.nextInt(2), ref(), moment());
    for (int i = random.nextInt(3); i > 0; i--) {
      fact.ref("role" + random.nextInt(3), ref());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      fact.attribute("a" + random.nextInt(5), value());
    }
    if (random.nextBoolean()) {
      fact.until(moment()).source("s");
    }
    if (random.nextBoolean()) {
      fact.recordedAt(Instant.ofEpochSecond(random.nextInt()));
    }
    return fact.build();
  }

  private Withdrawal withdrawal() {
    Withdrawal withdrawal = Withdrawal.of(id("W", 20), id("F", 60), moment(), "r");
    return random.nextBoolean() ? withdrawal : withdrawal.withRecordedAt(Instant.EPOCH);
  }

  private SubjectRef ref() {
    SubjectType type = random.nextInt(4) == 0 ? SubjectType.LOT : SubjectType.BUSINESS;
    return SubjectRef.of(type, id("S", 12));
  }

  private AttributeValue value() {
    return switch (random.nextInt(7)) {
      case 0 -> AttributeValue.string("\uD83D\uDE00" + random.nextInt(2));
      case 1 -> AttributeValue.bool(random.nextBoolean());
      case 2 -> AttributeValue.date(date());
      case 3 -> AttributeValue.code("c" + random.nextInt(2));
      case 4 -> AttributeValue.codes(List.of("c", "d" + random.nextInt(2)));
      case 5 ->
          new AttributeValue.Decimal(
              new BigDecimal(new BigInteger(110, random), 18).movePointRight(1));
      default ->
          new AttributeValue.Decimal(BigDecimal.valueOf(random.nextInt(), random.nextInt(9)));
    };
  }

  private Moment moment() {
    return random.nextBoolean()
        ? Moment.of(date())
        : Moment.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(2)));
  }

  private LocalDate date() {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(5) - 2L);
  }

  private String id(String prefix, int bound) {
    int number = random.nextInt(bound);
    return number % 7 == 0 ? "\uFF21" + prefix + number : prefix + number;
  }
}
