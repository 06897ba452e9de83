package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.foodsafety.access.KeyFile;
import io.foodsafety.access.Look;
import io.foodsafety.access.SealedAttributeService;
import io.foodsafety.access.SealedValue;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedAttributesTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final Actor OMBUDSMAN = Actor.person("ombudsman");
  private static final String NAME = "Zhang San 13900000000";

  @TempDir Path folder;

  private final ProbeStorage storage = new ProbeStorage();
  private FoodSafety city;

  @BeforeEach
  void setUp() {
    KeyFile.create(folder.resolve("keys"));
    city = open();
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  private FoodSafety open() {
    return storage
        .city()
        .clock(new SettableClock(NOW.toString()))
        .keys("file", Map.of("file", folder.resolve("keys").toString()))
        .sealedAccess((actor, fact, attribute) -> actor.equals(OMBUDSMAN))
        .build();
  }

  private static Fact complaint(String id, String reporter) {
    return Fact.builder(id, "complaint", SubjectRef.business("S1"), Moment.parse("2024-05-02"))
        .attribute("channel", AttributeValue.code("hotline"))
        .attribute("reporter", AttributeValue.string(reporter))
        .build();
  }

  private RecordingResult record(Fact fact) {
    return city.as(INSPECTOR).facts().record(fact);
  }

  private SealedAttributeService sealed() {
    return city.as(OMBUDSMAN).sealedAttributes();
  }

  private SealedValue look(String fact) {
    return sealed().look(fact, "call back").orElseThrow().get("reporter");
  }

  private Document stored(String fact) {
    return storage.raw().read(view -> view.get("facts", fact)).orElseThrow();
  }

  @Test
  void nothingOfTheValueIsStoredOrRead() {
    assertThat(record(complaint("F1", NAME)).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(new String(stored("F1").body(), StandardCharsets.UTF_8))
        .doesNotContain("Zhang", "1390")
        .contains("AES-256-GCM");
    Fact read = city.as(OMBUDSMAN).facts().find("F1").orElseThrow();
    assertThat(read.attributes()).containsOnlyKeys("channel");
    assertThat(read.sealed()).containsExactly("reporter");
    assertThat(String.valueOf(RecordEncoder.encode(read).fields().get("attributes")))
        .contains("reporter={sealed=true}");
    city.advance(NOW);
    assertThat(city.as(INSPECTOR).ledger().verify().faults()).isEmpty();
  }

  @Test
  void aLookIsAllowedOrRefusedAndRecorded() {
    record(complaint("F1", NAME));
    assertThat(look("F1")).isEqualTo(SealedValue.shown(AttributeValue.string(NAME)));
    assertThat(look("F1").toString()).isEqualTo("SHOWN");
    assertThat(city.as(INSPECTOR).sealedAttributes().look("F1", "curious").orElseThrow())
        .containsExactly(Map.entry("reporter", SealedValue.refused()));
    assertThat(sealed().looks("F1"))
        .extracting(Look::actor, Look::purpose, look -> look.attributes().get("reporter"))
        .containsExactlyInAnyOrder(
            tuple("person:ombudsman", "call back", SealedValue.State.SHOWN),
            tuple("person:ombudsman", "call back", SealedValue.State.SHOWN),
            tuple("person:inspector-7", "curious", SealedValue.State.REFUSED));
    assertThat(sealed().look("F9", "none")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> sealed().look("F1", " "));
    city.advance(NOW);
    assertThat(city.as(INSPECTOR).ledger().verify().faults()).isEmpty();
  }

  @Test
  void recordingIsIdempotentAsWithoutSealing() {
    record(complaint("F1", NAME));
    byte[] before = stored("F1").body();
    assertThat(record(complaint("F1", NAME)).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    RecordingResult other = record(complaint("F1", "Li Si"));
    assertThat(other.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(other.toString()).doesNotContain("Li Si", "Zhang");
    assertThat(stored("F1").body()).isEqualTo(before);
  }

  @Test
  void keysAreChangedAndDestroyed() {
    record(complaint("F1", NAME));
    record(complaint("F2", NAME));
    String first = sealed().keys().get(0).id();
    String second = sealed().rotate();
    record(complaint("F3", NAME));
    assertThat(sealed().keys())
        .containsExactly(
            new KeyRing.Key(first, KeyRing.State.RETIRED),
            new KeyRing.Key(second, KeyRing.State.CURRENT));
    assertThat(look("F1").state()).isEqualTo(SealedValue.State.SHOWN);

    assertThat(sealed().rewrap()).isEqualTo(2);
    assertThat(sealed().rewrap()).isZero();
    sealed().destroy(first);
    assertThat(look("F1").state()).isEqualTo(SealedValue.State.SHOWN);

    sealed().rotate();
    record(complaint("F4", NAME));
    sealed().destroy(second);
    assertThat(look("F1")).isEqualTo(SealedValue.keyDestroyed());
    assertThat(look("F3")).isEqualTo(SealedValue.keyDestroyed());
    assertThat(look("F4").state()).isEqualTo(SealedValue.State.SHOWN);
    assertThat(sealed().rewrap()).isZero();
    city.advance(NOW);
    assertThat(city.as(INSPECTOR).ledger().verify().faults()).isEmpty();
    assertThat(city.as(INSPECTOR).facts().find("F1").orElseThrow().sealed())
        .containsExactly("reporter");
    // What can still be compared is compared.
    assertThat(record(complaint("F1", "anybody")).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(
            record(
                    complaint("F1", NAME).toBuilder()
                        .attribute("channel", AttributeValue.code("letter"))
                        .build())
                .outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aSealedValueCannotBeMovedToAnotherFact() {
    record(complaint("F1", NAME));
    record(complaint("F2", "Li Si"));
    byte[] moved =
        new String(stored("F1").body(), StandardCharsets.UTF_8)
            .replace("\"F1\"", "\"F2\"")
            .getBytes(StandardCharsets.UTF_8);
    storage
        .raw()
        .write(
            tx -> {
              tx.put(DocumentWrite.replace("facts", "F2", 1, moved, Map.of()));
              return true;
            });
    assertThatThrownBy(() -> look("F2"))
        .isInstanceOf(KeyException.class)
        .hasMessageNotContaining("Zhang");
  }

  @Test
  void withoutKeysNothingIsTakenInClear() {
    record(complaint("F1", NAME));
    try (FoodSafety without = storage.city().build()) {
      RecordingResult refused = without.as(INSPECTOR).facts().record(complaint("F2", NAME));
      assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-ACC-0001");
      assertThat(without.as(INSPECTOR).facts().find("F2")).isEmpty();
      assertThat(without.as(INSPECTOR).facts().find("F1").orElseThrow().sealed())
          .containsExactly("reporter");
      assertThat(without.as(INSPECTOR).sealedAttributes().keys()).isEmpty();
      assertThat(without.as(INSPECTOR).sealedAttributes().look("F1", "x").orElseThrow())
          .containsEntry("reporter", SealedValue.refused());
    }
  }

  @Test
  void wrongKeysAreAProblemOfTheStart() {
    assertThatThrownBy(
            () ->
                storage
                    .city()
                    .keys("file", Map.of("file", folder.resolve("other").toString()))
                    .build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0021");
    assertThatThrownBy(() -> storage.city().keys("fil", Map.of()).crypto("sm4").build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0019");
    assertThatThrownBy(() -> storage.city().keys("fil", Map.of()).build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0020");
    assertThatThrownBy(() -> storage.city().keys("file", Map.of()).build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0013");
  }

  @Test
  void whatIsImportedInOneBatchIsSealed() {
    List<RecordingResult> results =
        city.as(INSPECTOR)
            .facts()
            .recordAll(
                List.of(complaint("F1", NAME), complaint("F1", NAME), complaint("F2", NAME)));
    assertThat(results)
        .extracting(RecordingResult::outcome)
        .containsExactly(Outcome.RECORDED, Outcome.ALREADY_KNOWN, Outcome.RECORDED);
    assertThat(look("F2").state()).isEqualTo(SealedValue.State.SHOWN);
  }
}
