package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.PackTable;
import io.foodsafety.region.PackValue;
import io.foodsafety.region.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows, compared with what the instruments say of themselves: counts, ranges, maxima. */
class ChinaTablesTest {

  private static final Region CHINA = Region.load("cn", new ChinaRegionPlugin().regionPacks());
  private static final LocalDate DAY = LocalDate.of(2024, 12, 31);
  private static final List<String> WITH_ROWS =
      List.of(
          "cn-risk-2016-producers",
          "cn-risk-2016-health-food",
          "cn-risk-2016-sales",
          "cn-risk-2016-catering",
          "cn-risk-2016-grades",
          "cn-catering-dynamic-grades",
          "cn-catering-annual-grades",
          "cn-responsibility-levels",
          "cn-responsibility-grades",
          "cn-inspection-priorities",
          "cn-serious-violation-offences",
          "cn-serious-violations-grades",
          "cn-penalty-publicity-grades",
          "cn-barred-persons-grades",
          "cn-serious-circumstances-grades",
          "cn-claimant-indicators-grades",
          "cn-supervision-grades",
          "cn-special-foods",
          "cn-risk-2022-draft-tiers",
          "cn-risk-2022-draft-grades");

  /** Instruments of which the text was read. */
  private static final List<String> READ =
      List.of("市场监管总局令第49号", "（市场监管总局令第45号，2021年9月1日起施行）", "《中华人民共和国食品安全法》", "《中华人民共和国食品安全法实施条例》");

  private static PackTable table(String id) {
    return CHINA.table(id, DAY).orElseThrow();
  }

  private static BigDecimal points(PackTable.Row row) {
    return row.number("points").orElseThrow();
  }

  /** Ⅰ 13.5 to 14.5, Ⅱ 15.5 to 20, Ⅲ 20.5 to 24.5, Ⅳ 25.5 to 31.5; steps of a half. */
  @Test
  void producersAreAllThereWithPointsInTheRangeOfTheirClass() {
    Map<String, String> ranges = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (PackTable.Row row : table("cn-risk-2016-producers").rows()) {
      String riskClass = row.text("class").orElse("-");
      counts.merge(riskClass, 1, Integer::sum);
      assertThat(points(row).multiply(BigDecimal.valueOf(2)).stripTrailingZeros().scale())
          .isLessThanOrEqualTo(0);
      if (points(row).signum() > 0) {
        String range = ranges.getOrDefault(riskClass, points(row) + " " + points(row));
        BigDecimal least = new BigDecimal(range.split(" ")[0]).min(points(row));
        BigDecimal most = new BigDecimal(range.split(" ")[1]).max(points(row));
        ranges.put(riskClass, least + " " + most);
      }
      assertThat(row.cells().get("code")).startsWith(row.cells().get("categoryNo"));
      assertThat(row.cells()).doesNotContainEntry("nameZh", "").doesNotContainEntry("nameEn", "");
    }

    assertThat(ranges)
        .isEqualTo(
            Map.of("I", "13.5 14.5", "II", "15.5 20", "III", "20.5 24.5", "IV", "25.5 31.5"));
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(101);
    assertThat(counts).containsEntry("-", 2);
    assertThat(
            table("cn-risk-2016-producers").rows().stream()
                .map(row -> row.cells().get("categoryNo"))
                .distinct())
        .hasSize(32);
  }

  @ParameterizedTest(name = "{0}: {1} points, class {2}")
  @CsvSource({
    "0101, 13.5, I", "0104, 14, I", "0202, 18.5, II", "030102, 19, II", "040102, 25.5, IV",
    "0404, 23, III", "050104, 28, IV", "0604, 22.5, III", "0801, 17.5, II", "0901, 21, III",
    "100101, 25.5, IV", "110102, 20, II", "1304, 20.5, III", "150102, 21, III", "1506, 16, II",
    "2001, 14.5, I", "2302, 14.5, I", "2403, 24.5, III", "250102, 21, III", "2701, 0, IV",
    "2901, 31.5, IV", "3001, 30, IV", "3101, 14.5, I", "3203, 20.5, III"
  })
  void producersHaveThePointsOfTheTable(String code, BigDecimal points, String riskClass) {
    PackTable.Row row = table("cn-risk-2016-producers").find(code).orElseThrow();

    assertThat(points(row)).isEqualByComparingTo(points);
    assertThat(row.text("class")).contains(riskClass);
  }

