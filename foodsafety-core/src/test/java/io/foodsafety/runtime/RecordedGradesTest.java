package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static io.foodsafety.runtime.Samples.S2;
import static io.foodsafety.runtime.Samples.inspection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.message.EventType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of grades as facts: what is recorded, by what, and how often. */
class RecordedGradesTest {

  private static final Topic TOPIC = Topic.of("city-events");

  private final SettableClock clock = new SettableClock("2024-05-02T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();

  @TempDir private Path folder;

  private FoodSafetyBuilder builder(ProbeStorage own) {
    return own.city()
        .clock(clock)
        .policy(GradePolicies.thirtyDays(folder))
        .recordGradesOf(GradePolicies.ID);
  }

  private FoodSafety city() {
    return builder(storage).build();
  }

  private AdvanceReport advance(FoodSafety city) {
    AdvanceReport report = city.advance(clock.instant());
    assertThat(report.complete()).isTrue();
    return report;
  }

  private static void record(FoodSafety city, Fact fact) {
    assertThat(city.as(INSPECTOR).facts().record(fact).outcome()).isEqualTo(Outcome.RECORDED);
  }

  private static void withdraw(FoodSafety city, String id, String target, String at) {
    assertThat(
            city.as(INSPECTOR)
                .facts()
                .withdraw(Samples.withdrawal(id, target, at))
                .outcome())
        .isEqualTo(Outcome.RECORDED);
  }

  /** Day, what held before and what holds, such as {@code 2024-05-02 A>B}. */
  private static List<String> changes(FoodSafety city, String business) {
    return city.as(INSPECTOR).risk().changes(GradePolicies.ID, business).stream()
        .map(
            change ->
                change.day()
                    + " "
                    + change.from().map(GradeChange.Held::label).orElse("")
                    + ">"
                    + change.to().label())
        .toList();
  }

  private static List<Fact> facts(FoodSafety city) {
    return city.as(INSPECTOR).facts().list(FactQuery.all().ofKind(GradeChange.KIND)).toList();
  }

  private static void assertIsSound(FoodSafety city) {
    var ledger = city.as(INSPECTOR).ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.unsealed()).isZero();
  }

  @Test
  void aNewFactGradesItsBusinessAndLeavesAFact() {
    try (FoodSafety city = city()) {
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S1", 80));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 80));
      AdvanceReport first = advance(city);
      assertThat(first.businessesGraded()).isEqualTo(2);
      assertThat(first.gradeChangesRecorded()).isEqualTo(2);

      clock.pass(Duration.ofDays(1));
      record(city, inspection("F1", "2024-05-03", 90));
      AdvanceReport second = advance(city);
      assertThat(second.businessesGraded()).isEqualTo(1);
      assertThat(second.gradeChangesRecorded()).isEqualTo(1);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >A", "2024-05-03 A>B");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 >A");

      Fact fact = facts(city).get(2);
      assertThat(fact.id()).matches("grade:[0-9a-f]{64}:2");
      assertThat(fact.subject()).isEqualTo(S1);
      assertThat(fact.at()).isEqualTo(Moment.parse("2024-05-03"));
      assertThat(fact.source()).contains("advance");
      assertThat(fact.recordedAt()).contains(clock.instant());
      assertThat(fact.attributes())
          .containsOnly(
              Map.entry("policy", AttributeValue.code(GradePolicies.ID)),
              Map.entry("policyVersion", AttributeValue.string("1")),
              Map.entry("scale", AttributeValue.code("risk")),
              Map.entry("status", AttributeValue.code("graded")),
              Map.entry("grade", AttributeValue.code("B")),
              Map.entry("previousStatus", AttributeValue.code("graded")),
              Map.entry("previousGrade", AttributeValue.code("A")),
              Map.entry("direction", AttributeValue.code("worse")),
              Map.entry("score", AttributeValue.decimal(1)));
      GradeChange change = GradeChange.of(fact);
      assertThat(change.direction()).contains(Direction.WORSE);
      assertThat(change.fact()).isEqualTo(fact.id());
      assertIsSound(city);
    }
  }

  @Test
  void withNothingNewNothingIsWritten() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-02", 90));
      assertThat(advance(city).gradeChangesRecorded()).isEqualTo(1);
      AdvanceReport ownFacts = advance(city);
      assertThat(ownFacts.businessesGraded()).as("a change of a grade grades nobody").isZero();

      storage.failAfter(0);
      clock.pass(Duration.ofMinutes(1));
      assertThat(advance(city).businessesGraded()).isZero();
      storage.recover();
    }
  }
}
