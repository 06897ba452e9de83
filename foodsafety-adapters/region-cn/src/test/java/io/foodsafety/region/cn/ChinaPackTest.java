package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.Region;
import org.junit.jupiter.api.Test;

/** The pack as a whole. */
class ChinaPackTest {

  private static final Region CHINA = Region.load("cn", new ChinaRegionPlugin().regionPacks());

  @Test
  void loadsWithoutAWarning() {
    assertThat(CHINA.warnings()).isEmpty();
    assertThat(CHINA.policies())
        .extracting(policy -> policy.id() + " " + policy.warnings())
        .containsExactly(
            "cn-risk-2016 []",
            "cn-catering-dynamic []",
            "cn-catering-annual []",
            "cn-responsibility []",
            "cn-serious-violations []",
            "cn-penalty-publicity []",
            "cn-barred-persons []",
            "cn-serious-circumstances []",
            "cn-claimant-indicators []",
            "cn-supervision []",
            "cn-risk-2022-draft []");
  }
}
