package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up two years of a business of the demonstration: inspections, samples, complaints and
 * penalties, and the credit class of producers. Some businesses are careless, and more happens to
 * them.
 */
final class DemoFacts {

  private static final int DAYS = 2 * 365;
  private static final List<String> PRODUCTS =
      List.of("大米", "酱油", "酱卤肉", "豆腐", "糕点", "饮用水", "青椒", "鲫鱼", "凉皮");
  private static final List<String> FAILED_TESTS =
      List.of("aerobic-plate-count", "benzoic-acid", "sorbic-acid", "peroxide-value", "cadmium");
  private static final List<String> OFFENCES =
      List.of("no-purchase-proof", "expired-food", "hygiene", "staff-health", "label");

  private final Subject subject;
  private final LocalDate until;
  private final SplittableRandom random;
  private final List<Fact> facts = new ArrayList<>();
  private final int items;

  /** From 0, careful, to 1, careless; most are careful. */
  private final double carelessness;

  DemoFacts(Subject subject, LocalDate until, SplittableRandom random) {
    this.subject = subject;
    this.until = until;
    this.random = random;
    this.items =
        switch (subject.segment().orElseThrow()) {
          case "production" -> 54;
          case "sales" -> 53;
          default -> 30;
        };
    double share = random.nextDouble();
    this.carelessness = share * share * share;
  }

  List<Fact> all() {
    int inspections = 1 + random.nextInt(2) + (carelessness > 0.4 ? 2 : 0);
    for (int i = 0; i < inspections; i++) {
      inspection();
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      sample();
    }
    if (random.nextDouble() < 0.1 + carelessness / 2) {
      complaint();
    }
    if (random.nextDouble() < carelessness / 3) {
      penalty();
    }
    if (subject.segment().orElseThrow().equals("production")) {
      credit();
    }
    return facts;
  }

  /** The class of general credit risk, which the draft of 2022 counts. */
  private void credit() {
    String label = List.of("A", "B", "C", "D").get((int) (carelessness * 3.999));
    facts.add(
        begin("grading")
            .attribute("scale", code("credit-general"))
            .attribute("label", code(label))
            .build());
  }

  private void inspection() {
    int failed = (int) Math.round(items * Math.min(0.95, carelessness * random.nextDouble(1.2)));
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < failed; i++) {
      numbers.add((1 + i / 6) + "." + (1 + i % 6));
    }
    BigDecimal score =
        BigDecimal.TEN
            .multiply(BigDecimal.valueOf(items - failed))
            .divide(BigDecimal.valueOf(items), 1, RoundingMode.HALF_UP);
    facts.add(
        begin("inspection")
            .attribute("type", code(random.nextInt(12) == 0 ? "double-random" : "routine"))
            .attribute("outcome", code(failed == 0 ? "no-problem" : "problem-found"))
            .attribute("itemsChecked", AttributeValue.decimal(items))
            .attribute("itemsFailed", AttributeValue.decimal(failed))
            .attribute("keyItemsFailed", AttributeValue.decimal(failed / 8))
            .attribute("failedItems", AttributeValue.codes(numbers))
            .attribute("score", new AttributeValue.Decimal(score))
            .build());
  }

  private void sample() {
    boolean isBad = random.nextDouble() < 0.01 + carelessness / 8;
    Fact.Builder fact =
        begin("sample")
            .attribute("programme", code("supervision"))
            .attribute("level", code(pick(List.of("county", "city", "city", "province"))))
            .attribute("product", AttributeValue.string(pick(PRODUCTS)))
            .attribute("items", AttributeValue.decimal(3 + random.nextInt(20)))
            .attribute("verdict", code(isBad ? "non-compliant" : "compliant"));
    if (isBad) {
      fact.attribute("failedItems", AttributeValue.codes(List.of(pick(FAILED_TESTS))));
    }
    facts.add(fact.build());
  }

  private void complaint() {
    facts.add(
        begin("complaint")
            .attribute("channel", code("12315"))
            .attribute("category", code(pick(OFFENCES)))
            .attribute("upheld", AttributeValue.bool(random.nextDouble() < carelessness))
            .build());
  }

  private void penalty() {
    String type = pick(List.of("warning", "fine", "fine", "confiscation", "stop"));
    Fact.Builder fact =
        begin("penalty")
            .attribute("type", code(type))
            .attribute("offence", code(pick(OFFENCES)))
            .attribute("deliberate", AttributeValue.bool(random.nextInt(5) == 0));
    if (!type.equals("warning")) {
      fact.attribute("fine", AttributeValue.decimal(500L * (1 + random.nextInt(100))));
    }
    facts.add(fact.build());
  }

  private Fact.Builder begin(String kind) {
    return Fact.builder(
        subject.id() + "-" + (facts.size() + 1),
        kind,
        subject.ref(),
        Moment.of(until.minusDays(random.nextInt(DAYS))));
  }

  private static AttributeValue code(String word) {
    return AttributeValue.code(word);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
