package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradesCommandTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final String POLICY =
      """
      {"policy": "visits", "version": "7", "zone": "Asia/Shanghai",
       "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
       "dynamic": [{"item": "n", "basis": "-",
         "value": {"count": {"kind": "inspection", "window": {"rolling": "P30D"}}}}],
       "bands": [{"grade": "A", "to": 0}, {"grade": "B", "above": 0}]}
      """;

  @TempDir private Path folder;

  private String db() {
    return TestFiles.database(folder);
  }

  private CommandResult changes(String... options) {
    String[] command = {"grades", "changes", "--db", db(), "--policy", "visits"};
    String[] all = new String[command.length + options.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    return CommandResult.of(all);
  }

  @BeforeEach
  void recordGrades() throws IOException {
    Path policy = Files.writeString(folder.resolve("visits.json"), POLICY);
    try (FoodSafety city =
        FoodSafety.builder()
            .storage("jdbc", Map.of("url", db()))
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .policy(policy)
            .recordGradesOf("visits")
            .build()) {
      for (int i = 1; i < 3; i++) {
        SubjectRef business = SubjectRef.business("S" + i);
        Moment at = Moment.parse("2024-05-2" + i);
        city.as(Actor.person("inspector-7"))
            .facts()
            .record(Fact.builder("F" + i, "inspection", business, at).build());
      }
      city.advance(NOW);
      city.advance(NOW.plus(Duration.ofDays(60)));
    }
  }

  @Test
  void allAreListedByDay() {
    CommandResult all = changes("--json");
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.outLines()).hasSize(4);
    assertThat(all.outLines().get(2))
        .startsWith(
            "{\"type\":\"gradeChange\",\"day\":\"2024-06-20\",\"subject\":\"S1\",\"policy\":\"visits\","
                + "\"policyVersion\":\"7\",\"scale\":\"risk\",\"previousStatus\":\"graded\","
                + "\"previousGrade\":\"B\",\"status\":\"graded\",\"grade\":\"A\",\"direction\":\"better\","
                + "\"score\":0,")
        .contains("\"fact\":\"grade:");
    assertThat(all.outLines().get(3)).contains("2024-06-21", "S2");
  }

  @Test
  void theyReadWellInBothLanguages() {
    assertThat(changes("--lang", "en", "--subject", "S1").out())
        .isEqualTo(
            """
            DAY         SUBJECT  FROM  TO  WAY     SCORE  NEXT  VERSION
            2024-06-01  S1       -     B   new     1      -     7
            2024-06-20  S1       B     A   better  0      -     7
            """);
    assertThat(changes("--lang", "zh", "--subject", "S1").out())
        .contains("日期", "主体", "现等级", "首次", "变好");
  }

  @Test
  void aDayToBeginWith() {
    assertThat(changes("--since", "2024-06-21", "--json").outLines()).hasSize(1);
    assertThat(changes("--since", "2024-06-20", "--subject", "S1", "--json").outLines()).hasSize(1);
    assertThat(changes("--since", "2024-06-22", "--json").outLines()).isEmpty();
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(changes("--since", "yesterday").code()).isEqualTo(2);
    assertThat(changes("--subject", "").err()).contains("FS-CLI-0001");
    assertThat(CommandResult.of("grades").code()).isEqualTo(2);
    assertThat(CommandResult.of("grades", "changes", "--db", db()).code()).isEqualTo(2);
    String none = TestFiles.database(folder.resolve("none"));
    assertThat(CommandResult.of("grades", "changes", "--db", none, "--policy", "visits").code())
        .isNotZero();
  }
}
