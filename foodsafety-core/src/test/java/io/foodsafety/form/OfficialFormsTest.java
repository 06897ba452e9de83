package io.foodsafety.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.SourceTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The forms in the box against the official tables, where these are at hand: the folder that the
 * property {@code foodsafety.data} names.
 */
class OfficialFormsTest {

  private static final String TABLES =
      """
      cn-catering-2016              | check_2016_catering              | 30 |  7
      cn-production-2016            | check_2016_production            | 54 | 22
      cn-sales-2016                 | check_2016_sales                 | 53 | 12
      cn-healthfood-production-2016 | check_2016_healthfood_production | 89 | 32
      cn-catering-2022-known        | check_2022_catering_partial      | 13 |  4
      """;

  private static Path table(String name) {
    return Path.of(System.getProperty("foodsafety.data", "-"), "forms", name + ".csv");
  }

  private static List<Map<String, String>> rows(String name) throws IOException {
    Path file = table(name);
    assumeThat(file).as("the official table " + name + " is not at hand").exists();
    SourceTable table =
        SourceTable.read(Files.readAllBytes(file), file.toString(), new IssueCollector());
    List<Map<String, String>> named = new ArrayList<>();
    for (SourceTable.Row row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.put(table.columns().get(i), row.cells().get(i));
      }
      named.add(cells);
    }
    return named;
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLES)
  void haveSoManyItemsAndKeyItems(String form, String table, int items, long keyItems) {
    assertThat(FormFixture.shipped(form).items()).as(table).hasSize(items);
    assertThat(FormFixture.shipped(form).items().stream().filter(FormItem::key))
        .hasSize((int) keyItems);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLES)
  void haveTheNumbersMarksAndGroupsOfTheTable(String form, String table) throws IOException {
    List<String> official =
        rows(table).stream()
            .map(
                row ->
                    String.join(
                        " ",
                        cell(row, "group_no"),
                        cell(row, "group").replaceFirst("\\(\\d+项\\)$", ""),
                        cell(row, "item_no"),
                        cell(row, "key").equals("yes") ? "key" : "general",
                        cell(row, "special_food_T").equals("yes") ? "T" : "-"))
            .toList();
    List<String> ours = new ArrayList<>();
    for (FormSection section : FormFixture.shipped(form).sections()) {
      for (FormItem item : section.items()) {
        ours.add(
            String.join(
                " ",
                section.number(),
                section.title().zh(),
                item.number(),
                item.key() ? "key" : "general",
                item.marks().contains("special-food") ? "T" : "-"));
      }
    }
    assertThat(ours).isEqualTo(official);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLES)
  void haveWordsOfOurOwnAndTakeTheOfficialOnes(String form, String table) throws IOException {
    List<Map<String, String>> rows = rows(table);
    FormTemplate own = FormFixture.shipped(form);
    FormTemplate official = own.withWording(FormWording.read(table(table)));
    for (int i = 0; i < rows.size(); i++) {
      String text = cell(rows.get(i), "text").strip();
      assertThat(official.items().get(i).text().zh()).isEqualTo(text);
      assertThat(own.items().get(i).text().zh() + "。").isNotEqualTo(text).hasSizeLessThan(45);
      assertThat(own.items().get(i).text().zh()).isNotEqualTo(text);
    }
  }

  @Test
  void haveTheLocalPointsOfTheLocalTable() throws IOException {
    FormTemplate form = FormFixture.shipped("cn-catering-points-jiangsu-2018");
    assertThat(form.status()).isEqualTo("local");
    Map<String, String> columns =
        Map.of(
            "large", "points_large",
            "small", "points_small",
            "central-kitchen-delivery", "points_central_kitchen_delivery",
            "canteen", "points_canteen");
    for (Map<String, String> row : rows("dynamic_catering_jiangsu_2018")) {
      FormItem item = form.findItem(cell(row, "item_no")).orElseThrow();
      columns.forEach(
          (word, column) -> {
            String points = cell(row, column);
            Optional<BigDecimal> ours =
                item.points().or(() -> item.weight().map(weight -> weight.byWord().get(word)));
            assertThat(ours.map(BigDecimal::toPlainString).orElse(""))
                .as("%s %s", item.number(), word)
                .isEqualTo(points);
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"large", "small", "central-kitchen-delivery", "canteen"})
  void giveAHundredPointsInEveryColumnOfTheLocalTable(String column) {
    FormTemplate form = FormFixture.shipped("cn-catering-points-jiangsu-2018");
    Optional<Subject> subject =
        Optional.of(
            Subject.builder("S1", "S1")
                .attribute("pointsColumn", AttributeValue.code(column))
                .build());
    FormEngine engine = FormEngine.of(form, FormFixture.ZONE);
    Submission.Builder visit =
        Submission.of("V", form, SubjectRef.business("S1"), Moment.parse("2024-05-02"))
            .submitters("P1", "P2")
            .value("inspectionType", AttributeValue.code("routine"));
    for (String number : engine.askedItems(visit.build(), subject)) {
      FormItem item = form.findItem(number).orElseThrow();
      visit.answer(
          number, item.points().map(Answer.satisfied()::withPoints).orElse(Answer.satisfied()));
    }
    assertThat(engine.check(visit.build(), subject)).isEmpty();
    FormResult result = engine.count(visit.build(), subject);
    assertThat(result.maximum()).contains(new BigDecimal("100"));
    assertThat(result.score()).contains(new BigDecimal("100.0"));
  }

  @Test
  void averageTheTopicsOfTheDynamicGradeToOneDecimal() {
    FormTemplate form = FormFixture.shipped("cn-catering-dynamic-2012");
    Submission.Builder visit =
        Submission.of("V", form, SubjectRef.business("S1"), Moment.parse("2024-05-02"))
            .submitters("P1", "P2")
            .value("inspectionType", AttributeValue.code("routine"));
    for (FormItem item : form.items()) {
      visit.answer(item.number(), Answer.satisfied().withPoints(new BigDecimal("9")));
    }
    visit.answer("D8", Answer.notApplicable());
    visit.answer("D9", Answer.satisfied().withPoints(new BigDecimal("8.5")));
    FormEngine engine = FormEngine.of(form, FormFixture.ZONE);
    assertThat(engine.check(visit.build(), Optional.empty())).isEmpty();
    assertThat(engine.count(visit.build(), Optional.empty()).score())
        .contains(new BigDecimal("8.9")); // 71.5 / 8 = 8.9375
  }

  @ParameterizedTest
  @CsvSource({
    "cn-sales-2016, 34, ''",
    "cn-sales-2016, 44, special-food-sales",
    "cn-production-2016, 51, food-production",
    "cn-production-2016, 53, food-additive-production"
  })
  void askWhatAppliesToTheActivitiesOfTheBusiness(String id, int asked, String activity) {
    FormTemplate form = FormFixture.shipped(id);
    List<String> activities = activity.isEmpty() ? List.of() : List.of(activity);
    Subject subject =
        Subject.builder("S1", "S1")
            .attribute("activities", AttributeValue.codes(activities))
            .build();
    Submission empty =
        Submission.of("V", form, SubjectRef.business("S1"), Moment.parse("2020-05-02")).build();
    assertThat(FormEngine.of(form, FormFixture.ZONE).askedItems(empty, Optional.of(subject)))
        .hasSize(asked);
  }

  @Test
  void keepPersonsOutOfTheFactsOfABanquet() {
    FormTemplate form = FormFixture.shipped("cn-banquet-declaration-sample");
    Submission declaration =
        Submission.of("B1", form, SubjectRef.business("V1"), Moment.parse("2024-05-02"))
            .submitters("P1")
            .value("organiser", AttributeValue.string("某人"))
            .value("telephone", AttributeValue.string("000"))
            .value("occasion", AttributeValue.string("wedding"))
            .value("place", AttributeValue.string("某村"))
            .value("date", AttributeValue.string("2024-05-10"))
            .value("meals", AttributeValue.decimal(2))
            .value("diners", AttributeValue.decimal(150))
            .value("cookSource", AttributeValue.string("hired"))
            .value("cooks", AttributeValue.string("某厨师"))
            .value("certificates", AttributeValue.bool(true))
            .build();
    FormEngine engine = FormEngine.of(form, FormFixture.ZONE);
    assertThat(engine.check(declaration, Optional.empty())).isEmpty();
    assertThat(
            engine
                .facts(
                    declaration, Optional.empty(), FormComparison.of(form, declaration, List.of()))
                .get(0)
                .attributes())
        .containsOnlyKeys("date", "occasion", "meals", "diners", "cookSource", "certificates")
        .containsEntry("occasion", AttributeValue.code("wedding"));
  }
}
