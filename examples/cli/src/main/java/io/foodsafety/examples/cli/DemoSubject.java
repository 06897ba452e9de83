package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.region.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up a business of the demonstration, with all that the risk policy asks of it. */
final class DemoSubject {

  private static final List<String> GIVEN_NAMES =
      List.of(
          "赣味", "豫章", "滕王", "福满", "顺发", "鑫源", "好味", "老街", "清泉", "绿野", "和记", "东升", "永兴", "百味", "金穗",
          "瑞祥", "聚贤", "江南", "春晖", "洪城");

  private static final List<String> RESTAURANTS =
      List.of("restaurant", "fast-food", "snack-bar", "drinks");

  private static final List<String> CANTEENS =
      List.of("school-canteen", "nursery-canteen", "staff-canteen", "site-canteen");

  /** Classes of producers with different points, one of them health food. */
  private static final List<String> FOOD_CATEGORIES =
      List.of(
          "0101", "0102", "0201", "030101", "030501", "040101", "0402", "0404", "0502", "0601",
          "0801", "110101", "1301", "1401", "150101", "1601", "1801", "2201", "2401", "250102",
          "2701");

  private final DemoPlaces places;
  private final SplittableRandom random;
  private final SampleCodes codes;

  DemoSubject(DemoPlaces places, LocalDate until, SplittableRandom random) {
    this.places = places;
    this.random = random;
    this.codes = new SampleCodes(until, random);
  }

  Subject of(int number) {
    String id = "B%06d".formatted(number + 1);
    Divisions.Entry district = places.district(random);
    String division = district.code().value();
    int share = random.nextInt(100);
    Subject.Builder subject =
        share < 54
            ? catering(id, number, division)
            : share < 95 ? sales(id, number, division) : production(id, number, division);
    subject
        .creditCode(codes.creditCode(division))
        .division(district.code())
        .attribute("staff", decimal(2 + random.nextInt(60)));
    // A few have no known place: the map says how many.
    return random.nextInt(200) == 0
        ? subject.build()
        : subject.location(places.place(district, random)).build();
  }

  private Subject.Builder catering(String id, int number, String division) {
    int share = random.nextInt(100);
    String format =
        share < 76
            ? pick(RESTAURANTS)
            : share < 97 ? pick(CANTEENS) : share < 99 ? "central-kitchen" : "meal-delivery";
    int dishes = 10 + random.nextInt(1 + random.nextInt(120));
    Subject.Builder subject =
        Subject.builder(id, name(number, format.endsWith("canteen") ? "食堂" : "餐饮店"))
            .segment("catering")
            .format(format)
            .attribute("areaM2", decimal(skewed(15, 4_000)))
            .attribute("diners", decimal(skewed(20, 1_500)))
            .attribute("mealsPerDay", decimal(skewed(100, 6_000)))
            .attribute("itemsHotDishes", decimal(dishes))
            .attribute("itemsColdDishes", decimal(some(dishes / 2)))
            .attribute("itemsRawDishes", decimal(random.nextInt(12) == 0 ? some(20) : 0))
            .attribute("itemsPastry", decimal(some(25)))
            .attribute("itemsDrinks", decimal(some(30)))
            .attribute("itemsOtherDishes", decimal(some(5)))
            .licence(codes.licence(format.endsWith("canteen") ? "JY3" : "JY2", division));
    List<String> perishable = new ArrayList<>();
    for (String kind : List.of("cold", "pastry", "hot")) {
      if (random.nextInt(3) == 0) {
        perishable.add(kind);
      }
    }
    return subject.attribute(
        "perishable", AttributeValue.codes(perishable.isEmpty() ? List.of("none") : perishable));
  }

  private Subject.Builder sales(String id, int number, String division) {
    int share = random.nextInt(100);
    String format =
        share < 55
            ? "convenience-store"
            : share < 85
                ? "grocery"
                : share < 95 ? "supermarket" : share < 98 ? "food-trader" : "online-seller";
    int size = format.equals("supermarket") ? 1 + random.nextInt(6) : 1;
    Subject.Builder subject =
        Subject.builder(id, name(number, format.equals("supermarket") ? "超市" : "商店"))
            .segment("sales")
            .format(format)
            .attribute("areaM2", decimal(skewed(12, 200) * size * size))
            .attribute("suppliers", decimal(skewed(2, 80) * size))
            .licence(codes.licence("JY1", division));
    for (String items :
        List.of(
            "itemsAmbientPackaged",
            "itemsChilledPackaged",
            "itemsFrozenPackaged",
            "itemsAmbientBulk",
            "itemsChilledBulk",
            "itemsFrozenBulk")) {
      boolean has = items.equals("itemsAmbientPackaged") || random.nextInt(2) == 0;
      subject.attribute(items, decimal(has ? skewed(5, 300) * size : 0));
    }
    return subject;
  }

  private Subject.Builder production(String id, int number, String division) {
    String category = pick(FOOD_CATEGORIES);
    Subject.Builder subject =
        Subject.builder(id, name(number, "食品有限公司"))
            .segment("production")
            .format(random.nextInt(3) == 0 ? "workshop" : "factory")
            .attribute("foodCategories", AttributeValue.codes(List.of(category)))
            .attribute("riskClass", AttributeValue.code(pick(List.of("I", "I", "II", "III"))))
            .licence(codes.licence("SC1" + category.substring(0, 2), division));
    if (category.equals("2701")) {
      subject
          .attribute("healthFoodMaterials", word("food-and-medicine"))
          .attribute("healthFoodFormulas", word("compound"))
          .attribute("healthFoodFunctions", word("other"))
          .attribute("healthFoodUnsuitable", word("pregnant"))
          .attribute("healthFoodStorage", word("ambient"));
    }
    return subject;
  }

  private String name(int number, String kind) {
    return pick(GIVEN_NAMES) + kind + "（演示" + (number + 1) + "）";
  }

  /** Mostly small, seldom large. */
  private int skewed(int least, int most) {
    double share = random.nextDouble();
    return least + (int) ((most - least) * share * share * share);
  }

  /** Often none. */
  private int some(int most) {
    return random.nextBoolean() ? 0 : random.nextInt(most + 1);
  }

  private static AttributeValue word(String code) {
    return AttributeValue.codes(List.of(code));
  }

  private static AttributeValue decimal(int number) {
    return AttributeValue.decimal(number);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
