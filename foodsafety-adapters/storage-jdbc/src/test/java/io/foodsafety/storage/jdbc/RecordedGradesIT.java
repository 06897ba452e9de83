package io.foodsafety.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.Session;
import io.foodsafety.storage.jdbc.internal.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a database the changes of grades are those that are recorded in memory. */
class RecordedGradesIT {

  private static final Instant BEGIN = Instant.parse("2023-12-01T08:00:00Z");
  private static final String POLICY =
      """
      {"policy": "visits", "version": "1", "zone": "Asia/Shanghai",
       "scale": {"id": "risk", "better": "lower", "grades": ["A", "B", "C"]},
       "dynamic": [{"item": "n", "basis": "-",
         "value": {"count": {"kind": "inspection", "window": {"rolling": "P30D"}}}}],
       "bands": [{"grade": "A", "to": 0}, {"grade": "B", "above": 0, "to": 1}, {"grade": "C", "above": 1}]}
      """;

  @TempDir private Path folder;

  private List<String> live(FoodSafetyBuilder builder) {
    Random random = new Random(7);
    try (FoodSafety city = builder.recordGradesOf("visits").build()) {
      Session session = StoredCity.session(city);
      int facts = 0;
      for (int day = 0; day < 150; day++) {
        Instant now = BEGIN.plus(Duration.ofDays(day));
        for (int i = random.nextInt(3); i > 0; i--) {
          SubjectRef business = SubjectRef.business("B" + random.nextInt(6));
          Moment at = Moment.parse(now.minus(Duration.ofDays(random.nextInt(40))).toString());
          session.facts().record(Fact.builder("F" + facts++, "inspection", business, at).build());
        }
        if (random.nextInt(4) == 0 && facts > 0) {
          String target = "F" + random.nextInt(facts);
          session
              .facts()
              .withdraw(Withdrawal.of("W" + target, target, Moment.parse(now.toString()), "no"));
        }
        if (random.nextInt(3) == 0) {
          assertThat(city.advance(now).complete()).isTrue();
        }
      }
      assertThat(session.ledger().verify().isSound()).isTrue();
      List<String> changes = new ArrayList<>();
      IntStream.range(0, 6)
          .mapToObj(i -> session.risk().changes("visits", "B" + i))
          .forEach(each -> each.forEach(change -> changes.add(text(change))));
      return changes;
    }
  }

  private static String text(GradeChange change) {
    return change.subject() + " " + change.day() + " " + change.to().label();
  }

  @Test
  void h2RecordsWhatIsRecordedInMemory() throws IOException {
    assertRecordsAsInMemory(Map.of("url", "jdbc:h2:file:" + folder.resolve("city")));
  }

  @Test
  void postgresRecordsWhatIsRecordedInMemory() throws IOException, SQLException {
    assertRecordsAsInMemory(Postgres.newDatabase());
  }

  private void assertRecordsAsInMemory(Map<String, String> settings) throws IOException {
    Path policy = Files.writeString(folder.resolve("visits.json"), POLICY);
    Instant clock = BEGIN.plus(Duration.ofDays(200));
    List<String> stored = live(StoredCity.builder(settings, clock).policy(policy));
    List<String> inMemory =
        live(StoredCity.builder(settings, clock).policy(policy).storage("memory", Map.of()));
    assertThat(stored).isEqualTo(inMemory).hasSizeGreaterThan(50);
  }
}
