package io.foodsafety.region.nanchang;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.Region;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.testkit.rules.PolicyCases;
import io.foodsafety.testkit.rules.PolicyMutant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of the city's own policy, and its names. */
class NanchangCasesTest {

  private static final Region REGION = NanchangPackTest.REGION;
  private static final RegionPack PACK = new NanchangRegionPlugin().regionPacks().get(0);
  private static final RiskPolicy SUBSIDIES =
      REGION.policy("nanchang-subsidies-2021", LocalDate.of(2024, 6, 30)).orElseThrow();
  private static final PolicyCases CASES =
      PolicyCases.read(
          Path.of(System.getProperty("foodsafety.root"))
              .resolve("foodsafety-adapters/region-nanchang/src/test/resources/cases")
              .resolve("nanchang-subsidies-2021.json"));

  @TestFactory
  Stream<DynamicTest> casesHold() {
    return CASES.cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(), () -> each.check(REGION).verify(Locale.ENGLISH)));
  }

  @Test
  void casesNoticeEveryChange() throws IOException {
    byte[] policy;
    try (InputStream in = PACK.open("policies/nanchang-subsidies-2021.json")) {
      policy = in.readAllBytes();
    }

    assertThat(PolicyMutant.of(policy))
        .hasSizeGreaterThan(20)
        .filteredOn(mutant -> !isNoticed(mutant))
        .extracting(PolicyMutant::change)
        .isEmpty();
  }

  private static boolean isNoticed(PolicyMutant mutant) {
    try {
      RiskPolicy changed = RiskPolicy.parse(mutant.bytes(), mutant.change(), REGION.catalogue());
      return CASES.cases().stream().anyMatch(each -> !each.check(changed).passed());
    } catch (PolicyException refused) {
      return !refused.issues().isEmpty();
    }
  }

  @Test
  void everyLineHasACaseAndAName() {
    assertThat(CASES.untested(SUBSIDIES)).isEmpty();
    assertThat(SUBSIDIES.lines())
        .allSatisfy(
            line ->
                assertThat(REGION.text("item." + line.item(), Locale.CHINESE))
                    .matches(".*\\p{IsHan}.*"));
  }
}
