package io.foodsafety.region.nanchang;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.testkit.rules.PolicyCases;
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
  void everyLineHasACaseAndAName() {
    assertThat(CASES.untested(SUBSIDIES)).isEmpty();
    assertThat(SUBSIDIES.lines())
        .allSatisfy(
            line ->
                assertThat(REGION.text("item." + line.item(), Locale.CHINESE))
                    .matches(".*\\p{IsHan}.*"));
  }
}
