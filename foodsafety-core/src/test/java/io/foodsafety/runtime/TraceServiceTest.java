package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.record.ImportCounts;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordSource;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.trace.TraceService;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceServiceTest {

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();
  private FoodSafety city;
  private TraceService trace;

  @BeforeEach
  void setUp() {
    city = storage.city().clock(clock).build();
    trace = city.as(INSPECTOR).trace();
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  private static TraceEvent ship(String id, String lot, int kilograms) {
    return new TraceEvent.Ship(
        id,
        Optional.of(EventTime.parse("2024-05")),
        "S1",
        Optional.of("S2"),
        Optional.empty(),
        List.of(TraceItem.lot(lot, Quantity.of(String.valueOf(kilograms), Unit.KILOGRAM))));
  }

  @Test
  void anEventComesBackAsItWas() {
    TraceEvent event = ship("E1", "L1", 120);

    assertThat(trace.position()).isZero();
    assertThat(trace.capture(event)).isEqualTo(RecordingResult.recorded("E1"));
    assertThat(trace.find("E1")).contains(event);
    assertThat(trace.find("E2")).isEmpty();
    assertThat(trace.events()).containsExactly(event);
    assertThat(trace.position()).isEqualTo(10);
  }

  @Test
  void theSameContentIsKnownAndOtherContentRefused() {
    trace.capture(ship("E1", "L1", 120));
    clock.pass(Duration.ofDays(1));

    assertThat(trace.capture(ship("E1", "L1", 120)).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    RecordingResult refused = trace.capture(ship("E1", "L1", 121));
    assertThat(refused.isStored()).isFalse();
    assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-TRACE-0001");
    assertThat(refused.issues().get(0).attributes())
        .containsEntry("id", "E1")
        .containsEntry("fields", "items");
    assertThat(trace.events()).containsExactly(ship("E1", "L1", 120));
    assertThat(trace.position()).isEqualTo(10);
  }

  @Test
  void aBatchAnswersForEachAndTheLogNamesWhatWasStoredInItsOrder() {
    trace.capture(ship("E1", "L1", 1));
    TraceEvent late =
        new TraceEvent.Create(
            "E4", Optional.of(EventTime.parse("2024-07")), "S1", List.of(TraceItem.lot("L1")));
    TraceEvent codes =
        new TraceEvent.Observe(
            "E5",
            Optional.empty(),
            "S1",
            List.of(TraceItem.lot("L1")),
            Map.of("steps", AttributeValue.codes(List.of("a"))));

    List<RecordingResult> results =
        trace.captureAll(
            List.of(
                ship("E3", "L1", 3),
                ship("E1", "L1", 1),
                ship("E3", "L1", 4),
                ship("E3", "L1", 3),
                late,
                codes,
                ship("E2", "L1", 2)));

    assertThat(results)
        .extracting(RecordingResult::outcome)
        .containsExactly(
            Outcome.RECORDED,
            Outcome.ALREADY_KNOWN,
            Outcome.REFUSED,
            Outcome.ALREADY_KNOWN,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.RECORDED);
    assertThat(results.get(4).issues()).extracting(Issue::code).containsExactly("FS-REC-0110");
    assertThat(results.get(5).issues()).extracting(Issue::code).containsExactly("FS-REC-0104");
    assertThat(trace.events()).extracting(TraceEvent::id).containsExactly("E1", "E3", "E2");
    assertThat(trace.captureAll(List.of())).isEmpty();
  }

  @Test
  void manyEventsAreReadInTheOrderOfTheirCapture() {
    List<TraceEvent> events =
        IntStream.range(0, 2_500).mapToObj(i -> ship("E" + (9_999 - i), "L" + i, i)).toList();
    for (int i = 0; i < 2_500; i += 500) {
      trace.captureAll(events.subList(i, i + 500));
    }

    assertThat(trace.events()).containsExactlyElementsOf(events);
  }

  @Test
  void whatATransactionLosesIsNotInTheLog() {
    storage.failAfter(0);
    assertThatThrownBy(() -> trace.capture(ship("E1", "L1", 1)))
        .isInstanceOf(StorageException.class);
    storage.recover();

    assertThat(trace.position()).isZero();
    assertThat(trace.capture(ship("E1", "L1", 1)).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(trace.events()).hasSize(1);
  }

  @Test
  void eventsAreFoundByLotAndPartyAndAreInTheLedger() {
    trace.capture(ship("E1", "L1", 1));
    trace.capture(new TraceEvent.Voiding("E2", Optional.empty(), "E1", "twice"));

    for (Query query :
        List.of(
            Query.of("trace_events").where("lot", "L1"),
            Query.of("trace_events").where("party", "S1"),
            Query.of("trace_events").where("party", "S2"),
            Query.of("trace_events").range("at", "2024-05", "2024-06"))) {
      assertThat(storage.raw().read(view -> view.query(query)).documents())
          .extracting(document -> document.id())
          .containsExactly("E1");
    }
    city.advance(clock.instant());
    assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
    assertThat(city.as(INSPECTOR).ledger().verify().documents()).isEqualTo(3);
  }

  @Test
  void aFileMayMixEventsWithOtherRecordsInAnyOrder() {
    String lines =
        """
        {"type":"trace","id":"E3","event":"void","target":"E1","reason":"twice"}
        {"type":"trace","id":"E1","event":"create","party":"S1","outputs":[{"lot":"L1","quantity":5}]}
        {"type":"subject","id":"S1","name":"N"}
        {"type":"trace","id":"E1","event":"create","party":"S1","outputs":[{"lot":"L1","quantity":5.0,"unit":"C62"}]}
        {"type":"trace","id":"E1","event":"create","party":"S1","outputs":[{"lot":"L2"}],"errorDeclaration":{"reason":"x"}}
        {"type":"trace","id":"E4","event":"create","party":"S1"}
        {"type":"trace","id":"E1","event":"create","party":"S1","outputs":[{"lot":"L2"}]}
        """;

    ImportReport report = importFrom(lines);

    assertThat(report.byType())
        .containsEntry("trace", new ImportCounts(3, 1, 2))
        .containsEntry("subject", new ImportCounts(1, 0, 0));
    assertThat(trace.find("E1!error"))
        .contains(new TraceEvent.Voiding("E1!error", Optional.empty(), "E1", "x"));
    assertThat(trace.events()).hasSize(3);
    assertThat(importFrom(lines).byType()).containsEntry("trace", new ImportCounts(0, 4, 2));
    assertThat(trace.events()).hasSize(3);
  }

  private ImportReport importFrom(String lines) {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    return city.as(INSPECTOR)
        .records()
        .importFrom(
            List.of(RecordSource.of("a.ndjson", () -> new ByteArrayInputStream(bytes))),
            new ImportOptions(4, 10),
            ImportListener.SILENT);
  }

  @Test
  void aLogThatNamesWhatIsNotStoredIsDamaged() {
    trace.capture(ship("E1", "L1", 1));
    storage.rewrite("trace", 10, "E9".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> trace.events().count())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("E9");
  }
}
