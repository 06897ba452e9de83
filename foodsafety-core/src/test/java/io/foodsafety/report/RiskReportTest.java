package io.foodsafety.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.Label;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.report.ReasonLine;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.region.FolderPack;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on the risk of a small city whose records say more than its region. */
class RiskReportTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 31);
  private static final String POLICY =
      """
      {"policy": "p", "version": "1", "zone": "Asia/Shanghai",
       "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
       "noGrade": [{"item": "none.closed", "basis": "test",
         "when": {"eq": [{"orElse": [{"subject": "$format"}, "open"]}, "closed"]}}],
       "static": [
         {"item": "static.area", "basis": "test",
          "value": {"subject": "areaM2"}},
         {"item": "static.unnamed", "value": {"subject": "staff"}, "basis": "test"}],
       "bands": [{"grade": "A", "from": 0, "to": 1}, {"grade": "B", "above": 1}]}
      """;

  @TempDir private static Path folder;
  private FoodSafety city;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("pack.json"),
        """
        {"pack": "small", "format": 1, "version": "1", "zone": "Asia/Shanghai",
         "title": {"zh": "小城", "en": "Small"}, "division": "360100",
         "files": ["p.json",
           {"file": "divisions.csv", "table": "divisions", "key": ["code"]},
           {"file": "texts.csv", "table": "texts", "key": ["key"]}]}
        """);
    Files.writeString(folder.resolve("p.json"), POLICY);
    Files.writeString(
        folder.resolve("divisions.csv"),
        """
        code,name,nameEn,parent
        360100,小城,Small City,
        360102,东湖区,Donghu,360100
        """);
    Files.writeString(
        folder.resolve("texts.csv"),
        """
        key,zh,en
        segment.catering,餐饮,Catering
        item.none.closed,已停业,Closed
        item.static.area,面积,Area
        """);
    city = new ProbeStorage().city().region("small").pack(FolderPack.of(folder)).build();
  }

  @AfterEach
  void close() {
    city.close();
  }

  private static Subject.Builder business(String id) {
    return Subject.builder(id, "Business " + id);
  }

  private BusinessBlock block(Locale locale, Subject.Builder... businesses) {
    Session office = city.as(Actor.system("test"));
    for (Subject.Builder business : businesses) {
      assertThat(office.subjects().register(business.build()).issues()).isEmpty();
    }
    return (BusinessBlock) office.reports().risk("p", DAY, locale).blocks().get(0);
  }

  private static List<BusinessRow> rows(BusinessBlock block) {
    try (Stream<BusinessRow> rows = block.businesses().stream()) {
      return rows.toList();
    }
  }

  @Test
  void placesThatTheRegionDoesNotNameKeepTheirCodes() throws IOException {
    BusinessBlock block =
        block(
            Locale.ENGLISH,
            business("S1").division(DivisionCode.of("360102003")).segment("catering"),
            business("S2").division(DivisionCode.of("360103")).segment("fishing"),
            business("S3").division(DivisionCode.of("360100")).segment("fishing"),
            business("S4"));

    assertThat(block.divisions())
        .extracting(MapArea::code, MapArea::name)
        .containsExactly(
            tuple("360102", "Donghu"), tuple("360100", "Small City"), tuple("360103", "360103"));
    assertThat(block.segments())
        .extracting(Label::code, Label::text)
        .containsExactly(tuple("catering", "Catering"), tuple("fishing", "fishing"));
    assertThat(rows(block))
        .extracting(row -> row.division() + " " + row.segment())
        .containsExactly("360102 catering", "360103 fishing", "360100 fishing", " ");

    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Session office = city.as(Actor.system("test"));
    office.reports().render(office.reports().risk("p", DAY, Locale.ENGLISH), "csv", Map.of(), csv);
    assertThat(csv.toString(UTF_8)).contains("S2,Business S2,360103,360103,fishing,");
  }

  @Test
  void reasonsNameTheRulesBeforeTheirCodes() {
    Subject.Builder[] businesses = {business("S1").format("closed"), business("S2")};

    assertThat(rows(block(Locale.ENGLISH, businesses)))
        .extracting(BusinessRow::remark)
        .containsExactly(
            "The policy gives no grade because of (Closed [none.closed]).",
            "Not known: Area [static.area], static.unnamed.");
    List<BusinessRow> chinese = rows(block(Locale.CHINA));
    assertThat(chinese)
        .extracting(BusinessRow::remark)
        .containsExactly("因（已停业 [none.closed]），不予评级。", "以下各项未知：面积 [static.area]、static.unnamed。");
    assertThat(chinese.get(0).lines()).extracting(ReasonLine::value).containsExactly("是");
    assertThat(chinese.get(1).lines())
        .extracting(ReasonLine::title, ReasonLine::effect)
        .contains(tuple("面积", "主体属性（areaM2）在 2024-05-31 未知。"));
  }
}
