package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up fact of one of the standard kinds. */
final class SampleFact {

  private static final int DAYS = 3 * 365;
  private static final int ITEMS_CHECKED = 56;

  private static final List<String> PRODUCTS = List.of("大米", "酱油", "酱卤肉", "豆腐", "糕点", "饮用水", "青椒");
  private static final List<String> FAILED_TESTS =
      List.of("aerobic-plate-count", "benzoic-acid", "sorbic-acid", "peroxide-value", "cadmium");
  private static final List<String> PENALTIES =
      List.of("warning", "fine", "fine", "fine", "confiscation", "stop");
  private static final List<String> OFFENCES =
      List.of("no-purchase-proof", "expired-food", "hygiene", "staff-health", "label");

  private final LocalDate until;
  private final SplittableRandom random;

  SampleFact(LocalDate until, SplittableRandom random) {
    this.until = until;
    this.random = random;
  }

  Fact of(String id, String subject, String producer) {
    Moment at = Moment.of(until.minusDays(random.nextInt(DAYS)));
    SubjectRef business = SubjectRef.business(subject);
    int share = random.nextInt(100);
    if (share < 45) {
      return inspection(Fact.builder(id, "inspection", business, at));
    }
    if (share < 70) {
      return sample(Fact.builder(id, "sample", business, at), producer);
    }
    if (share < 85) {
      return selfCheck(Fact.builder(id, "self-check", business, at));
    }
    if (share < 92) {
      return complaint(Fact.builder(id, "complaint", business, at));
    }
    return share < 96
        ? penalty(Fact.builder(id, "penalty", business, at))
        : training(Fact.builder(id, "training", business, at));
  }

  private Fact inspection(Fact.Builder fact) {
    List<String> failed = failedItems();
    return fact.attribute("type", code(random.nextInt(10) == 0 ? "flight" : "routine"))
        .attribute("outcome", code(failed.isEmpty() ? "no-problem" : "problem-found"))
        .attribute("itemsChecked", AttributeValue.decimal(ITEMS_CHECKED))
        .attribute("itemsFailed", AttributeValue.decimal(failed.size()))
        .attribute("keyItemsFailed", AttributeValue.decimal(failed.size() > 4 ? 1 : 0))
        .attribute("failedItems", AttributeValue.codes(failed))
        .attribute("score", tenths(100 - failed.size() * 15))
        .build();
  }

  /** Mostly none or few, seldom many. */
  private List<String> failedItems() {
    int count = random.nextInt(3) == 0 ? 0 : random.nextInt(1 + random.nextInt(12));
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add((1 + i) + "." + (1 + random.nextInt(9)));
    }
    return items;
  }

  private Fact sample(Fact.Builder fact, String producer) {
    boolean failed = random.nextInt(40) == 0;
    fact.ref("producer", SubjectRef.business(producer))
        .attribute("programme", code("supervision"))
        .attribute("level", code(pick(List.of("county", "city", "city", "province"))))
        .attribute("product", AttributeValue.string(pick(PRODUCTS)))
        .attribute("items", AttributeValue.decimal(3 + random.nextInt(20)))
        .attribute("verdict", code(failed ? "non-compliant" : "compliant"));
    if (failed) {
      fact.attribute("failedItems", AttributeValue.codes(List.of(pick(FAILED_TESTS))));
    }
    return fact.build();
  }

  private Fact selfCheck(Fact.Builder fact) {
    return fact.attribute("level", code(pick(List.of("daily", "weekly", "monthly"))))
        .attribute("itemsFailed", AttributeValue.decimal(random.nextInt(3)))
        .attribute("late", AttributeValue.bool(random.nextInt(12) == 0))
        .build();
  }

  private Fact complaint(Fact.Builder fact) {
    return fact.attribute("channel", code("12315"))
        .attribute("category", code(pick(OFFENCES)))
        .attribute("upheld", AttributeValue.bool(random.nextInt(4) == 0))
        .build();
  }

  private Fact penalty(Fact.Builder fact) {
    String type = pick(PENALTIES);
    fact.attribute("type", code(type)).attribute("offence", code(pick(OFFENCES)));
    if (!type.equals("warning")) {
      fact.attribute("fine", AttributeValue.decimal(500L * (1 + random.nextInt(100))));
    }
    return fact.attribute("deliberate", AttributeValue.bool(random.nextInt(20) == 0)).build();
  }

  private Fact training(Fact.Builder fact) {
    return fact.attribute("hours", AttributeValue.decimal(2 + random.nextInt(40)))
        .attribute("passed", AttributeValue.bool(random.nextInt(10) > 0))
        .source("training-" + until.getYear())
        .build();
  }

  private static AttributeValue code(String word) {
    return AttributeValue.code(word);
  }

  private static AttributeValue tenths(int value) {
    return new AttributeValue.Decimal(BigDecimal.valueOf(Math.max(0, value), 1));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
