package io.foodsafety.region;

import static io.foodsafety.region.Packs.base;
import static io.foodsafety.region.Packs.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.spi.region.RegionPack;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  @Test
  void aPolicyReadsTablesOfItsPack() {
    Region region = Region.load("base", List.of(base()));
    assertThat(region.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(region.policies()).hasSize(1);
    RiskAssessment milk = assess(region, DAY, "300", "milk");
    assertThat(milk.score())
        .hasValueSatisfying(score -> assertThat(score).isEqualByComparingTo("12"));
    assertThat(milk.grade()).hasValueSatisfying(grade -> assertThat(grade.label()).isEqualTo("B"));
    assertThat(assess(region, DAY, "200", "tea").score())
        .hasValueSatisfying(score -> assertThat(score).isEqualByComparingTo("3"));
  }

  @Test
  void aPackChangesAddsAndRemovesRowsOfATableBelow() {
    Packs city =
        pack(
                "city",
                "base",
                "{\"file\": \"goods.csv\", \"table\": \"goods\", \"key\": [\"code\"], \"patch\": true}")
            .with("goods.csv", "code,name,points,removed\nmilk,Milk,9,\nwine,Wine,5,\ntea,,,yes\n");
    Region region = Region.load("city", List.of(city, base()));
    PackTable goods = region.table("goods", DAY).orElseThrow();
    assertThat(goods.rows())
        .extracting(row -> row.cells().get("code"))
        .containsExactly("milk", "wine");
    assertThat(goods.find("milk").orElseThrow().number("points"))
        .hasValueSatisfying(points -> assertThat(points).isEqualByComparingTo("9"));
    assertThat(goods.find("milk").orElseThrow().origin()).hasToString("city (city/goods.csv:2)");
    assertThat(region.table("static", DAY).orElseThrow().rows().get(0).origin())
        .hasToString("base (base/static.csv:2)");
    assertThat(assess(region, DAY, "300", "milk").score())
        .hasValueSatisfying(score -> assertThat(score).isEqualByComparingTo("13"));
    assertThat(assess(region, DAY, "300", "tea").status())
        .isEqualTo(RiskAssessment.Status.INCOMPLETE);
  }

  @Test
  void aPatchWithDatesMakesAVersionOfThePolicy() {
    Packs city =
        pack(
                "city",
                "base",
                "{\"file\": \"goods.csv\", \"table\": \"goods\", \"key\": [\"code\"], \"patch\": true,"
                    + " \"effectiveFrom\": \"2024-01-01\", \"effectiveTo\": \"2024-12-31\"}")
            .with("goods.csv", "code,name,points\nmilk,Milk,9\n");
    Region region = Region.load("city", List.of(base(), city));
    assertThat(region.policies())
        .extracting(RiskPolicy::effectiveFrom)
        .containsExactly(
            Optional.of(LocalDate.of(2020, 1, 1)),
            Optional.of(LocalDate.of(2024, 1, 1)),
            Optional.of(LocalDate.of(2025, 1, 1)));
    assertThat(region.policies())
        .extracting(RiskPolicy::effectiveTo)
        .containsExactly(
            Optional.of(LocalDate.of(2023, 12, 31)),
            Optional.of(LocalDate.of(2024, 12, 31)),
            Optional.empty());
    assertThat(region.policies().get(0).sha256())
        .isEqualTo(region.policies().get(2).sha256())
        .isNotEqualTo(region.policies().get(1).sha256());
    assertThat(points(region, LocalDate.of(2023, 12, 31))).isEqualTo("12.00");
    assertThat(points(region, LocalDate.of(2024, 1, 1))).isEqualTo("13.00");
    assertThat(points(region, LocalDate.of(2024, 12, 31))).isEqualTo("13.00");
    assertThat(points(region, LocalDate.of(2025, 1, 1))).isEqualTo("12.00");
    assertThat(region.policy("size", LocalDate.of(2019, 12, 31))).isEmpty();
  }

  @Test
  void aPackMayChangeATableOfItsOwnFromADayOn() {
    Packs city =
        pack(
                "city",
                "base",
                "{\"file\": \"g.csv\", \"table\": \"goods\", \"key\": [\"code\"]},"
                    + "{\"file\": \"p.csv\", \"table\": \"goods\", \"key\": [\"code\"], \"patch\": true,"
                    + " \"effectiveFrom\": \"2024-01-01\"}")
            .with("g.csv", "code,points\nmilk,1\n")
            .with("p.csv", "code,points\nmilk,2\n");
    Region region = Region.load("city", List.of(base(), city));
    assertThat(points(region, LocalDate.of(2023, 12, 31))).isEqualTo("5.00");
    assertThat(points(region, LocalDate.of(2024, 1, 1))).isEqualTo("6.00");
  }

  @Test
  void theLastDayThatCanBeWrittenIsNoEnd() {
    Packs pack =
        pack(
                "base",
                "",
                """
                "policy.json",
                {"file": "static.csv", "table": "static", "key": ["item", "above"],
                 "effectiveTo": "9999-12-31"},
                {"file": "goods.csv", "table": "goods", "key": ["code"]}
                """)
            .with("policy.json", Packs.POLICY)
            .with("static.csv", Packs.STATIC)
            .with("goods.csv", Packs.GOODS);
    Region region = Region.load("base", List.of(pack));
    assertThat(region.policies())
        .extracting(RiskPolicy::effectiveTo)
        .containsExactly(Optional.empty());
    assertThat(region.table("static", LocalDate.of(9999, 12, 31))).isPresent();
  }

  private static String points(Region region, LocalDate day) {
    return assess(region, day, "300", "milk").score().orElseThrow().setScale(2).toPlainString();
  }

  @Test
  void aDocumentReplacesThatBelowInAllItsVersions() {
    Packs city =
        pack("city", "base", "{\"file\": \"g.csv\", \"table\": \"goods\", \"key\": [\"code\"]}")
            .with("g.csv", "code,points\nmilk,1\n");
    Region region = Region.load("city", List.of(base(), city));
    assertThat(region.table("goods", DAY).orElseThrow().rows()).hasSize(1);
    assertThat(points(region, DAY)).isEqualTo("5.00");
  }

  @Test
  void whatIsRemovedIsGone() {
    Packs city =
        pack("city", "base", "", " \"removes\": [{\"policy\": \"size\"}, {\"table\": \"goods\"}],");
    Region region = Region.load("city", List.of(base(), city));
    assertThat(region.policies()).isEmpty();
    assertThat(region.table("goods", DAY)).isEmpty();
    assertThat(region.table("static", DAY)).isPresent();
  }

  @Test
  void aTableThatTheHostMustLoadMakesTheAssessmentIncomplete() {
    Packs law =
        pack(
                "law",
                "",
                """
                "policy.json",
                {"file": "static.csv", "table": "static", "key": ["item", "above"]},
                {"file": "goods.csv", "table": "goods", "key": ["code"],
                 "toBeLoaded": "No source publishes these points."}
                """)
            .with("policy.json", Packs.POLICY)
            .with("static.csv", Packs.STATIC)
            .with("goods.csv", "code,name,points\n");
    RiskAssessment open = assess(Region.load("law", List.of(law)), DAY, "300", "milk");
    assertThat(open.status()).isEqualTo(RiskAssessment.Status.INCOMPLETE);
    assertThat(open.lines().get(1).reason().orElseThrow().message(Locale.ENGLISH))
        .isEqualTo("The table (goods) has no rows yet: No source publishes these points.");
    Packs host =
        pack(
                "host",
                "law",
                "{\"file\": \"goods.csv\", \"table\": \"goods\", \"key\": [\"code\"], \"patch\": true}")
            .with("goods.csv", Packs.GOODS);
    assertThat(points(Region.load("host", List.of(law, host)), DAY)).isEqualTo("12.00");
  }

  @Test
  void ofATableThatTheHostLoadsInPartTheRestStaysIncomplete() {
    Packs law =
        pack(
                "law",
                "",
                """
                "policy.json",
                {"file": "static.csv", "table": "static", "key": ["item", "above"],
                 "toBeLoaded": "No source publishes these points."},
                {"file": "goods.csv", "table": "goods", "key": ["code"]}
                """)
            .with("policy.json", Packs.POLICY)
            .with("static.csv", "item,above,to,points\n")
            .with("goods.csv", Packs.GOODS);
    Packs host =
        pack(
                "host",
                "law",
                "{\"file\": \"s.csv\", \"table\": \"static\", \"key\": [\"item\", \"above\"],"
                    + " \"patch\": true}")
            .with("s.csv", "item,above,to,points\nseats,,,3\n");

    RiskAssessment open = assess(Region.load("host", List.of(law, host)), DAY, "300", "milk");

    assertThat(open.status()).isEqualTo(RiskAssessment.Status.INCOMPLETE);
    assertThat(open.lines().get(0).reason().orElseThrow().message(Locale.ENGLISH))
        .isEqualTo("The table (area) has no rows yet: No source publishes these points.");
  }

  @Test
  void declarationsAddUpThroughTheLayers() {
    Packs low =
        pack("low", "", "\"d.json\"")
            .with("d.json", "{\"declarations\": \"low\", \"facts\": [{\"kind\": \"banquet\"}]}");
    Packs high =
        pack("high", "low", "\"d.json\"")
            .with(
                "d.json",
                "{\"declarations\": \"high\", \"facts\": [{\"kind\": \"banquet\", \"attributes\":"
                    + " [{\"name\": \"tables\", \"type\": \"decimal\"}]}],"
                    + " \"subject\": [{\"name\": \"cooks\", \"type\": \"decimal\"}]}");
    Region region = Region.load("high", List.of(low, high));
    assertThat(region.catalogue().findKind("banquet").orElseThrow().findAttribute("tables"))
        .isPresent();
    assertThat(region.catalogue().findSubjectAttribute("cooks")).isPresent();
  }

  @Test
  void divisionsKeepThoseThatWereAbolished() {
    Packs law =
        pack(
                "law",
                "",
                "{\"file\": \"d.csv\", \"table\": \"divisions\", \"key\": [\"code\"]}",
                " \"division\": \"360100\",")
            .with(
                "d.csv",
                """
                code,name,nameEn,parent,from,to,lat,lon,population
                360100,南昌市,Nanchang,,,,28.68,115.89,
                360102,东湖区,Donghu,360100,,,28.70,115.90,500000
                360105,湾里区,Wanli,360100,,2019-12-31,,,
                """);
    Region region = Region.load("law", List.of(law));
    DivisionCode city = region.division().orElseThrow();
    assertThat(region.divisions().childrenOf(city, LocalDate.of(2019, 12, 31))).hasSize(2);
    assertThat(region.divisions().childrenOf(city, LocalDate.of(2020, 1, 1)))
        .extracting(entry -> entry.division().name())
        .containsExactly("东湖区");
    assertThat(region.divisions().find(DivisionCode.of("360102")).orElseThrow().population())
        .contains(500_000L);
  }

  @Test
  void textsHaveTwoLanguages() {
    Packs law =
        pack("law", "", "{\"file\": \"t.csv\", \"table\": \"texts\", \"key\": [\"key\"]}")
            .with("t.csv", "key,zh,en\nsegment.catering,餐饮,Catering\n");
    Region region = Region.load("law", List.of(law));
    assertThat(region.text("segment.catering", Locale.CHINA)).isEqualTo("餐饮");
    assertThat(region.text("segment.catering", Locale.FRENCH)).isEqualTo("Catering");
    assertThat(region.text("segment.other", Locale.CHINA)).isEqualTo("segment.other");
  }

  @Test
  void everyValueKnowsWhereItComesFrom() {
    List<PackValue> values = Region.load("base", List.of(base())).values(DAY);
    assertThat(values)
        .contains(
            new PackValue(
                "table",
                "goods",
                "milk/points",
                "8",
                new Origin("base", io.foodsafety.model.issue.Location.line("base/goods.csv", 2))));
    assertThat(values)
        .anySatisfy(
            value -> {
              assertThat(value.kind()).isEqualTo("policy");
              assertThat(value.path()).isEqualTo("/bands/1/to");
              assertThat(value.value()).isEqualTo("100");
              assertThat(value.origin().location().line()).isEqualTo(18);
            });
  }

  @Test
  void otherContentHasAnotherHash() {
    String one = Region.load("base", List.of(base())).sha256();
    assertThat(Region.load("base", List.of(base())).sha256()).isEqualTo(one).hasSize(64);
    RegionPack other = base().with("goods.csv", Packs.GOODS.replace('8', '7'));
    assertThat(Region.load("base", List.of(other)).sha256()).isNotEqualTo(one);
  }

  private static RiskAssessment assess(Region region, LocalDate day, String area, String goods) {
    Subject subject =
        Subject.builder("S1", "Test")
            .attribute("area", AttributeValue.decimal(area))
            .attribute("goods", AttributeValue.codes(List.of(goods)))
            .build();
    return RiskGrader.of(region.policy("size", day).orElseThrow())
        .grade("S1", Optional.of(subject), FactHistory.empty(), AsOf.date(day));
  }
}
