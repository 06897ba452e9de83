package io.foodsafety.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntityMatcherTest {

  private static final EntityMatcher MATCHER = MatchQuality.matcher();

  private static Subject.Builder shop(String id, String name) {
    return Subject.builder(id, name);
  }

  /**
   * The figures of docs/measurements.md, with a margin; other seeds than the weights were set on.
   */
  @Test
  void findsGeneratedDuplicates() {
    for (long seed : List.of(101L, 102L)) {
      MatchQuality quality = MatchQuality.of(GeneratedBusinesses.of(5_000, seed), MATCHER);
      assertThat(quality.samePrecision()).as("%s", quality).isGreaterThan(0.98);
      assertThat(quality.sameRecall()).as("%s", quality).isGreaterThan(0.72);
      assertThat(quality.foundRecall()).as("%s", quality).isGreaterThan(0.87);
      assertThat(quality.foundPrecision()).as("%s", quality).isGreaterThan(0.75);
    }
  }

  @Test
  void comparesNearlyAllPairsThatAreTheSame() {
    GeneratedBusinesses city = GeneratedBusinesses.of(400, 103);
    Set<Set<String>> found = new HashSet<>();
    MATCHER
        .run(city.subjects().stream())
        .matches()
        .forEach(match -> assertThat(found.add(Set.of(match.first(), match.second()))).isTrue());
    int plain = 0;
    int missed = 0;
    for (Subject one : city.subjects()) {
      for (Subject other : city.subjects()) {
        boolean isPair = one.id().compareTo(other.id()) < 0;
        if (isPair && MATCHER.compare(one, other).verdict() == Match.Verdict.SAME) {
          plain++;
          missed += found.contains(Set.of(one.id(), other.id())) ? 0 : 1;
        }
      }
    }
    assertThat(plain).isGreaterThan(40);
    assertThat(missed).isLessThanOrEqualTo(plain / 100);
  }

  @Test
  void saysWhy() {
    Match match =
        MATCHER.compare(
            shop("A", "江州市福满楼餐饮有限公司")
                .address("江州市东湖区中山路１２号")
                .telephone("+86 138-0000-0000")
                .build(),
            shop("B", "福满楼餐饮店").address("中山路12号").telephone("13800000000").build());
    assertThat(match.verdict()).isEqualTo(Match.Verdict.SAME);
    assertThat(match.score())
        .isEqualTo(match.evidence().stream().mapToInt(Match.Evidence::points).sum());
    assertThat(match.why(Locale.CHINESE)).isEqualTo("名称 +40，地址 +30，联系电话 +20");
    assertThat(match.why(Locale.ENGLISH)).isEqualTo("name +40, address +30, telephone +20");
    assertThat(match.toString()).doesNotContain("138").doesNotContain("中山");
  }

  @Test
  void differentCodesSpeakAgainst() {
    Subject.Builder one = shop("A", "福满楼").address("中山路12号").telephone("13800000000");
    Subject.Builder other = shop("B", "福满楼").address("中山路12号").telephone("13800000000");
    assertThat(MATCHER.compare(one.build(), other.build()).verdict()).isEqualTo(Match.Verdict.SAME);
    Match match =
        MATCHER.compare(
            one.creditCode(CreditCode.of("91360102MA35AAA02R")).build(),
            other.creditCode(CreditCode.of("91360102MA35BBB03H")).build());
    assertThat(match.verdict()).isNotEqualTo(Match.Verdict.SAME);
    assertThat(match.evidence().get(0).reason()).isEqualTo(MatchReason.CREDIT_CODE);
  }

  @Test
  void branchesStallsAndPremisesAreNotTakenForOne() {
    assertThat(
            MATCHER.compare(
                shop("A", "大明包子第一分店").telephone("13800000000").build(),
                shop("B", "大明包子第二分店").telephone("13800000000").build()))
        .extracting(Match::verdict)
        .isNotEqualTo(Match.Verdict.SAME);
    assertThat(
            MATCHER.compare(
                shop("A", "农贸市场A1号摊位").address("人民路8号A1铺").build(),
                shop("B", "农贸市场A2号摊位").address("人民路8号A2铺").build()))
        .extracting(Match::verdict)
        .isNotEqualTo(Match.Verdict.SAME);
    CreditCode code = CreditCode.of("91360102MA35AAA02R");
    assertThat(
            MATCHER.compare(
                shop("A", "福满楼")
                    .creditCode(code)
                    .address("中山路12号")
                    .licence(Licence.of("X1"))
                    .build(),
                shop("B", "福满楼")
                    .creditCode(code)
                    .address("青年街7号")
                    .licence(Licence.of("X2"))
                    .build()))
        .extracting(Match::verdict)
        .isEqualTo(Match.Verdict.REVIEW);
  }

  @Test
  void distanceCounts() {
    Subject here = shop("A", "福满楼").location(GeoPoint.of(28.68, 115.89)).build();
    Subject near = shop("B", "福满楼").location(GeoPoint.of(28.6803, 115.8903)).build();
    Subject far = shop("C", "福满楼").location(GeoPoint.of(28.72, 115.89)).build();
    assertThat(MATCHER.compare(here, near).score()).isEqualTo(50);
    assertThat(MATCHER.compare(here, far).score()).isEqualTo(25);
  }

  @Test
  void whatTooManyShareIsLeftOutButNarrowerKeysStay() {
    List<Subject> stalls =
        Stream.iterate(1, i -> i + 1)
            .limit(300)
            .map(
                i ->
                    shop("S" + i, i % 150 + "号" + (char) ('一' + i % 150))
                        .telephone("079188888888")
                        .build())
            .toList();
    MatchRun run = MATCHER.run(stalls.stream());
    assertThat(run.matches().filter(match -> match.verdict() == Match.Verdict.SAME)).hasSize(150);
    assertThat(run.skippedBlocks()).isPositive();
    assertThat(run.compared()).isLessThan(300 * 299 / 2);
  }

  @Test
  void aNameWithoutALetterTellsNothing() {
    Subject one = Subject.builder("A", "***").address("中山路12号").build();
    Subject other = Subject.builder("B", "？").address("中山路12号").build();
    Subject named = Subject.builder("C", "福满楼").address("中山路12号").build();
    MatchRun run = MATCHER.run(Stream.of(one, other, named));
    assertThat(run.matches())
        .hasSize(3)
        .allMatch(
            match ->
                match.evidence().stream().noneMatch(each -> each.reason() == MatchReason.NAME));
  }

  @Test
  void whatIsWrittenInPlaceOfANumberTellsNothing() {
    for (String none : List.of("/", "无", "N/A", "000000", "——")) {
      Subject one = shop("A", "福满楼").licence(Licence.of(none)).telephone("0000000").build();
      Subject other = shop("B", "大明包子铺").licence(Licence.of(none)).telephone("00000000000").build();
      assertThat(MATCHER.compare(one, other).evidence())
          .as(none)
          .extracting(Match.Evidence::reason)
          .doesNotContain(MatchReason.LICENCE, MatchReason.TELEPHONE);
    }
    Subject one = shop("A", "福满楼").licence(Licence.of("JY23601020000014")).build();
    Subject none = shop("B", "福满楼").licence(Licence.of("/")).build();
    assertThat(MATCHER.compare(one, none).evidence())
        .extracting(Match.Evidence::reason)
        .doesNotContain(MatchReason.LICENCE);
  }

  @Test
  void thresholdsAndWeightsAreParameters() {
    Subject one = shop("A", "福满楼").build();
    Subject other = shop("B", "福满楼").build();
    assertThat(MATCHER.compare(one, other).verdict()).isEqualTo(Match.Verdict.REVIEW);
    MatchPolicy strict = MatchPolicy.standard().withThresholds(100, 90);
    assertThat(EntityMatcher.of(MatchTables.standard(), strict).compare(one, other).verdict())
        .isEqualTo(Match.Verdict.DIFFERENT);
    MatchPolicy names =
        MatchPolicy.standard().with(MatchReason.NAME, new MatchPolicy.Weight(70, -40));
    assertThat(EntityMatcher.of(MatchTables.standard(), names).compare(one, other).verdict())
        .isEqualTo(Match.Verdict.SAME);
    assertThatThrownBy(() -> MatchPolicy.standard().withThresholds(1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tablesAreData() {
    MatchTables more =
        MatchTables.parse(
            "{\"format\":1,\"genericWords\":[\"拌粉\"]}".getBytes(StandardCharsets.UTF_8));
    Normaliser normaliser = Normaliser.of(MatchTables.standard().plus(more));
    assertThat(normaliser.name("老李拌粉店").distinct()).isEqualTo("老李");
    assertThatThrownBy(() -> MatchTables.parse("{\"format\":2}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> MatchTables.parse("{\"format\":1,\"x\":[]}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("x");
  }
}
