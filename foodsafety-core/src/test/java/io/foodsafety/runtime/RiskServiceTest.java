package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspection;
import static io.foodsafety.runtime.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.RiskAssessment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskServiceTest {

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");

  private Path policy(String version, int extra, String dates) throws IOException {
    Path file = folder.resolve("policy-" + version + ".json");
    String json =
        """
        {"policy": "p", "version": "%s", "zone": "Asia/Shanghai", %s
         "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
         "dynamic": [{"item": "score", "basis": "test",
           "value": {"add": [%d, {"latest": {"kind": "inspection", "of": {"fact": "score"}}}]}}],
         "bands": [{"grade": "A", "to": 10}, {"grade": "B", "above": 10}]}
        """;
    return Files.writeString(file, json.formatted(version, dates, extra));
  }

  private static FoodSafetyBuilder city(SettableClock clock) {
    return FoodSafety.builder().clock(clock);
  }

  @Test
  void gradesFromWhatIsStored() throws IOException {
    try (FoodSafety city = city(clock).policy(policy("1", 0, "")).build()) {
      Session office = city.as(INSPECTOR);
      office.facts().record(inspection("F1", "2024-05-02", 11));
      assertThat(office.risk().assess("S1").grade().map(Grade::label)).contains("B");
      assertThatThrownBy(() -> office.risk().assess("S9"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining("S9");
    }
  }

  @Test
  void gradesAsKnownAtAnEarlierTime() throws IOException {
    try (FoodSafety city = city(clock).policy(policy("1", 0, "")).build()) {
      Session office = city.as(INSPECTOR);
      office.facts().record(inspection("F1", "2024-05-02", 3));
      clock.pass(Duration.ofDays(10));
      office.facts().record(inspection("F2", "2024-05-03", 20));
      office.facts().withdraw(withdrawal("W1", "F1", "2024-05-03"));
      AsOf day = AsOf.date(LocalDate.of(2024, 5, 31));

      RiskAssessment now = office.risk().assess("p", "S1", day);
      RiskAssessment then =
          office.risk().assess("p", "S1", day, Instant.parse("2024-06-05T00:00:00Z"));

      assertThat(now.score()).contains(new BigDecimal("20.00"));
      assertThat(then.score()).contains(new BigDecimal("3.00"));
    }
  }

  @Test
  void takesTheVersionInForce() throws IOException {
    Path old = policy("1", 0, "\"effectiveTo\": \"2023-12-31\",");
    Path current = policy("2", 9, "\"effectiveFrom\": \"2024-01-01\",");
    try (FoodSafety city = city(clock).policy(current).policy(old).build()) {
      Session office = city.as(INSPECTOR);
      office.facts().record(inspection("F1", "2023-05-02", 5));
      assertThat(office.risk().assess("S1").policy().version()).isEqualTo("2");
      assertThat(
              office
                  .risk()
                  .assess("p", "S1", AsOf.date(LocalDate.of(2023, 12, 31)))
                  .policy()
                  .version())
          .isEqualTo("1");
    }
  }

  @Test
  void refusesTwoVersionsInForceOnOneDay() throws IOException {
    FoodSafetyBuilder builder =
        city(clock)
            .policy(policy("1", 0, "\"effectiveTo\": \"2024-01-01\","))
            .policy(policy("2", 5, "\"effectiveFrom\": \"2024-01-01\","));
    assertThatThrownBy(builder::build)
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-POL-0016")
        .hasMessageContaining("(1) and (2) of policy (p)");
  }
}
