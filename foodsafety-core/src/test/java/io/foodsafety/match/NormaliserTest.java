package io.foodsafety.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {

  private static final Normaliser NORMALISER =
      Normaliser.of(MatchTables.standard().withDivisions(GeneratedBusinesses.DIVISIONS));

  @ParameterizedTest
  @CsvSource({
    "江州市东湖区福满楼餐饮有限公司, 福满楼餐饮, 福满楼",
    "福滿樓（个体工商户）, 福滿楼, 福滿楼",
    "ＡＢＣ 咖啡 店, abc咖啡, abc",
    "有限公司, 有限公司, 有限公司",
    "餐饮店, 餐饮, 餐饮",
    "江州市, 江州市, 江州市",
    "【大明】包子-铺, 大明包子铺, 大明包子铺",
  })
  void names(String name, String core, String distinct) {
    assertThat(NORMALISER.name(name))
        .extracting(NormalName::core, NormalName::distinct)
        .containsExactly(core, distinct);
  }

  @Test
  void numbersInNames() {
    assertThat(NORMALISER.name("大明包子第三分店").numbers()).isEqualTo("3");
    assertThat(NORMALISER.name("2号楼12店").numbers()).isEqualTo("2 12");
    assertThat(NORMALISER.name("三源餐饮").numbers()).isEmpty();
  }

  @Test
  void addresses() {
    assertThat(NORMALISER.address("江州市东湖区中山大道１２号２幢３－２０１室"))
        .isEqualTo(new NormalAddress("中山路", List.of("12", "2", "3", "201")));
    assertThat(NORMALISER.address("江州市 东湖区 中山大道12号")) //
        .isEqualTo(new NormalAddress("中山路", List.of("12")));
    assertThat(NORMALISER.address("八一路A12铺")).isEqualTo(new NormalAddress("八一路铺", List.of("a12")));
    assertThat(NORMALISER.address("人民路")).isEqualTo(new NormalAddress("人民路", List.of()));
    assertThat(NORMALISER.address("12").street()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+86 138-0000-0000, 13800000000",
    "008613800000000, 13800000000",
    "0791-83880000, 83880000",
    "（０１０）８３８８００００, 83880000",
    "83880000, 83880000",
    "+1 (212) 555-0100, 12125550100",
    "110, ''",
  })
  void telephones(String written, String number) {
    assertThat(NORMALISER.telephone(written)).isEqualTo(number);
  }

  @Test
  void codes() {
    assertThat(NORMALISER.code(" ｊｙ2360-1020000014 ")).isEqualTo("JY23601020000014");
  }
}
