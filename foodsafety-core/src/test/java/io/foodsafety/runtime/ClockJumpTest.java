package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.message.EventType;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clock jumps by years, forward or backward, and back again. Times are what it said; what was
 * recorded, sealed and told does not depend on their order.
 */
class ClockJumpTest {

  private static final Topic TOPIC = Topic.of("jumps");
  private static final int FACTS = 10;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();

  private FoodSafety city(SettableClock any) {
    return storage.city().clock(any).publishing(TOPIC, EventType.FACT_RECORDED).build();
  }

  private static List<Fact> facts(int first) {
    return IntStream.range(first, first + FACTS)
        .mapToObj(i -> Samples.inspection("F" + i, "2000-01-01", i))
        .toList();
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "facts/F" + i + "@1").toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3_653, -1, -3_653})
  void recordsSealsAndTellsAsBefore(int days) throws InterruptedException {
    BlockingQueue<Message> told = new LinkedBlockingQueue<>();
    List<Instant> times = new ArrayList<>();
    try (FoodSafety city = city(clock)) {
      city.messages().subscribe(TOPIC, "readers", told::add);
      for (int part = 0; part < 3; part++) {
        times.add(clock.instant());
        recordAndAdvance(city, part * FACTS);
        clock.pass(Duration.ofDays(part == 0 ? days : -days));
      }
      assertThat(city.as(INSPECTOR).facts().recordAll(facts(0)))
          .extracting(RecordingResult::outcome)
          .containsOnly(Outcome.ALREADY_KNOWN);
      for (int i = 0; i < 3 * FACTS; i++) {
        assertThat(city.as(INSPECTOR).facts().get("F" + i).recordedAt())
            .contains(times.get(i / FACTS));
      }
      assertIsSound(city);
      List<String> ids = new ArrayList<>();
      while (ids.size()
          < 3 * FACTS) { // while the city is open: messages of this process end with it
        Message next = told.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a message after %s", ids).isNotNull();
        ids.add(next.id());
      }
      assertThat(ids).isEqualTo(ids(3 * FACTS));
    }
    assertThat(told).isEmpty();
  }

  private void recordAndAdvance(FoodSafety city, int first) {
    assertThat(city.as(INSPECTOR).facts().recordAll(facts(first)))
        .extracting(RecordingResult::outcome)
        .containsOnly(Outcome.RECORDED);
    AdvanceReport report = city.advance(clock.instant());
    assertThat(report.complete()).isTrue();
    assertThat(report.now()).isEqualTo(clock.instant());
    assertThat(report.relayed().sent()).isEqualTo(FACTS);
    assertThat(report.relayed().complete()).isTrue();
  }

  private static void assertIsSound(FoodSafety city) {
    LedgerReport ledger = city.as(INSPECTOR).ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.unsealed()).isZero();
    assertThat(ledger.entries()).isEqualTo(ledger.documents());
  }

  /** Leases go by the time of the storage, or they would last for years. */
  @Test
  void twoProcessesWithClocksYearsApartTakeTurns() {
    SettableClock ahead = new SettableClock("2034-06-01T08:00:00Z");
    try (FoodSafety one = city(clock);
        FoodSafety other = city(ahead)) {
      for (int part = 0; part < 4; part++) {
        FoodSafety city = part % 2 == 0 ? one : other;
        Instant now = part % 2 == 0 ? clock.instant() : ahead.instant();
        city.as(INSPECTOR).facts().recordAll(facts(part * FACTS));
        AdvanceReport report = city.advance(now);
        assertThat(report.complete()).isTrue();
        assertThat(report.relayed().sent()).isEqualTo(FACTS);
      }
      assertIsSound(one);
      assertIsSound(other);
    }
  }

  @Test
  void whatLiesAheadOfAClockSetBackIsRefusedAndTakenLater() {
    Fact fact = Samples.inspection("F1", "2024-06-01", 90);
    try (FoodSafety city = city(clock)) {
      clock.pass(Duration.ofDays(-365));
      RecordingResult refused = city.as(INSPECTOR).facts().record(fact);
      assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(refused.issues()).singleElement().asString().contains("2024-06-01");
      clock.pass(Duration.ofDays(365));
      assertThat(city.as(INSPECTOR).facts().record(fact).outcome()).isEqualTo(Outcome.RECORDED);
    }
  }

  /** A finding made by a clock that was years ahead never held, once the gap is closed. */
  @Test
  void findingsOfAClockSetBackAreWithdrawnForGood() {
    try (FoodSafety city = city(clock)) {
      city.as(INSPECTOR).trace().capture(transfer());
      clock.pass(Duration.ofDays(3_653));
      assertThat(city.advance(clock.instant()).findingsRecorded()).isEqualTo(1);
      clock.pass(Duration.ofDays(-3_653));
      assertThat(counting(city, "2040-01-01")).hasSize(1);

      city.as(INSPECTOR).trace().capture(origin());
      assertThat(city.advance(clock.instant()).findingsWithdrawn()).isEqualTo(1);
      assertThat(counting(city, "2024-06-01")).isEmpty();
      assertThat(counting(city, "2040-01-01")).isEmpty();
      assertIsSound(city);
    }
  }

  private static TraceEvent transfer() {
    return new TraceEvent.Transfer(
        "E1",
        Optional.of(EventTime.parse("2024-05")),
        Optional.empty(),
        S1.id(),
        "S2",
        Optional.empty(),
        lot());
  }

  private static TraceEvent origin() {
    return new TraceEvent.Create("E2", Optional.of(EventTime.parse("2024-05")), S1.id(), lot());
  }

  private static List<TraceItem> lot() {
    return List.of(TraceItem.lot("L1", Quantity.of("10", Unit.KILOGRAM)));
  }

  private static List<Fact> counting(FoodSafety city, String date) {
    FactQuery query =
        FactQuery.all().ofKind("trace-finding").countingOn(LocalDate.parse(date), ZoneOffset.UTC);
    return city.as(INSPECTOR).facts().list(query).toList();
  }
}