  @ParameterizedTest(name = "{0}: the maxima are {1}, together {2}")
  @CsvSource({
    "cn-risk-2016-health-food, formula=5 function=10 material=13 storage=5 unsuitable=7, 40",
    "cn-risk-2016-sales, ambient-bulk=5 ambient-packaged=2 area=4 chilled-bulk=9 chilled-packaged=7 frozen-bulk=4 frozen-packaged=3 suppliers=6, 40",
    "cn-risk-2016-catering, area=10 diners=10, 20"
  })
  void maximaAreThoseThatTheInstrumentNames(String table, String maxima, BigDecimal sum) {
    Map<String, BigDecimal> found =
        table(table).rows().stream()
            .collect(
                Collectors.toMap(
                    row -> row.cells().get("factor"),
                    ChinaTablesTest::points,
                    BigDecimal::max,
                    TreeMap::new));

    assertThat(
            found.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" ")))
        .isEqualTo(maxima);
    assertThat(found.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum);
  }

  /** Each bound belongs to the lower row. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "cn-risk-2016-sales, area, 0:1 200:1 201:2 1000:2 1001:2.5 2000:2.5 2001:3 3000:3 3001:4",
    "cn-risk-2016-sales, ambient-packaged, 0:0 1:0.5 500:0.5 501:1 2000:1 2001:1.2 5000:1.2 5001:1.5 10000:1.5 10001:2",
    "cn-risk-2016-sales, chilled-packaged, 0:0 1:1 100:1 101:3 300:3 301:4 600:4 601:5 1000:5 1001:7",
    "cn-risk-2016-sales, frozen-packaged, 0:0 1:1 100:1 101:1.5 300:1.5 301:2 600:2 601:2.5 1000:2.5 1001:3",
    "cn-risk-2016-sales, ambient-bulk, 0:0 1:1 100:1 101:1.5 300:1.5 301:2 600:2 601:3 1000:3 1001:5",
    "cn-risk-2016-sales, chilled-bulk, 0:0 1:6 30:6 31:6.5 50:6.5 51:7 100:7 101:8 150:8 151:9",
    "cn-risk-2016-sales, frozen-bulk, 0:0 1:1 50:1 51:2 100:2 101:2.5 200:2.5 201:3 300:3 301:4",
    "cn-risk-2016-sales, suppliers, 0:0 1:2 50:2 51:3 100:3 101:4 200:4 201:5 300:5 301:6",
    "cn-risk-2016-catering, area, 1:2 150:2 151:4 500:4 501:6 1000:6 1001:8 3000:8 3001:10",
    "cn-risk-2016-catering, diners, 1:2 50:2 51:4 300:4 301:7 500:7 501:10"
  })
  void bandsAreThoseOfTheTable(String table, String factor, String values) {
    for (String value : values.split(" ")) {
      BigDecimal number = new BigDecimal(value.split(":")[0]);
      assertThat(
              table(table).rows().stream()
                  .filter(row -> row.cells().get("factor").equals(factor))
                  .filter(row -> row.number("above").map(a -> number.compareTo(a) > 0).orElse(true))
                  .filter(row -> row.number("to").map(to -> number.compareTo(to) <= 0).orElse(true))
                  .map(row -> row.cells().get("points")))
          .as(value)
          .containsExactly(value.split(":")[1]);
    }
  }

  @ParameterizedTest(name = "{0}: from {1} to {2} a year")
  @CsvSource({"A, 1, ", "B, 1, 2", "C, 2, 3", "D, 3, 4"})
  void frequenciesAreTheNationalOnes(String grade, BigDecimal min, BigDecimal max) {
    PackTable.Row row = table("cn-risk-2016-grades").find(grade).orElseThrow();

    assertThat(row.number("minPerYear")).contains(min);
    assertThat(row.number("maxPerYear").orElse(null)).isEqualTo(max);
    assertThat(row.text("colour")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cn-risk-2016-special-medical",
        "cn-risk-2016-meal-delivery",
        "cn-risk-2016-central-kitchen",
        "cn-risk-2016-dishes",
        "cn-risk-2016-perishable",
        "cn-risk-2016-dynamic",
        "cn-responsibility-size",
        "cn-publicity-small-fine",
        "cn-claimant-thresholds",
        "cn-supervision-credit",
        "cn-risk-2022-draft-static",
        "cn-risk-2022-draft-dynamic",
        "cn-risk-2022-draft-credit",
        "cn-risk-2022-draft-bounds"
      })
  void whatIsNotPublishedIsEmptyAndSaysWhy(String id) {
    assertThat(table(id).rows()).isEmpty();
    assertThat(table(id).toBeLoaded().orElseThrow()).hasSizeGreaterThan(40).endsWith(").");
  }

  @Test
  void everyRowSaysHowSureItIs() {
    assertThat(WITH_ROWS)
        .allSatisfy(
            id -> {
              assertThat(table(id).rows()).isNotEmpty();
              assertThat(table(id).basis()).isNotEmpty();
              assertThat(table(id).rows())
                  .allSatisfy(
                      row ->
                          assertThat(row.cells().get("confidence"))
                              .isIn("C", "C-part", "M", "U", "NOT FOUND"));
            });
  }

  /** Articles are named only where the text of the instrument was read. */
  @Test
  void articlesAreNamedOnlyWhereTheTextWasRead() {
    String one = "第[一二三四五六七八九十百]+条";
    Pattern article = Pattern.compile("[^\\s、；]*?" + one + "(?:第.款|[、至]" + one + ")*");
    TreeSet<String> named = new TreeSet<>();
    for (PackValue value : CHINA.values(DAY)) {
      Matcher matcher = article.matcher(value.value());
      while (matcher.find()) {
        named.add(matcher.group());
      }
    }

    assertThat(named)
        .contains("食品生产经营监督检查管理办法（市场监管总局令第49号）第二十二条")
        .allSatisfy(each -> assertThat(READ).as(each).anyMatch(each::contains));
  }

  @Test
  void priorityIsThatOfOrder49() {
    assertThat(table("cn-inspection-priorities").rows())
        .extracting(row -> row.cells().get("id"))
        .containsExactly(
            "special-food",
            "production-c",
            "production-d",
            "sales-d",
            "catering-d",
            "central-kitchen",
            "meal-delivery");
  }

  @Test
  void textsAreThereInBothLanguages() {
    assertThat(table("texts").rows())
        .allSatisfy(
            row -> {
              assertThat(row.text("zh")).isPresent();
              assertThat(row.text("en")).isPresent();
            });
    List<String> keys =
        Stream.of("segment.production", "format.school-canteen", "grade.catering-annual.A")
            .toList();
    assertThat(keys.stream().map(key -> CHINA.text(key, Locale.CHINA)))
        .containsExactly("食品生产", "学校食堂", "优秀");
  }

  @Test
  void gradesOfEveryPolicyAreNamed() {
    assertThat(CHINA.policies())
        .allSatisfy(
            policy ->
                assertThat(table(policy.id() + "-grades").rows())
                    .extracting(row -> row.cells().get("grade"))
                    .containsExactlyElementsOf(
                        policy.scale().labels().stream()
                            .sorted(Comparator.naturalOrder())
                            .toList()));
  }
}
