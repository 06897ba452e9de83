package io.foodsafety.region.nanchang;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.Outlines;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.Region;
import io.foodsafety.region.cn.ChinaRegionPlugin;
import io.foodsafety.spi.region.RegionPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pack of the city on top of the national one. */
class NanchangPackTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final List<RegionPack> PACKS =
      Stream.of(new ChinaRegionPlugin().regionPacks(), new NanchangRegionPlugin().regionPacks())
          .flatMap(List::stream)
          .toList();
  static final Region REGION = Region.load("nanchang", PACKS);

  @Test
  void loadsWithoutAWarning() {
    assertThat(REGION.warnings()).isEmpty();
    assertThat(REGION.zone()).hasToString("Asia/Shanghai");
    assertThat(REGION.division()).contains(DivisionCode.of("360100"));
    assertThat(REGION.packs()).extracting(pack -> pack.id()).containsExactly("cn", "nanchang");
  }

  @ParameterizedTest(name = "districts on {0}: {1}")
  @CsvSource({
    "2015-06-30, 360102 360103 360104 360111 360121 360123 360124 360105 360122",
    "2019-12-31, 360102 360103 360104 360111 360112 360121 360123 360124 360105",
    "2020-01-01, 360102 360103 360104 360111 360112 360113 360121 360123 360124"
  })
  void districtsComeAndGo(LocalDate date, String codes) {
    assertThat(REGION.divisions().childrenOf(DivisionCode.of("360100"), date))
        .extracting(entry -> entry.code().value())
        .containsExactly(codes.split(" "));
  }

  @Test
  void divisionsHaveSeatsAndResidentsWhereTheyArePublished() {
    Divisions.Entry county = REGION.divisions().find(DivisionCode.of("360121")).orElseThrow();

    assertThat(county.division().name()).isEqualTo("南昌县");
    assertThat(county.nameEn()).isEqualTo("Nanchang County");
    assertThat(county.population()).contains(1_452_502L);
    assertThat(county.lat()).contains(28.5617);
    assertThat(county.lon()).contains(115.9289);
    assertThat(REGION.divisions().find(DivisionCode.of("360113")).orElseThrow().population())
        .isEmpty();
    assertThat(REGION.divisions().childrenOf(county.code(), DAY)).hasSize(24);
    assertThat(REGION.divisions().all()).hasSize(151);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"A, green", "B, yellow", "C, orange", "D, red"})
  void coloursAreTheCitysAndTheRestIsNational(String grade, String colour) {
    PackTable.Row row = grades(REGION).find(grade).orElseThrow();
    PackTable.Row national = grades(Region.load("cn", PACKS)).find(grade).orElseThrow();

    assertThat(row.cells()).containsEntry("colour", colour);
    assertThat(row.origin().pack()).isEqualTo("nanchang");
    for (String column : List.of("zh", "en", "minPerYear", "maxPerYear", "confidence")) {
      assertThat(row.cells()).containsEntry(column, national.cells().get(column));
    }
    assertThat(REGION.text("colour." + colour, Locale.CHINA)).endsWith("色");
    PackTable.Row shade = REGION.table("colours", DAY).orElseThrow().find(colour).orElseThrow();
    assertThat(shade.cells().get("hex")).matches("#[0-9a-f]{6}");
    assertThat(shade.cells().get("symbol")).isIn("circle", "square", "diamond", "triangle");
  }

  private static PackTable grades(Region region) {
    return region.table("cn-risk-2016-grades", DAY).orElseThrow();
  }

  @Test
  void outlinesAreThereForTheDistrictsOfTheSource() {
    Outlines outlines = REGION.outlines("districts", DAY).orElseThrow();

    assertThat(outlines.notice()).contains("MIT License", "2017 jaska", "360113", "360105");
    assertThat(outlines.polygons())
        .containsKeys(DivisionCode.of("360102"), DivisionCode.of("360124"))
        .doesNotContainKeys(DivisionCode.of("360105"), DivisionCode.of("360113"));
  }

  @Test
  void textsOfBothPacksAreThere() {
    assertThat(REGION.text("segment.catering", Locale.CHINA)).isEqualTo("餐饮服务");
    assertThat(REGION.text("colour.red", Locale.ENGLISH)).isEqualTo("Red");
  }
}
