package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspection;
import static io.foodsafety.runtime.Samples.inspections;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.WriteTransaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tampers with each part of what is stored. Entry 10 is the document of formats; entries 20 to 250
 * are the facts F0 to F23. Seal 10 covers entries 10 to 110, seal 20 entries 120 to 210, seal 30
 * entry 220; the rest is not sealed.
 */
class LedgerServiceTest {

  private static final String LEDGER = "ledger";
  private static final String SEALS = "ledger_seals";

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();
  private FoodSafety city;

  @BeforeEach
  void setUp() {
    city = storage.city().clock(clock).build();
    var facts = city.as(INSPECTOR).facts();
    facts.recordAll(inspections(10).toList());
    city.advance(clock.instant());
    facts.recordAll(inspections(20).skip(10).toList());
    city.advance(clock.instant());
    facts.recordAll(inspections(21).skip(20).toList());
    city.advance(clock.instant());
    facts.recordAll(inspections(24).skip(21).toList());
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  private LedgerReport verify() {
    List<Issue> heard = new ArrayList<>();
    LedgerReport report = city.as(INSPECTOR).ledger().verify(heard::add);
    assertThat(report.faults()).isEqualTo(heard);
    assertThat(report.faultCount()).isEqualTo(heard.size());
    assertThat(report.isSound()).isEqualTo(heard.isEmpty());
    return report;
  }

  /** Code and the place that the issue names. */
  private List<String> faults() {
    return verify().faults().stream().map(LedgerServiceTest::describe).toList();
  }

  private static String describe(Issue issue) {
    Map<String, String> slots = issue.attributes();
    String place = slots.containsKey("id") ? slots.get("id") : slots.get("position");
    return issue.code().substring("FS-LEDG-".length()) + " " + place;
  }

  @Test
  void nothingIsWrongWithWhatNobodyTouched() {
    LedgerReport report = verify();
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isEqualTo(25);
    assertThat(report.sealed()).isEqualTo(22);
    assertThat(report.unsealed()).isEqualTo(3);
    assertThat(report.firstUnsealed()).isEqualTo(230);
    assertThat(report.lastPosition()).isEqualTo(250);
    assertThat(report.documents()).isEqualTo(25);
    assertThat(report.seals()).isEqualTo(3);
    assertThat(report.head()).matches("[0-9a-f]{64}").doesNotMatch("0+");
  }

  @Test
  void everyEntrySaysWhoDidWhatWhen() {
    Map<String, ?> entry = CanonicalJson.read(storage.entry(LEDGER, 20));
    assertThat(entry.get("actor")).isEqualTo("person:inspector-7");
    assertThat(entry.get("at")).isEqualTo("2024-06-01T08:00:00Z");
    assertThat(entry.get("op")).isEqualTo("put");
    assertThat(entry.get("collection")).isEqualTo("facts");
    assertThat(entry.get("id")).isEqualTo("F0");
    assertThat(entry.get("version")).isEqualTo(BigDecimal.ONE);
    assertThat(entry.get("hash")).asString().matches("[0-9a-f]{64}");
    assertThat(CanonicalJson.read(storage.entry(LEDGER, 10)).get("actor"))
        .isEqualTo("system:foodsafety");
    assertThat(CanonicalJson.read(storage.entry(SEALS, 10)).get("actor"))
        .isEqualTo("system:advance");
  }

  @Test
  void aChangedEntryIsNamed() {
    byte[] entry = storage.entry(LEDGER, 30);
    storage.rewrite(LEDGER, 30, replace(entry, "person:inspector-7", "person:inspector-8"));
    assertThat(faults()).containsExactly("0001 30");
  }

  private static byte[] replace(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDroppedEntryIsNamedAndSoIsTheDocumentWithoutIt() {
    storage.drop(LEDGER, 30);
    assertThat(faults()).containsExactly("0002 30", "0023 F1");
  }

  @Test
  void anInsertedEntryIsNamed() {
    storage.rewrite(LEDGER, 35, replace(storage.entry(LEDGER, 30), "\"F1\"", "\"F99\""));
    assertThat(faults()).containsExactly("0003 35", "0022 F99");
  }

  @Test
  void anEntryInsertedBeforeTheFirstOrBetweenSealsIsNamed() {
    byte[] entry = storage.entry(LEDGER, 30);
    storage.rewrite(LEDGER, 5, entry);
    storage.rewrite(LEDGER, 115, entry);
    assertThat(faults()).contains("0003 5", "0003 115");
  }

  @Test
  void entriesThatChangedPlacesAreNamed() {
    byte[] first = storage.entry(LEDGER, 30);
    storage.rewrite(LEDGER, 30, storage.entry(LEDGER, 130));
    storage.rewrite(LEDGER, 130, first);
    LedgerReport report = verify();
    assertThat(report.faults().stream().map(LedgerServiceTest::describe))
        .containsExactly("0004 30", "0004 130");
    assertThat(report.faults().get(0).attributes()).containsEntry("found", "130");
  }

  @Test
  void anEntryMovedIntoAGapIsNamedOnce() {
    storage.rewrite(LEDGER, 33, storage.entry(LEDGER, 30));
    storage.drop(LEDGER, 30);
    assertThat(faults()).containsExactly("0004 30");
  }

  @Test
  void anUnreadableEntryOfTheTailIsNamed() {
    storage.rewrite(LEDGER, 240, "garbage".getBytes(StandardCharsets.UTF_8));
    assertThat(faults()).containsExactly("0005 240", "0023 F22");
  }

  @Test
  void aChangedSealIsNamedWhateverWasChanged() {
    storage.rewrite(
        SEALS, 20, replace(storage.entry(SEALS, 20), "system:advance", "system:advanse"));
    assertThat(faults()).containsExactly("0011 20");
  }

  @Test
  void anEntryChangedTogetherWithItsSealBreaksTheChain() {
    // The block with entry 120 is sealed anew, hash and all; the next seal knows the old hash.
    Map<String, Object> seal = new HashMap<>(CanonicalJson.read(storage.entry(SEALS, 20)));
    seal.put("at", "2024-06-01T09:00:00Z");
    seal.remove("hash");
    seal.put(
        "hash",
        com.google.common.hash.Hashing.sha256().hashBytes(CanonicalJson.write(seal)).toString());
    storage.rewrite(SEALS, 20, CanonicalJson.write(seal));
    assertThat(faults()).containsExactly("0012 30");
  }

  @Test
  void aMissingSealIsNamed() {
    storage.drop(SEALS, 20);
    assertThat(faults()).containsExactly("0013 30");
  }

  @Test
  void anUnreadableSealIsNamed() {
    storage.rewrite(SEALS, 20, replace(storage.entry(SEALS, 20), "\"format\":1", "\"format\":2"));
    assertThat(faults()).containsExactly("0014 20");
  }

  @Test
  void theFirstSealMayNotBeMissing() {
    storage.drop(SEALS, 10);
    assertThat(faults()).containsExactly("0013 20");
  }

  private void raw(Consumer<WriteTransaction> work) {
    storage
        .raw()
        .write(
            transaction -> {
              work.accept(transaction);
              return true;
            });
  }

  private Document fact(String id) {
    return storage.raw().read(view -> view.get("facts", id)).orElseThrow();
  }

  private static DocumentWrite write(String id, long expected, byte[] body) {
    return DocumentWrite.replace("facts", id, expected, body, Map.of());
  }

  @Test
  void aChangedDocumentIsNamed() {
    // Deleted and put anew, so that the version is the old one.
    byte[] body = fact("F3").body();
    raw(transaction -> transaction.delete("facts", "F3", 1));
    raw(transaction -> transaction.put(write("F3", 0, replace(body, "2024-05-02", "2023-05-02"))));
    assertThat(faults()).containsExactly("0021 F3");
  }

  @Test
  void aDocumentPutPastTheLedgerIsNamed() {
    byte[] body = fact("F4").body();
    raw(transaction -> transaction.put(write("F3", 1, body)));
    assertThat(faults()).containsExactly("0025 F3");
  }

  @Test
  void missingAndUnknownDocumentsAreNamed() {
    raw(transaction -> transaction.delete("facts", "F0", 1));
    raw(transaction -> transaction.delete("facts", "F9", 1));
    raw(transaction -> transaction.put(write("E0", 0, new byte[] {1})));
    raw(transaction -> transaction.put(write("F9a", 0, new byte[] {1})));
    raw(
        transaction ->
            transaction.put(DocumentWrite.insert("subjects", "S9", new byte[] {1}, Map.of())));
    assertThat(faults()).containsExactly("0023 E0", "0022 F0", "0022 F9", "0023 F9a", "0023 S9");
  }

  @Test
  void aDocumentThatWasRolledBackIsNamed() {
    var subjects = city.as(INSPECTOR).subjects();
    subjects.register(Samples.restaurant("S1", 1));
    Document old = storage.raw().read(view -> view.get("subjects", "S1")).orElseThrow();
    subjects.register(Samples.restaurant("S1", 2), java.time.LocalDate.of(2024, 6, 1));
    raw(transaction -> transaction.delete("subjects", "S1", 2));
    raw(
        transaction ->
            transaction.put(DocumentWrite.insert("subjects", "S1", old.body(), Map.of())));
    assertThat(faults()).containsExactly("0024 S1");
  }

  @Test
  void aDeletedDocumentThatIsThereAndASkippedVersionAreNamed() {
    // As later versions of the library will write them.
    byte[] body = storage.entry(LEDGER, 20);
    byte[] deletion =
        replace(
            replace(body, "\"op\":\"put\"", "\"op\":\"delete\""),
            CanonicalJson.read(body).get("hash").toString(),
            "");
    storage.rewrite(LEDGER, 255, deletion);
    storage.rewrite(
        LEDGER, 256, replace(storage.entry(LEDGER, 30), "\"version\":1", "\"version\":3"));
    assertThat(faults()).containsExactly("0026 F0", "0027 F1", "0024 F1");
  }

  @Test
  void onlyTheFirstThousandFaultsAreKept() {
    raw(
        transaction -> {
          for (int i = 0; i < 1_001; i++) {
            transaction.put(write("X" + i, 0, new byte[] {1}));
          }
        });
    LedgerReport report = city.as(INSPECTOR).ledger().verify();
    assertThat(report.faultCount()).isEqualTo(1_001);
    assertThat(report.faults()).hasSize(LedgerReport.MAX_FAULTS);
  }

  @Test
  void manyMisplacedEntriesAreReportedInPieces() {
    city.as(INSPECTOR).facts().recordAll(inspections(3_000).skip(24).toList());
    city.advance(clock.instant());
    for (long position = 1_000; position < 9_000; position += 10) {
      storage.rewrite(LEDGER, position, storage.entry(LEDGER, position + 20_000));
    }
    List<Issue> faults = new ArrayList<>();
    city.as(INSPECTOR).ledger().verify(faults::add);
    assertThat(faults.stream().filter(each -> each.code().equals("FS-LEDG-0001")).count())
        .isEqualTo(800);
  }

  @Test
  void positionsBehindAGapAreSealedAndVerifiedToo() {
    city.as(INSPECTOR).facts().record(inspection("F24", "2024-05-02", 1));
    city.advance(clock.instant());
    assertThat(verify().unsealed()).isZero();
    assertThat(CanonicalJson.read(storage.entry(SEALS, 40)).get("positions"))
        .isEqualTo("230,240,250,260");
  }
}
