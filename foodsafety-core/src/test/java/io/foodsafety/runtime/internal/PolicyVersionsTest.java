package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.RiskPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyVersionsTest {

  private static RiskPolicy policy(String members) {
    String json =
        "{'policy':'p','scale':{'id':'risk','better':'lower','grades':['A']},'bands':[{'grade':'A'}],%s}"
            .formatted(members);
    return RiskPolicy.parse(
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "p", FactCatalogue.standard());
  }

  private static RiskPolicy version(String version, String zone, String more) {
    return policy(
        "'version':'%s','zone':'%s',%s'static':[{'item':'n','value':1,'basis':'-'}]"
            .formatted(version, zone, more));
  }

  private final PolicyVersions versions =
      PolicyVersions.find(
              "p",
              List.of(
                  version("2", "Asia/Shanghai", "'effectiveFrom':'2024-03-01',"),
                  version("1", "UTC", "'effectiveFrom':'2024-01-01','effectiveTo':'2024-02-29',")))
          .orElseThrow();

  @Test
  void theVersionInForceElseTheFirst() {
    assertThat(inForce("2024-02-29")).isEqualTo("1");
    assertThat(inForce("2024-03-01")).isEqualTo("2");
    assertThat(inForce("2023-12-31")).isEqualTo("1");
    assertThat(PolicyVersions.find("q", versions.versions())).isEqualTo(Optional.empty());
  }

  private String inForce(String date) {
    return versions.inForce(AsOf.date(LocalDate.parse(date))).version();
  }

  @Test
  void theDayIsThatOfTheZoneOfTheVersionInForce() {
    assertThat(day("2024-02-29T15:59:59Z")).isEqualTo("2024-02-29");
    assertThat(day("2024-02-29T23:00:00Z")).as("both are in force").isEqualTo("2024-02-29");
    assertThat(day("2024-03-01T16:00:00Z")).isEqualTo("2024-03-02");
    assertThat(day("2023-12-31T23:59:59Z")).as("none is in force").isEqualTo("2023-12-31");
  }

  private String day(String instant) {
    return versions.dayOf(Instant.parse(instant)).toString();
  }

  @Test
  void theHashIsThatOfTheRules() {
    String rules = versions.rules();
    assertThat(new PolicyVersions("p", versions.versions()).rules()).isEqualTo(rules);
    assertThat(new PolicyVersions("p", versions.versions().subList(0, 1)).rules())
        .isNotEqualTo(rules);
  }

  @Test
  void knowsWhichKindsItsRulesRead() {
    String where =
        "'version':'1','zone':'UTC','static':[{'item':'n','basis':'-','value':{'count':{'kind':"
            + "'inspection','where':{'ge':[{'count':{'kind':'penalty'}},1]}}}}]";
    PolicyVersions nested = new PolicyVersions("p", List.of(policy(where)));
    assertThat(nested.reads("inspection")).isTrue();
    assertThat(nested.reads("penalty")).isTrue();
    assertThat(nested.reads("accident")).as("declared and not read").isFalse();
    assertThat(versions.reads("inspection")).isFalse();
  }
}
