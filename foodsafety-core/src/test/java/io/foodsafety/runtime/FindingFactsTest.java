package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.trace.FindingKind;
import io.foodsafety.trace.TraceFinding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingFactsTest {

  private static final String KIND = "trace-finding";
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
  private static final SubjectRef S2 = SubjectRef.business("S2");

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();

  private FoodSafety city() {
    return storage.city().clock(clock).build();
  }

  private static void capture(FoodSafety city, TraceEvent... events) {
    assertThat(city.as(INSPECTOR).trace().captureAll(List.of(events)))
        .allMatch(result -> result.outcome() == Outcome.RECORDED);
  }

  private AdvanceReport advance(FoodSafety city) {
    return city.advance(clock.instant());
  }

  private static List<Fact> facts(FoodSafety city, FactQuery query) {
    return city.as(INSPECTOR).facts().list(query.ofKind(KIND)).toList();
  }

  private static List<Fact> all(FoodSafety city) {
    return facts(city, FactQuery.all());
  }

  private static List<Fact> counting(FoodSafety city) {
    return facts(city, FactQuery.all().countingOn(TODAY, ZoneOffset.UTC));
  }

  /** What is found now and what counts, as comparable text. */
  private static void assertInStep(FoodSafety city) {
    Set<String> found = new TreeSet<>();
    for (TraceFinding each : city.as(INSPECTOR).trace().gaps(Optional.empty()).findings()) {
      found.add(
          "%s %s %s %s"
              .formatted(each.kind().code(), each.lot(), each.party().orElse("-"), each.events()));
    }
    List<String> recorded = new ArrayList<>();
    for (Fact each : counting(city)) {
      recorded.add(
          "%s %s %s %s"
              .formatted(
                  code(each, "finding"),
                  code(each, "lot"),
                  Optional.ofNullable(each.refs().get("party")).map(SubjectRef::id).orElse("-"),
                  ((AttributeValue.Codes) each.findAttribute("events").orElseThrow()).values()));
    }
    assertThat(recorded).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(found);
  }

  private static String code(Fact fact, String attribute) {
    return ((AttributeValue.Code) fact.findAttribute(attribute).orElseThrow()).value();
  }

  private static Optional<EventTime> at(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(EventTime.parse(text));
  }

  private static TraceItem kilograms(String lot, int amount) {
    return TraceItem.lot(lot, Quantity.of(String.valueOf(amount), Unit.KILOGRAM));
  }

  private static TraceEvent create(String id, String party, String lot) {
    return new TraceEvent.Create(id, at("2024-05-01"), party, List.of(kilograms(lot, 10)));
  }

  private static TraceEvent receive(String id, String lot, String time) {
    return new TraceEvent.Receive(
        id, at(time), Optional.of("S1"), "S2", Optional.empty(), List.of(kilograms(lot, 10)));
  }

  private static TraceEvent ship(String id, String lot, String time) {
    return new TraceEvent.Ship(
        id, at(time), "S1", Optional.of("S2"), Optional.empty(), List.of(kilograms(lot, 10)));
  }

  private static TraceEvent erase(String id, String target) {
    return new TraceEvent.Voiding(id, Optional.empty(), target, "typing error");
  }

  @Test
  void writesAFactOnceAndThenHasNothingToDo() {
    try (FoodSafety city = city()) {
      capture(city, create("E1", "S1", "L1"), receive("E2", "L1", "2024-05-03"));
      assertThat(city.as(INSPECTOR).trace().gaps(Optional.empty()).findings()).hasSize(1);
      assertThat(all(city)).as("a query writes nothing").isEmpty();

      AdvanceReport report = advance(city);
      assertThat(report.findingsRecorded()).isEqualTo(1);
      assertThat(report.findingsWithdrawn()).isZero();
      assertThat(report.complete()).isTrue();

      Fact fact = all(city).get(0);
      assertThat(fact.id()).matches("trace:[0-9a-f]{64}:1");
      assertThat(fact.subject()).isEqualTo(S2);
      assertThat(fact.refs())
          .containsEntry("party", S2)
          .containsEntry("lot", SubjectRef.of(SubjectType.LOT, "L1"));
      assertThat(fact.at()).isEqualTo(Moment.parse("2024-05-03"));
      assertThat(fact.source()).contains("trace");
      assertThat(fact.recordedAt()).contains(clock.instant());
      assertThat(fact.attributes())
          .containsEntry("finding", AttributeValue.code("received-not-sent"))
          .containsEntry("lot", AttributeValue.code("L1"))
          .containsEntry("eventCount", AttributeValue.decimal(1))
          .containsEntry("events", AttributeValue.codes(List.of("E2")));
      assertInStep(city);

      storage.failAfter(0);
      clock.pass(Duration.ofMinutes(1));
      assertThat(advance(city).findingsRecorded()).isZero();
      storage.recover();
      assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
      assertThat(city.as(INSPECTOR).ledger().verify().unsealed()).isZero();
    }
  }

  @Test
  void withdrawsWhatALaterEventClosesAndFindsItAgain() {
    try (FoodSafety city = city()) {
      capture(city, create("E1", "S1", "L1"), receive("E2", "L1", "2024-05-03"));
      advance(city);
      Instant before = clock.instant().plusSeconds(1);
      clock.pass(Duration.ofDays(1));

      capture(city, ship("E3", "L1", "2024-05-02"));
      AdvanceReport closed = advance(city);
      assertThat(closed.findingsRecorded()).isZero();
      assertThat(closed.findingsWithdrawn()).isEqualTo(1);
      assertThat(counting(city)).isEmpty();
      assertThat(facts(city, FactQuery.all().countingOn(TODAY, ZoneOffset.UTC).knownBefore(before)))
          .as("as it was known then")
          .hasSize(1);

      capture(city, erase("E4", "E3"));
      assertThat(advance(city).findingsRecorded()).isEqualTo(1);
      assertThat(all(city)).hasSize(2);
      assertThat(counting(city))
          .singleElement()
          .satisfies(again -> assertThat(again.id()).endsWith(":2"));

      capture(city, erase("E5", "E4"));
      assertThat(advance(city).findingsWithdrawn()).isEqualTo(1);
      assertThat(counting(city)).isEmpty();
      assertInStep(city);
      assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
    }
  }

  @Test
  void whatBeginsAndEndsBetweenTwoAdvancesLeavesNothing() {
    try (FoodSafety city = city()) {
      capture(city, receive("E2", "L1", "2024-05-03"));
      city.as(INSPECTOR).trace().gaps(Optional.empty());
      capture(city, ship("E3", "L1", "2024-05-02"), create("E1", "S1", "L1"));
      assertThat(advance(city).findingsRecorded()).isZero();
      assertThat(all(city)).isEmpty();
    }
  }

  @Test
  void aFindingWithoutPartyIsAboutTheLot() {
    try (FoodSafety city = city()) {
      capture(city, create("E1", "S1", "L1"), create("E2", "S2", "L1"));
      advance(city);

      Fact fact = all(city).get(0);
      assertThat(code(fact, "finding")).isEqualTo(FindingKind.CODE_IN_TWO_PLACES.code());
      assertThat(fact.subject()).isEqualTo(SubjectRef.of(SubjectType.LOT, "L1"));
      assertThat(fact.refs()).containsOnlyKeys("lot");
    }
  }

  @Test
  void happensWithTheLastEventThatShowsItElseOnTheDayOfAdvance() {
    try (FoodSafety city = city()) {
      capture(city, receive("E1", "L1", "2024-05-03T23:30:00-02:00"));
      capture(city, receive("E2", "L2", "2024-04"), receive("E3", "L3", ""));
      capture(city, create("E4", "S1", "L4"));
      capture(
          city, new TraceEvent.Create("E5", at("2024-05-09"), "S3", List.of(kilograms("L4", 10))));
      advance(city);

      assertThat(all(city))
          .extracting(fact -> code(fact, "lot") + " " + fact.at())
          .contains("L1 2024-05-04T01:30:00Z", "L2 2024-04-01", "L3 2024-06-01", "L4 2024-05-09");
    }
  }

  @Test
  void moreThanCameInIsFoundWithTheExcess() {
    try (FoodSafety city = city()) {
      List<TraceItem> small =
          List.of(TraceItem.lot("L1", Quantity.of("1", Unit.KILOGRAM)), TraceItem.lot("L2"));
      capture(city, new TraceEvent.Create("E1", at("2024-05-01"), "S1", small));
      capture(city, ship("E2", "L1", "2024-05-02"));
      advance(city);

      assertThat(all(city))
          .filteredOn(fact -> code(fact, "finding").equals("over-sent"))
          .singleElement()
          .satisfies(fact -> assertThat(fact.attributes()).containsKey("excess"));
      assertInStep(city);
    }
  }

  @Test
  void aContainerTouchesTheLotsThatWereInIt() {
    try (FoodSafety city = city()) {
      TraceItem box = TraceItem.container("C1");
      capture(
          city,
          create("E1", "S1", "L1"),
          new TraceEvent.Pack("E2", at("2024-05-02"), "S1", "C1", List.of(kilograms("L1", 4))),
          new TraceEvent.Ship(
              "E3", at("2024-05-03"), "S1", Optional.of("S2"), Optional.empty(), List.of(box)));
      advance(city);
      assertThat(counting(city)).hasSize(1);

      capture(
          city,
          new TraceEvent.Receive(
              "E4", at("2024-05-04"), Optional.of("S1"), "S2", Optional.empty(), List.of(box)));
      assertThat(advance(city).findingsWithdrawn()).isEqualTo(1);
      assertInStep(city);
    }
  }

  @Test
  void whatAPersonWithdrewStaysWithdrawnUntilItComesBack() {
    try (FoodSafety city = city()) {
      capture(city, create("E1", "S1", "L1"), receive("E2", "L1", "2024-05-03"));
      advance(city);
      String id = all(city).get(0).id();
      city.as(INSPECTOR).facts().withdraw(Samples.withdrawal("W1", id, "2024-05-20"));
      capture(city, create("E3", "S2", "L1"));
      advance(city);
      assertThat(all(city)).filteredOn(fact -> fact.refs().containsKey("party")).hasSize(1);

      capture(city, ship("E4", "L1", "2024-05-02"));
      advance(city);
      capture(city, erase("E5", "E4"));
      advance(city);
      assertInStep(city);
    }
  }

  @Test
  void goesOnAfterARestart() {
    try (FoodSafety city = city()) {
      capture(city, receive("E1", "L1", "2024-05-03"), receive("E2", "L2", "2024-05-03"));
      advance(city);
    }
    try (FoodSafety city = city()) {
      assertThat(advance(city).findingsRecorded()).isZero();
      capture(city, ship("E3", "L1", "2024-05-02"), receive("E4", "L4", "2024-05-04"));
    }
    try (FoodSafety city = city()) {
      city.as(INSPECTOR).trace().gaps(Optional.empty());
      AdvanceReport report = advance(city);
      // The sender of L1 is now known to have sent what it never had.
      assertThat(report.findingsRecorded()).isEqualTo(2);
      assertThat(report.findingsWithdrawn()).isEqualTo(1);
      assertInStep(city);
    }
  }

  @Test
  void processesThatTakeTurnsOrAreAtItAtOnceWriteOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (FoodSafety one = city();
        FoodSafety other = city()) {
      List<Callable<AdvanceReport>> works = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        int from = i * 30;
        FoodSafety mine = i % 2 == 0 ? one : other;
        works.add(
            () -> {
              for (int lot = from; lot < from + 30; lot++) {
                capture(mine, receive("R" + lot, "L" + lot, "2024-05-03"));
                if (lot % 3 == 0) {
                  capture(mine, ship("S" + lot, "L" + lot, "2024-05-02"));
                }
                advance(mine);
              }
              return advance(mine);
            });
      }
      for (Future<AdvanceReport> each : threads.invokeAll(works)) {
        each.get();
      }
      advance(one);
      advance(other);
      assertThat(advance(other).findingsRecorded()).isZero();
      assertInStep(other);
      assertInStep(one);
      assertThat(one.as(INSPECTOR).ledger().verify().isSound()).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void leavesItToAnotherProcessThatIsAtIt() {
    try (FoodSafety city = city()) {
      capture(city, receive("E1", "L1", "2024-05-03"));
      Lease lease =
          storage.raw().tryLease("advance", "another process", Duration.ofMinutes(1)).orElseThrow();
      assertThat(advance(city).complete()).isFalse();
      assertThat(all(city)).isEmpty();
      storage.raw().release(lease);
      assertThat(advance(city).findingsRecorded()).isEqualTo(1);
    }
  }

  @Test
  void aCrashBetweenTwoStepsLosesNothingAndDoublesNothing() {
    int writes = 0;
    for (boolean crashed = true; crashed; writes++) {
      ProbeStorage own = new ProbeStorage();
      try (FoodSafety city = own.city().clock(clock).build()) {
        captureMany(city);
        advance(city);
        capture(city, ship("X1", "L1", "2024-05-02"), erase("X2", "S3"));
        capture(city, receive("X3", "M1", "2024-05-02"));
        captureMore(city);
        own.failAfter(writes);
        crashed = fails(city);
        own.recover();
      }
      try (FoodSafety city = own.city().clock(clock).build()) {
        AdvanceReport report = advance(city);
        assertThat(report.complete()).isTrue();
        assertInStep(city);
        assertThat(all(city)).extracting(Fact::id).doesNotHaveDuplicates().allMatch(this::isFirst);
        assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
        assertThat(advance(city).findingsRecorded()).isZero();
      }
    }
    assertThat(writes).as("several steps").isGreaterThan(4);
  }

  private boolean isFirst(String id) {
    return id.endsWith(":1");
  }

  private boolean fails(FoodSafety city) {
    try {
      advance(city);
      return false;
    } catch (StorageException e) {
      return true;
    }
  }

  private static void captureMany(FoodSafety city) {
    city.as(INSPECTOR)
        .trace()
        .captureAll(
            IntStream.range(0, 90)
                .mapToObj(
                    i ->
                        i % 3 == 0
                            ? ship("S" + i, "L" + i, "2024-05-02")
                            : receive("R" + i, "L" + i, "2024-05-03"))
                .toList());
  }

  private static void captureMore(FoodSafety city) {
    city.as(INSPECTOR)
        .trace()
        .captureAll(
            IntStream.range(0, 450)
                .mapToObj(i -> receive("Q" + i, "L" + i, "2024-05-04"))
                .toList());
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String lot = "L" + i % 3;
      events.add(create("C" + i, "S" + i % 2, lot));
      events.add(ship("S" + i, lot, "2024-05-0" + (i + 1)));
      events.add(receive("R" + i, lot, "2024-05-0" + (9 - i)));
      events.add(erase("V" + i, List.of("S" + i, "R1", "V" + (i + 7) % 8, "C3").get(i % 4)));
    }
    Set<Set<String>> results = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<TraceEvent> order = new ArrayList<>(events);
      Collections.shuffle(order, random);
      ProbeStorage own = new ProbeStorage();
      try (FoodSafety city = own.city().clock(clock).build()) {
        for (TraceEvent event : order) {
          capture(city, event);
          if (random.nextInt(3) == 0) {
            advance(city);
          }
        }
        advance(city);
        assertInStep(city);
        Set<String> hashes = new TreeSet<>();
        counting(city)
            .forEach(fact -> hashes.add(fact.id().substring(0, 70) + fact.at() + fact.subject()));
        results.add(hashes);
      }
    }
    assertThat(results).hasSize(1);
  }

  @Test
  void factsThatCameWithAnImportAreNotDoubled() {
    Fact recorded;
    try (FoodSafety city = city()) {
      capture(city, receive("E1", "L1", "2024-05-03"));
      advance(city);
      recorded = all(city).get(0);
    }
    try (FoodSafety city = new ProbeStorage().city().clock(clock).build()) {
      city.as(INSPECTOR).facts().record(recorded);
      capture(city, receive("E1", "L1", "2024-05-03"));
      advance(city);
      assertThat(all(city)).containsExactly(recorded);
    }
  }

  @Test
  void aRuleCountsThem(@TempDir Path folder) throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.json"),
            """
            {"policy": "p", "version": "1", "zone": "Asia/Shanghai",
             "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
             "dynamic": [{"item": "trace", "basis": "test",
               "value": {"count": {"kind": "trace-finding", "window": {"rolling": "P1Y"},
                 "where": {"eq": [{"fact": "finding"}, "received-not-sent"]}}}}],
             "bands": [{"grade": "A", "to": 1}, {"grade": "B", "above": 1}]}
            """);
    try (FoodSafety city = storage.city().clock(clock).policy(policy).build()) {
      capture(city, create("E1", "S1", "L1"), receive("E2", "L1", "2024-05-03"));
      capture(city, create("E3", "S1", "L2"), receive("E4", "L2", "2024-05-04"));
      advance(city);
      assertThat(score(city)).isEqualByComparingTo("2");

      capture(city, ship("E5", "L2", "2024-05-02"));
      advance(city);
      assertThat(score(city)).isEqualByComparingTo("1");
    }
  }

  private static BigDecimal score(FoodSafety city) {
    RiskAssessment assessment = city.as(INSPECTOR).risk().assess("S2");
    return assessment.score().orElseThrow();
  }

  @Test
  void damagedTraceRecordsDoNotLeaveTheLedgerUnsealed() {
    try (FoodSafety city = city()) {
      capture(city, receive("E1", "L1", "2024-05-03"));
      storage.rewrite("trace", 10, "E9".getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> advance(city)).isInstanceOf(StorageException.class);
      assertThat(city.as(INSPECTOR).ledger().verify().unsealed()).isZero();
      storage.rewrite("trace", 10, "E1".getBytes(StandardCharsets.UTF_8));
      assertThat(advance(city).findingsRecorded()).isEqualTo(1);
    }
  }

  @Test
  void progressIsNotADocumentOfTheLedger() {
    try (FoodSafety city = city()) {
      capture(city, create("E1", "S1", "L1"));
      long entries = city.as(INSPECTOR).ledger().verify().entries();
      advance(city);
      assertThat(city.as(INSPECTOR).ledger().verify().entries()).isEqualTo(entries);
      assertThat(storage.raw().read(view -> view.query(Query.of("progress"))).documents())
          .hasSize(1);
    }
  }
}
