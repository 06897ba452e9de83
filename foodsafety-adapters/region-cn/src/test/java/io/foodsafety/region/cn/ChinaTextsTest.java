package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a report names has a name in both languages. */
class ChinaTextsTest {

  private static final Region REGION = Region.load("cn", new ChinaRegionPlugin().regionPacks());

  @Test
  void everyLineOfAPolicyHasAName() {
    List<String> items = REGION.policies().stream().flatMap(ChinaTextsTest::items).toList();
    assertThat(items).hasSizeGreaterThan(40).allSatisfy(item -> named("item." + item));
  }

  private static Stream<String> items(RiskPolicy policy) {
    return Stream.of(
            policy.lines().stream().map(RiskPolicy.Line::item),
            policy.caps().stream().map(RiskPolicy.Cap::item),
            policy.exclusions().stream().map(RiskPolicy.Exclusion::item),
            policy.limits().stream().map(RiskPolicy.Limit::item),
            policy.directGrades().stream().map(RiskPolicy.DirectGrade::item),
            policy.adjustments().stream().map(RiskPolicy.Adjustment::item))
        .flatMap(names -> names);
  }

  @Test
  void everyScaleAndGradeHasAName() {
    for (RiskPolicy policy : REGION.policies()) {
      String scale = policy.scale().id();
      named("scale." + scale);
      policy.scale().labels().forEach(label -> named("grade." + scale + "." + label));
    }
  }

  @Test
  void everyKindOfFactHasAName() {
    FactCatalogue.standard().kinds().forEach(kind -> named("kind." + kind.name()));
    named("kind.grading-circumstance");
    named("kind.barred-employment");
  }

  private static void named(String key) {
    assertThat(REGION.text(key, Locale.CHINESE)).isNotEqualTo(key).matches(".*\\p{IsHan}.*");
    assertThat(REGION.text(key, Locale.ENGLISH)).isNotEqualTo(key).doesNotMatch(".*\\p{IsHan}.*");
  }
}
