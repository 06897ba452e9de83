package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static io.foodsafety.runtime.Samples.S2;
import static io.foodsafety.runtime.Samples.inspection;
import static io.foodsafety.runtime.Samples.sample;
import static io.foodsafety.runtime.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.FactService;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactServiceTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();
  private FoodSafety city;
  private FactService facts;

  @BeforeEach
  void setUp() {
    city = storage.city().clock(clock).zone(SHANGHAI).build();
    facts = city.as(INSPECTOR).facts();
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  @Test
  void recordsAFactWithTheTimeOfTheClock() {
    Fact fact = inspection("F1", "2024-05-02", 90);
    assertThat(facts.record(fact)).isEqualTo(RecordingResult.recorded("F1"));
    assertThat(facts.get("F1")).isEqualTo(fact.toBuilder().recordedAt(clock.instant()).build());
    assertThat(facts.find("F2")).isEmpty();
    assertThatThrownBy(() -> facts.get("F2")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void keepsTheTimeOfRecordingThatAFactBrings() {
    Instant earlier = Instant.parse("2020-01-01T00:00:00Z");
    facts.record(inspection("F1", "2019-05-02", 90).toBuilder().recordedAt(earlier).build());
    assertThat(facts.get("F1").recordedAt()).contains(earlier);
  }

  @Test
  void theSameContentIsKnownAndOtherContentRefused() {
    facts.record(inspection("F1", "2024-05-02", 90));
    clock.pass(Duration.ofDays(1));

    assertThat(facts.record(inspection("F1", "2024-05-02", 90)).outcome())
        .isEqualTo(Outcome.ALREADY_KNOWN);
    RecordingResult refused = facts.record(inspection("F1", "2024-05-03", 10));
    assertThat(refused.isStored()).isFalse();
    assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-FACT-0101");
    assertThat(refused.issues().get(0).attributes())
        .containsEntry("id", "F1")
        .containsEntry("fields", "at, attributes");
    assertThat(facts.get("F1").at()).isEqualTo(Moment.parse("2024-05-02"));
  }

  @Test
  void aBatchAnswersForEachAndStoresTheGoodOnes() {
    facts.record(inspection("F1", "2024-05-02", 90));
    List<RecordingResult> results =
        facts.recordAll(
            List.of(
                inspection("F1", "2024-05-02", 90),
                inspection("F2", "2024-05-02", 80),
                inspection("F1", "2024-05-02", 1),
                inspection("F2", "2024-05-02", 80),
                inspection("F2", "2024-05-02", 81),
                Fact.builder("F3", "inspektion", S1, Moment.parse("2024-05-02")).build(),
                inspection("F4", "2024-07-02", 90)));
    assertThat(results)
        .extracting(RecordingResult::outcome)
        .containsExactly(
            Outcome.ALREADY_KNOWN,
            Outcome.RECORDED,
            Outcome.REFUSED,
            Outcome.ALREADY_KNOWN,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.REFUSED);
    assertThat(results.get(5).issues()).extracting(Issue::code).containsExactly("FS-REC-0120");
    assertThat(results.get(6).issues()).extracting(Issue::code).containsExactly("FS-REC-0110");
    assertThat(facts.list(FactQuery.all())).extracting(Fact::id).containsExactly("F1", "F2");
    assertThat(facts.recordAll(List.of())).isEmpty();
  }

  @Test
  void aFactShowsOnceInTheHistoryOfEverythingItConcerns() {
    facts.record(sample("F1", "2024-05-02"));
    facts.record(
        Fact.builder("F2", "sample", S1, Moment.parse("2024-05-03"))
            .ref("producer", S1)
            .ref("laboratory", S2)
            .build());
    assertThat(facts.history(S1).facts())
        .extracting(Fact::id)
        .containsExactlyInAnyOrder("F1", "F2");
    assertThat(facts.history(S2).facts())
        .extracting(Fact::id)
        .containsExactlyInAnyOrder("F1", "F2");
    assertThat(facts.history(SubjectRef.business("S3")).facts()).isEmpty();
    assertThat(facts.histories(List.of(S1, S2, SubjectRef.business("S3"))).keySet())
        .containsExactly(S1, S2, SubjectRef.business("S3"));
    assertThat(facts.list(FactQuery.all().concerning(S2, "producer")))
        .extracting(Fact::id)
        .containsExactly("F1");
    assertThat(facts.list(FactQuery.all().concerning(S1, FactQuery.SUBJECT_ROLE)))
        .extracting(Fact::id)
        .containsExactly("F1", "F2");
  }

  @Test
  void aWithdrawnFactCountsBeforeTheWithdrawalAndNotFromThenOn() {
    facts.record(sample("F1", "2024-05-02"));
    facts.record(inspection("F2", "2024-05-02", 90));
    assertThat(facts.withdraw(withdrawal("W1", "F1", "2024-05-20")))
        .isEqualTo(RecordingResult.recorded("W1"));

    for (SubjectRef subject : List.of(S1, S2)) {
      assertThat(counting(subject, "2024-05-19")).contains("F1");
      assertThat(counting(subject, "2024-05-20")).doesNotContain("F1");
    }
    assertThat(facts.list(FactQuery.all().countingOn(day("2024-05-19"), SHANGHAI)))
        .extracting(Fact::id)
        .containsExactly("F1", "F2");
    assertThat(facts.list(FactQuery.all().countingOn(day("2024-05-20"), SHANGHAI)))
        .extracting(Fact::id)
        .containsExactly("F2");
    assertThat(facts.list(FactQuery.all().countingOn(day("2024-05-01"), SHANGHAI))).isEmpty();
    assertThat(facts.list(FactQuery.all())).hasSize(2);
    assertThat(facts.find("F1")).isPresent();
  }

  private List<String> counting(SubjectRef subject, String date) {
    return facts.history(subject).counting(AsOf.date(day(date)), SHANGHAI).stream()
        .map(Fact::id)
        .toList();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  @Test
  void withdrawalsAreIdempotentAndNeedATarget() {
    facts.record(sample("F1", "2024-05-02"));
    List<RecordingResult> results =
        facts.withdrawAll(
            List.of(
                withdrawal("W1", "F1", "2024-05-20"),
                withdrawal("W2", "F9", "2024-05-20"),
                withdrawal("W1", "F1", "2024-05-20"),
                withdrawal("W1", "F1", "2024-05-21")));
    assertThat(results)
        .extracting(RecordingResult::outcome)
        .containsExactly(Outcome.RECORDED, Outcome.REFUSED, Outcome.ALREADY_KNOWN, Outcome.REFUSED);
    assertThat(results.get(1).issues()).extracting(Issue::code).containsExactly("FS-FACT-0103");
    assertThat(results.get(3).issues()).extracting(Issue::code).containsExactly("FS-FACT-0102");
    assertThat(facts.withdraw(withdrawal("W1", "F1", "2024-05-20")).outcome())
        .isEqualTo(Outcome.ALREADY_KNOWN);
  }

  @Test
  void answersAsItWasKnownAtAnEarlierTime() {
    facts.record(inspection("F1", "2024-05-02", 90));
    clock.pass(Duration.ofDays(1));
    Instant firstNight = clock.instant();
    facts.record(inspection("F2", "2024-05-01", 80));
    clock.pass(Duration.ofDays(1));
    Instant secondNight = clock.instant();
    facts.withdraw(withdrawal("W1", "F1", "2024-05-03"));

    LocalDate date = day("2024-05-31");
    FactQuery counting = FactQuery.all().countingOn(date, SHANGHAI);
    assertThat(facts.list(counting.knownBefore(firstNight)))
        .extracting(Fact::id)
        .containsExactly("F1");
    assertThat(facts.list(counting.knownBefore(secondNight)))
        .extracting(Fact::id)
        .containsExactly("F2", "F1");
    assertThat(facts.list(counting)).extracting(Fact::id).containsExactly("F2");
    assertThat(facts.history(S1).knownBefore(secondNight).counting(AsOf.date(date), SHANGHAI))
        .hasSize(2);
  }

  @Test
  void windowsEndWithTheDayInTheZoneAsked() {
    facts.recordAll(
        List.of(
            inspection("date", "2024-05-02", 1),
            inspection("first", "2024-05-01T16:00:00Z", 1), // midnight in Shanghai
            inspection("last", "2024-05-02T15:59:59.999Z", 1),
            inspection("after", "2024-05-02T16:00:00Z", 1),
            inspection("before", "2024-05-01T15:59:59Z", 1)));
    FactQuery query = FactQuery.all().between(day("2024-05-02"), day("2024-05-02"), SHANGHAI);
    assertThat(facts.list(query)).extracting(Fact::id).containsExactly("first", "date", "last");
    assertThat(
            facts.list(
                FactQuery.all().between(day("2024-05-02"), day("2024-05-02"), ZoneOffset.UTC)))
        .extracting(Fact::id)
        .containsExactly("date", "last", "after");
    assertThat(facts.list(query.ofKind("penalty"))).isEmpty();
    assertThat(facts.list(query.ofKind("inspection").concerning(S1))).hasSize(3);
  }

  @Test
  void theEdgesOfTimeCanBeAskedFor() {
    facts.record(inspection("F1", "0001-01-01", 1));
    FactQuery all = FactQuery.all().between(LocalDate.MIN, LocalDate.MAX, ZoneOffset.UTC);
    assertThat(facts.list(all)).hasSize(1);
    FactQuery none =
        FactQuery.all().between(LocalDate.MIN, day("0001-01-01").minusDays(1), SHANGHAI);
    assertThat(facts.list(none)).isEmpty();
    assertThat(facts.list(FactQuery.all().countingOn(LocalDate.MIN, SHANGHAI))).isEmpty();
  }

  @Test
  void listsMoreThanAPageInOrder() {
    List<Fact> many =
        IntStream.range(0, 1_200)
            .mapToObj(i -> inspection("F%05d".formatted(i), "2024-05-02", i % 100))
            .toList();
    facts.recordAll(many);
    facts.withdraw(withdrawal("W1", "F00700", "2024-05-02"));
    assertThat(facts.list(FactQuery.all())).hasSize(1_200).extracting(Fact::id).isSorted();
    assertThat(facts.list(FactQuery.all().countingOn(day("2024-05-02"), SHANGHAI))).hasSize(1_199);
    assertThat(facts.list(FactQuery.all()).limit(3)).hasSize(3);
    assertThat(facts.history(S1).facts()).hasSize(1_200);
  }

  @Test
  void ofTwoThreadsThatRecordOneIdExactlyOneWins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 30; round++) {
        String id = "F" + round;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<RecordingResult>> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          int score = i;
          Callable<RecordingResult> call =
              () -> {
                start.await();
                return facts.record(inspection(id, "2024-05-02", score));
              };
          results.add(threads.submit(call));
        }
        start.countDown();
        List<RecordingResult> won = new ArrayList<>();
        for (Future<RecordingResult> result : results) {
          if (result.get().isStored()) {
            won.add(result.get());
          }
        }
        assertThat(won).hasSize(1);
        assertThat(won.get(0).outcome()).isEqualTo(Outcome.RECORDED);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
  }

  @Test
  void factsStayReadableWhenTheirKindIsNoLongerDeclared() {
    // As a city whose policy file, which declared these, is no longer given.
    String body =
        "{\"at\":\"2024-05-02\",\"attributes\":{\"cold\":true,\"name\":\"x\",\"tags\":[\"a\"],\"t\":4.5},"
            + "\"id\":\"F1\",\"kind\":\"cold-chain\",\"subject\":\"S1\"}";
    storage
        .raw()
        .write(
            transaction -> {
              transaction.put(
                  io.foodsafety.spi.storage.DocumentWrite.insert(
                      "facts",
                      "F1",
                      body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                      java.util.Map.of("concerns", List.of("business:S1"))));
              return true;
            });
    Fact fact = facts.get("F1");
    assertThat(fact.findAttribute("t")).contains(AttributeValue.decimal("4.5"));
    assertThat(fact.findAttribute("cold")).contains(AttributeValue.bool(true));
    assertThat(facts.history(S1).facts()).containsExactly(fact);
  }
}
