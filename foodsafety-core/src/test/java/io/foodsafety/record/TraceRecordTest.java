package io.foodsafety.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.spi.format.DataRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceRecordTest {

  private static final Instant LATEST = Instant.parse("2024-06-02T12:00:00Z");

  private static final RecordDecoder DECODER = RecordDecoder.of(FactCatalogue.empty(), LATEST);

  private static final String SHIP =
      """
      {"type":"trace","id":"E1","event":"ship","at":"2024-05-02","from":"S1","to":"S2",\
      "document":"D1","items":[{"lot":"L1","quantity":120,"unit":"KGM"}]}\
      """;

  private static final TraceItem ALL_OF_L1 = TraceItem.lot("L1");

  @Test
  void aDispatchWithEverything() throws IOException {
    assertThat(decode(SHIP.replace("\"at\"", "\"recordedAt\":\"2024-05-03T00:00:00Z\",\"at\"")))
        .isEqualTo(
            new Decoded.TraceRecord(
                new TraceEvent.Ship(
                    "E1",
                    at("2024-05-02"),
                    "S1",
                    Optional.of("S2"),
                    Optional.of("D1"),
                    List.of(TraceItem.lot("L1", Quantity.of("120", Unit.KILOGRAM)))),
                Optional.of(Instant.parse("2024-05-03T00:00:00Z"))));
  }

  @Test
  void everyKindOfEvent() throws IOException {
    List<TraceItem> items = List.of(ALL_OF_L1);
    Optional<EventTime> never = Optional.empty();
    assertThat(event("\"create\",\"at\":\"2024\",\"party\":\"S1\",\"outputs\":[{\"lot\":\"L1\"}]"))
        .isEqualTo(new TraceEvent.Create("E1", at("2024"), "S1", items));
    assertThat(
            event(
                "\"transfer\",\"receivedAt\":\"2024-05\",\"from\":\"S1\",\"to\":\"S1\",\"items\":[{\"lot\":\"L1\"}]"))
        .isEqualTo(
            new TraceEvent.Transfer(
                "E1", never, at("2024-05"), "S1", "S1", Optional.empty(), items));
    assertThat(
            event(
                "\"receive\",\"at\":\"2024-05-02T10:15:00+08:00\",\"to\":\"S1\",\"items\":[{\"container\":\"C1\"},{\"lot\":\"L1\",\"quantity\":0}]"))
        .isEqualTo(
            new TraceEvent.Receive(
                "E1",
                at("2024-05-02T02:15:00Z"),
                Optional.empty(),
                "S1",
                Optional.empty(),
                List.of(
                    TraceItem.container("C1"), TraceItem.lot("L1", Quantity.of("0", Unit.ONE)))));
    assertThat(
            event(
                "\"transform\",\"party\":\"S1\",\"process\":\"P7\",\"outputs\":[{\"lot\":\"L1\"}]"))
        .isEqualTo(
            new TraceEvent.Transform("E1", never, "S1", List.of(), items, Optional.of("P7")));
    assertThat(
            event(
                "\"pack\",\"party\":\"S1\",\"container\":\"C1\",\"items\":[{\"lot\":\"L1\",\"unit\":null}]"))
        .isEqualTo(new TraceEvent.Pack("E1", never, "S1", "C1", items));
    for (String list : List.of("", ",\"items\":null", ",\"items\":[]")) {
      assertThat(event("\"unpack\",\"party\":\"S1\",\"container\":\"C1\"" + list))
          .isEqualTo(new TraceEvent.Unpack("E1", never, "S1", "C1", List.of()));
    }
    assertThat(
            event("\"remove\",\"party\":\"S1\",\"reason\":\"sold\",\"items\":[{\"lot\":\"L1\"}]"))
        .isEqualTo(new TraceEvent.Remove("E1", never, "S1", RemovalReason.SOLD, items));
    assertThat(
            event(
                """
                "observe","party":"S1","items":[{"lot":"L1"}],\
                "attributes":{"step":"检查","temperature":-18.50,"sealed":true,"seen":null}\
                """))
        .isEqualTo(
            new TraceEvent.Observe(
                "E1",
                never,
                "S1",
                items,
                Map.of(
                    "step", AttributeValue.string("检查"),
                    "temperature", AttributeValue.decimal("-18.5"),
                    "sealed", AttributeValue.bool(true))));
    assertThat(event("\"void\",\"target\":\"E0\",\"reason\":\"wrong lot\""))
        .isEqualTo(new TraceEvent.Voiding("E1", never, "E0", "wrong lot"));
  }

  @Test
  void anErrorDeclarationIsTheVoidOfTheEvent() throws IOException {
    assertThat(
            event(
                "\"create\",\"party\":\"S1\",\"outputs\":[{\"lot\":\"L1\"}],\"errorDeclaration\":{\"at\":\"2024-05\",\"reason\":\"twice\"}"))
        .isEqualTo(new TraceEvent.Voiding("E1!error", at("2024-05"), "E1", "twice"));
  }

  @Test
  void whatIsEncodedComesBackAsItWas() {
    RecordDecoder decoder = RecordDecoder.of(FactCatalogue.empty(), Instant.MAX);
    for (long seed = 0; seed < 2_000; seed++) {
      TraceEvent event = new RandomTraceEvents(seed).next();
      DataRecord record = RecordEncoder.encode(event);
      Map<String, Object> stored = CanonicalJson.read(CanonicalJson.write(record.fields()));
      assertThat(decoder.decode(DataRecord.of("trace", stored, record.location())))
          .as("seed %s", seed)
          .isEqualTo(new Decoded.TraceRecord(event, Optional.empty()));
    }
  }

  @Test
  void theEncodedEventHasTheShapeOfTheContract() throws IOException {
    DataRecord record = RecordEncoder.encode(((Decoded.TraceRecord) decode(SHIP)).event());

    assertThat(record.type()).isEqualTo("trace");
    assertThat(new String(CanonicalJson.write(record.fields()), UTF_8))
        .isEqualTo(
            """
            {"at":"2024-05-02","document":"D1","event":"ship","from":"S1","id":"E1",\
            "items":[{"lot":"L1","quantity":120,"unit":"KGM"}],"to":"S2"}\
            """);
  }

  @Test
  void allFaultsOfAnEventAreNamedAtOnce() throws IOException {
    assertThat(
            issues(
                """
                {"type":"trace","event":"ship","at":"2024-13","from":" S1","too":"S2","document":7,\
                "party":"S1","items":[{"lot":"L1","quantity":-1},{"lot":"L2","unit":"KGM"},7,\
                {"lot":"","quantity":"5","unit":"kg"},{"container":"C1","quantity":1},{}]}\
                """))
        .containsExactly(
            "/at FS-REC-0105",
            "/document FS-REC-0104",
            "/from FS-REC-0105",
            "/id FS-REC-0103",
            "/items/0/quantity FS-REC-0114",
            "/items/1/quantity FS-REC-0103",
            "/items/2 FS-REC-0104",
            "/items/3/lot FS-REC-0105",
            "/items/3/quantity FS-REC-0104",
            "/items/3/unit FS-REC-0105",
            "/items/4/quantity FS-REC-0102",
            "/items/5/lot FS-REC-0103",
            "/party FS-REC-0102",
            "/too FS-REC-0102");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'ship' | 'shipp' | /event FS-REC-0109",
        "'event':'ship' | 'event':null | /event FS-REC-0103",
        "'event':'ship' | 'event':7 | /event FS-REC-0104",
        "'from':'S1' | 'from':null | /from FS-REC-0103",
        "'to':'S2' | 'to':null | ``",
        "'to':'S2' | 'to':'' | /to FS-REC-0105",
        "'to':'S2' | 'process':'P1' | /process FS-REC-0102",
        "'2024-05-02' | '2024-06-03' | /at FS-REC-0110",
        "'2024-05-02' | '2024-06' | ``",
        "'2024-05-02' | '2024-07' | /at FS-REC-0110",
        "'2024-05-02' | '2025' | /at FS-REC-0110",
        "'2024-05-02' | '0000' | /at FS-REC-0105",
        "'2024-05-02' | '24-05' | /at FS-REC-0105",
        "'2024-05-02' | '2024-05-02T10:00:00' | /at FS-REC-0105",
        "'at':'2024-05-02' | 'recordedAt':'2024-06-03T00:00:00Z' | /recordedAt FS-REC-0110",
        "'at':'2024-05-02' | 'recordedAt':'2024-05-02' | /recordedAt FS-REC-0105",
        "[{'lot':'L1','quantity':120,'unit':'KGM'}] | [] | /items FS-REC-0103",
        "[{'lot':'L1','quantity':120,'unit':'KGM'}] | {} | /items FS-REC-0104",
        "'items':[{'lot':'L1','quantity':120,'unit':'KGM'}] | 'item':[] | /item FS-REC-0102;/items FS-REC-0103",
        "'lot':'L1' | 'lot':'L1','container':'C1' | /items/0/lot FS-REC-0102;/items/0/quantity FS-REC-0102;/items/0/unit FS-REC-0102",
        "'to':'S2' | 'errorDeclaration':{} | /errorDeclaration/reason FS-REC-0103",
        "'to':'S2' | 'errorDeclaration':'x' | /errorDeclaration FS-REC-0104",
        "'to':'S2' | 'errorDeclaration':{'reason':'x','at':'2025','who':'y'} | /errorDeclaration/at FS-REC-0110;/errorDeclaration/who FS-REC-0102",
      })
  void oneFaultInAGoodEvent(String good, String bad, String expected) throws IOException {
    String line = SHIP.replace('"', '\'');
    assertThat(line).contains(good);

    assertThat(String.join(";", issues(line.replace(good, bad).replace('\'', '"'))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'void','target':'E1','reason':'x' | /target FS-REC-0105",
        "'void','reason':' ','errorDeclaration':{'reason':'x'} | /errorDeclaration FS-REC-0102;/reason FS-REC-0113;/target FS-REC-0103",
        "'remove','party':'S1','reason':'sale','items':[{'lot':'L1'}] | /reason FS-REC-0109",
        "'remove','party':'S1','items':[{'lot':'L1'}] | /reason FS-REC-0103",
        "'transform','party':'S1','inputs':[{'lot':'L1'}] | /outputs FS-REC-0103",
        "'transform','party':'S1' | /inputs FS-REC-0103;/outputs FS-REC-0103",
        "'transform','party':'S1','process':'P' | /outputs FS-REC-0103",
        "'pack','party':'S1','items':[{'lot':'L1'}] | /container FS-REC-0103",
        "'observe','party':'S1','items':[{'lot':'L1'}],'attributes':{'a':[],' b':1} | /attributes/ b FS-REC-0105;/attributes/a FS-REC-0104",
        "'transfer','from':'S1','receivedAt':'soon','items':[{'lot':'L1'}] | /receivedAt FS-REC-0105;/to FS-REC-0103",
      })
  void faultsOfSomeKinds(String rest, String expected) throws IOException {
    String line = "{'type':'trace','id':'E1','event':%s}".formatted(rest).replace('\'', '"');

    assertThat(String.join(";", issues(line))).isEqualTo(expected);
  }

  @Test
  void theIdOfAnEventWithAnErrorDeclarationLeavesRoomForThatOfTheVoid() throws IOException {
    String line =
        "{\"type\":\"trace\",\"id\":\"%s\",\"event\":\"unpack\",\"party\":\"S1\",\"container\":\"C1\",\"errorDeclaration\":{\"reason\":\"x\"}}";

    assertThat(issues(line.formatted("名".repeat(250)))).isEmpty();
    assertThat(issues(line.formatted("名".repeat(251)))).containsExactly("/id FS-REC-0105");
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 10_001})
  void aListHasALimit(int size) throws IOException {
    String items = "{\"lot\":\"L1\"}" + ",{\"lot\":\"L1\"}".repeat(size - 1);

    assertThat(issues(SHIP.replaceFirst("\\[.*]", "[" + items + "]")))
        .isEqualTo(size > 10_000 ? List.of("/items FS-REC-0112") : List.of());
  }

  @Test
  void aNumberThatNoRecordHoldsIsRefusedInACallToo() {
    TraceEvent event =
        new TraceEvent.Create(
            "E1",
            Optional.empty(),
            "S1",
            List.of(TraceItem.lot("L1", new Quantity(new BigDecimal("1E+20"), Unit.ONE))));

    assertThat(issues(DECODER.decode(RecordEncoder.encode(event))))
        .containsExactly("/outputs/0/quantity FS-REC-0007");
  }

  @Test
  void aMonthBeginsInTheZoneOfTheReader() throws IOException {
    DataRecord record =
        CollectedRecords.ofNdjson(SHIP.replace("2024-05-02", "2024-06")).records.get(0);
    Instant latest = Instant.parse("2024-05-31T16:00:00Z");

    assertThat(
            RecordDecoder.of(FactCatalogue.empty(), latest, ZoneId.of("Asia/Shanghai"))
                .decode(record))
        .isInstanceOf(Decoded.TraceRecord.class);
    assertThat(RecordDecoder.of(FactCatalogue.empty(), latest).decode(record))
        .isInstanceOf(Decoded.Rejected.class);
  }

  @Test
  void issuesNameTheNearestWords() throws IOException {
    Decoded decoded = decode(SHIP.replace("\"ship\"", "\"shipped\""));

    assertThat(((Decoded.Rejected) decoded).issues().get(0).toLine(Locale.ENGLISH))
        .isEqualTo(
            "a.ndjson:1 /event: FS-REC-0109 The value (shipped) of (/event) is unknown. Maybe ship.");
    Decoded other = decode(SHIP.replace("\"document\"", "\"dokument\""));
    assertThat(((Decoded.Rejected) other).issues().get(0).toLine(Locale.ENGLISH))
        .isEqualTo(
            "a.ndjson:1 /dokument: FS-REC-0102 The field (dokument) is unknown. Maybe document.");
  }

  @Test
  void theReasonOfAVoidIsNotRepeatedInMessages() throws IOException {
    assertThat(
            decode(
                    "{\"type\":\"trace\",\"id\":\"E1\",\"event\":\"void\",\"target\":\"E0\",\"reason\":\"Zhang San\\u0007\"}")
                .toString())
        .contains("FS-REC-0113")
        .doesNotContain("Zhang");
  }

  private static Optional<EventTime> at(String text) {
    return Optional.of(EventTime.parse(text));
  }

  private static TraceEvent event(String rest) throws IOException {
    Decoded decoded = decode("{\"type\":\"trace\",\"id\":\"E1\",\"event\":%s}".formatted(rest));
    assertThat(decoded).isInstanceOf(Decoded.TraceRecord.class);
    return ((Decoded.TraceRecord) decoded).event();
  }

  private static Decoded decode(String line) throws IOException {
    CollectedRecords read = CollectedRecords.ofNdjson(line);
    assertThat(read.issues).isEmpty();
    return DECODER.decode(read.records.get(0));
  }

  private static List<String> issues(String line) throws IOException {
    return issues(decode(line));
  }

  private static List<String> issues(Decoded decoded) {
    List<Issue> issues =
        decoded instanceof Decoded.Rejected rejected ? rejected.issues() : List.of();
    return issues.stream().map(issue -> issue.location().path() + " " + issue.code()).toList();
  }
}
