package io.foodsafety.region.cn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.FolderPack;
import io.foodsafety.region.Region;
import io.foodsafety.region.RegionException;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.testkit.rules.PolicyCases;
import io.foodsafety.testkit.rules.PolicyMutant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases notice every small change of a policy: a number one higher, a period a day longer,
 * another operator. What is named here changes nothing that could be noticed.
 */
class PolicyMutantsOfChinaTest {

  private static final Path MODULE =
      Path.of(System.getProperty("foodsafety.root")).resolve("foodsafety-adapters/region-cn");
  private static final Path CASES = MODULE.resolve("src/test/resources/cases");
  private static final RegionPack NATIONAL = new ChinaRegionPlugin().regionPacks().get(0);
  private static final RegionPack NUMBERS =
      FolderPack.of(MODULE.resolve("src/test/resources/example-numbers"));

  /**
   * No level is above 4; two steps from the best of three grades are as far as three; any tier but
   * 4 is left to the class.
   */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "/bands/3/to: 5 instead of 4",
          "/adjustments/0/by: 3 instead of 2",
          "/tables/cn-risk-2022-draft-tiers/otherwise: 1 instead of 0");

  /** The national pack with one policy, of another text, and without forms and documents. */
  private record Changed(String file, byte[] text) implements RegionPack {

    @Override
    public String id() {
      return NATIONAL.id();
    }

    @Override
    public InputStream open(String name) throws IOException {
      if (name.equals(file)) {
        return new ByteArrayInputStream(text);
      }
      return name.equals(MANIFEST) ? manifest() : NATIONAL.open(name);
    }

    private InputStream manifest() throws IOException {
      try (InputStream in = NATIONAL.open(MANIFEST)) {
        String less =
            new String(in.readAllBytes(), UTF_8)
                .lines()
                .filter(
                    line ->
                        line.contains(file) || !line.matches(" *\"(policies|forms|documents)/.*"))
                .collect(Collectors.joining("\n"));
        return new ByteArrayInputStream(less.getBytes(UTF_8));
      }
    }

    @Override
    public String location() {
      return "changed";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cn-catering-dynamic",
    "cn-catering-annual",
    "cn-responsibility",
    "cn-serious-violations",
    "cn-penalty-publicity",
    "cn-barred-persons",
    "cn-serious-circumstances",
    "cn-claimant-indicators",
    "cn-supervision",
    "cn-risk-2022-draft"
  })
  void casesNoticeEveryChange(String policy) throws IOException {
    String file = "policies/" + policy + ".json";
    byte[] text;
    try (InputStream in = NATIONAL.open(file)) {
      text = in.readAllBytes();
    }
    PolicyCases national = PolicyCases.read(CASES.resolve(policy + ".json"));
    Path more = CASES.resolve(policy + "-loaded.json");
    List<PolicyCases> loaded = Files.exists(more) ? List.of(PolicyCases.read(more)) : List.of();

    List<PolicyMutant> mutants = PolicyMutant.of(text);

    assertThat(mutants).isNotEmpty();
    assertThat(mutants)
        .filteredOn(mutant -> !isNoticed(new Changed(file, mutant.bytes()), national, loaded))
        .extracting(PolicyMutant::change)
        .filteredOn(change -> !WITHOUT_EFFECT.contains(change))
        .isEmpty();
  }

  private static boolean isNoticed(Changed pack, PolicyCases national, List<PolicyCases> loaded) {
    try {
      return fails(Region.load("cn", List.of(pack)), national)
          || loaded.stream()
              .anyMatch(
                  cases -> fails(Region.load("example-numbers", List.of(pack, NUMBERS)), cases));
    } catch (RegionException refused) {
      return !refused.issues().isEmpty();
    }
  }

  private static boolean fails(Region region, PolicyCases cases) {
    return cases.cases().stream().anyMatch(each -> !each.check(region).passed());
  }
}
