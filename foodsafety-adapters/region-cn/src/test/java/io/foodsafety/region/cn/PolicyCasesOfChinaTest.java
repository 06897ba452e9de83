package io.foodsafety.region.cn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.FolderPack;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.testkit.rules.PolicyCase;
import io.foodsafety.testkit.rules.PolicyCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases in {@code cases}: those of a file {@code …-loaded.json} with the numbers of {@code
 * example-numbers}, all others with those of the pack alone.
 */
class PolicyCasesOfChinaTest {

  private static final Path RESOURCES =
      Path.of(System.getProperty("foodsafety.root"))
          .resolve("foodsafety-adapters/region-cn/src/test/resources");
  private static final Region CHINA = Region.load("cn", new ChinaRegionPlugin().regionPacks());
  private static final Region LOADED = loaded();

  /** Policies whose tests are older than cases: {@link ChinaPoliciesTest}. */
  private static final Set<String> TESTED_IN_JAVA = Set.of("cn-risk-2016");

  private static Region loaded() {
    List<RegionPack> packs = new ArrayList<>(new ChinaRegionPlugin().regionPacks());
    packs.add(FolderPack.of(RESOURCES.resolve("example-numbers")));
    return Region.load("example-numbers", packs);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("cases"))) {
      return files.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> casesHold() throws IOException {
    return files().stream()
        .flatMap(
            file -> {
              String name = file.getFileName().toString().replace(".json", "");
              Region region = name.endsWith("-loaded") ? LOADED : CHINA;
              return PolicyCases.read(file).cases().stream().map(each -> test(name, each, region));
            });
  }

  private static DynamicTest test(String file, PolicyCase each, Region region) {
    return DynamicTest.dynamicTest(
        file + ": " + each.name(), () -> each.check(region).verify(Locale.ENGLISH));
  }

  @Test
  void everyLineOfEveryPolicyHasACase() throws IOException {
    List<PolicyCases> all = files().stream().map(PolicyCases::read).toList();

    assertThat(CHINA.policies())
        .filteredOn(policy -> !TESTED_IN_JAVA.contains(policy.id()))
        .hasSize(10)
        .allSatisfy(policy -> assertThat(untested(policy, all)).as(policy.id()).isEmpty());
  }

  private static List<String> untested(RiskPolicy policy, List<PolicyCases> all) {
    List<PolicyCase> cases =
        all.stream()
            .filter(each -> each.policy().equals(policy.id()))
            .flatMap(each -> each.cases().stream())
            .toList();
    return new PolicyCases(policy.id(), cases).untested(policy);
  }

  @Test
  void aPolicyThatTheRegionDoesNotHaveIsReported() {
    PolicyCases cases =
        PolicyCases.parse(
            """
            {"policy": "no-such", "cases": [{"case": "one", "asOf": "2024-12-31", "expect": {"score": 1}}]}
            """
                .getBytes(UTF_8),
            "cases.json");

    assertThat(cases.cases().get(0).check(CHINA).describe(Locale.ENGLISH))
        .contains("FS-CASE-0008 The region (cn) has no policy (no-such).");
  }

  @Test
  void theExampleNumbersLoadWithoutAWarning() {
    assertThat(LOADED.warnings()).isEmpty();
  }
}
