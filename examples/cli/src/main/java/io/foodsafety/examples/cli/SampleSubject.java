package io.foodsafety.examples.cli;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A made-up business with codes whose check digits are right. */
final class SampleSubject {

  /** Counties of several provinces. */
  private static final List<String> DIVISIONS =
      List.of("360102", "360113", "320411", "320613", "440784", "440705");

  private static final List<String> GIVEN_NAMES =
      List.of("福满", "顺发", "鑫源", "好味", "老街", "清泉", "绿野", "和记", "东升", "永兴", "百味", "金穗");

  private static final List<String> CATERING_FORMATS =
      List.of("restaurant", "snack-bar", "drinks", "canteen", "school-canteen");

  private static final List<String> FOOD_CATEGORIES =
      List.of("0101", "0201", "030501", "0402", "0601", "0801", "1102", "1401", "1801", "2401");

  private final SplittableRandom random;
  private final LocalDate until;
  private final SampleCodes codes;

  private SampleSubject(LocalDate until, SplittableRandom random) {
    this.until = until;
    this.random = random;
    this.codes = new SampleCodes(until, random);
  }

  static Subject of(String id, int number, LocalDate until, SplittableRandom random) {
    return new SampleSubject(until, random).build(id, number);
  }

  private Subject build(String id, int number) {
    String division = pick(DIVISIONS);
    int share = random.nextInt(100);
    Subject.Builder subject =
        share < 60
            ? catering(id, number, division)
            : share < 90 ? sales(id, number, division) : production(id, number, division);
    return subject
        .creditCode(codes.creditCode(division))
        .division(DivisionCode.of(division))
        .location(
            GeoPoint.of(
                (28_000_000 + random.nextInt(1_000_000)) / 1e6,
                (115_000_000 + random.nextInt(1_000_000)) / 1e6))
        .attribute("staff", AttributeValue.decimal(2 + random.nextInt(60)))
        .build();
  }

  private Subject.Builder catering(String id, int number, String division) {
    String format = pick(CATERING_FORMATS);
    Subject.Builder subject =
        Subject.builder(id, pick(GIVEN_NAMES) + "餐饮" + (number + 1) + "号店")
            .segment("catering")
            .format(format)
            .attribute("areaM2", AttributeValue.decimal(20 + random.nextInt(900)))
            .licence(codes.licence("JY2", division));
    if (format.endsWith("canteen")) {
      subject.attribute("diners", AttributeValue.decimal(30 + random.nextInt(900)));
    }
    if (random.nextInt(10) == 0) {
      int enlarged = 900 + random.nextInt(900);
      subject.attribute(
          "areaM2", AttributeValue.decimal(enlarged), until.minusDays(random.nextInt(700)));
    }
    return subject;
  }

  private Subject.Builder sales(String id, int number, String division) {
    Subject.Builder subject =
        Subject.builder(id, pick(GIVEN_NAMES) + "超市" + (number + 1) + "号店")
            .segment("sales")
            .format(random.nextInt(4) == 0 ? "supermarket" : "convenience-store")
            .attribute("areaM2", AttributeValue.decimal(20 + random.nextInt(4_000)))
            .attribute("suppliers", AttributeValue.decimal(1 + random.nextInt(350)))
            .licence(codes.licence("JY1", division));
    Stream.of(
            "itemsAmbientPackaged",
            "itemsChilledPackaged",
            "itemsFrozenPackaged",
            "itemsAmbientBulk",
            "itemsChilledBulk",
            "itemsFrozenBulk")
        .forEach(name -> subject.attribute(name, AttributeValue.decimal(random.nextInt(1_200))));
    return subject;
  }

  private Subject.Builder production(String id, int number, String division) {
    return Subject.builder(id, pick(GIVEN_NAMES) + "食品厂" + (number + 1))
        .segment("production")
        .format("factory")
        .attribute(
            "foodCategories",
            AttributeValue.codes(
                Stream.of(pick(FOOD_CATEGORIES), pick(FOOD_CATEGORIES)).distinct().toList()))
        .licence(codes.licence("SC1" + "%02d".formatted(1 + random.nextInt(31)), division));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
