package io.foodsafety.risk;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes subjects and facts of declared kinds at random: few days and values, so that ties occur.
 */
final class RandomFacts {

  static final LocalDate AS_OF = LocalDate.parse("2024-06-30");

  private static final List<String> WORDS =
      List.of(
          "a", "b", "c", "sales", "production", "catering", "0101", "fine", "warning", "national");

  private final FactCatalogue catalogue;
  private final Random random;
  private final List<FactKind> kinds;
  private boolean isModest;

  /** Facts of some of the kinds of a catalogue. */
  RandomFacts(FactCatalogue catalogue, List<String> kinds, Random random) {
    this.catalogue = catalogue;
    this.random = random;
    this.kinds = kinds.stream().map(kind -> catalogue.findKind(kind).orElseThrow()).toList();
  }

  /** Leaves out numbers of very many digits. */
  RandomFacts modest() {
    isModest = true;
    return this;
  }

  Subject subject() {
    Subject.Builder subject = Subject.builder("S1", "One");
    if (random.nextInt(4) != 0) {
      subject.segment(oneOf("sales", "production", "catering"));
    }
    if (random.nextInt(4) != 0) {
      subject.format(oneOf("canteen", "restaurant"));
    }
    if (random.nextInt(3) != 0) {
      subject.licence(Licence.of("L1").issuedOn(day()));
    }
    for (AttributeDeclaration attribute : catalogue.subjectAttributes()) {
      if (random.nextInt(4) != 0) {
        subject.attribute(attribute.name(), value(attribute.type()));
      }
    }
    return subject.build();
  }

  List<Fact> facts(int size) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      facts.add(fact("F" + i));
    }
    Collections.shuffle(facts, random);
    return facts;
  }

  List<Withdrawal> withdrawals(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> random.nextInt(8) == 0)
        .map(fact -> Withdrawal.of("W" + fact.id(), fact.id(), moment(), "mistaken"))
        .toList();
  }

  FactHistory history(int size) {
    List<Fact> facts = facts(size);
    return FactHistory.of(facts, withdrawals(facts));
  }

  private Fact fact(String id) {
    return fact(id, moment());
  }

  /** A fact of one of the kinds, most of them about the subject. */
  Fact fact(String id, Moment at) {
    FactKind kind = kinds.get(random.nextInt(kinds.size()));
    boolean own = random.nextInt(5) != 0;
    Fact.Builder fact = Fact.builder(id, kind.name(), SubjectRef.business(own ? "S1" : "S2"), at);
    if (!own || random.nextInt(5) == 0) {
      fact.ref("maker", SubjectRef.business("S1"));
    }
    if (random.nextInt(3) == 0) {
      fact.until(moment());
    }
    for (AttributeDeclaration attribute : kind.attributes()) {
      if (attribute.required() || random.nextInt(8) != 0) {
        fact.attribute(attribute.name(), value(attribute.type()));
      }
    }
    return fact.build();
  }

  private Moment moment() {
    LocalDate day = day();
    return random.nextInt(3) == 0
        ? Moment.of(day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC))
        : Moment.of(day);
  }

  private LocalDate day() {
    return AS_OF.minusDays(random.nextInt(10) == 0 ? random.nextInt(900) - 5 : random.nextInt(12));
  }

  private AttributeValue value(AttributeType type) {
    return switch (type) {
      case STRING -> AttributeValue.string(oneOf("", "a", "长".repeat(3)));
      case CODE -> AttributeValue.code(word());
      case DECIMAL ->
          AttributeValue.decimal(
              isModest
                  ? oneOf("0", "1", "-1", "2.5", "0.005", "13", "480", "7")
                  : oneOf(
                      "0",
                      "1",
                      "-1",
                      "2.5",
                      "0.005",
                      "13",
                      "480",
                      "1000.01",
                      "999999999999999999",
                      "0.000000000000000001"));
      case BOOLEAN -> AttributeValue.bool(random.nextBoolean());
      case DATE -> AttributeValue.date(day());
      case CODES -> AttributeValue.codes(List.of(word(), word()).subList(0, random.nextInt(3)));
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
