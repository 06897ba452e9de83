package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoodSafetyTest {

  @Test
  void withoutSettingsItIsInMemoryAndInUtc() {
    try (FoodSafety city = FoodSafety.builder().build()) {
      assertThat(city.zone()).isEqualTo(ZoneOffset.UTC);
      assertThat(city.catalogue().findKind("inspection")).isPresent();
      Session session = city.as(INSPECTOR);
      assertThat(session.actor()).isEqualTo(INSPECTOR);
      assertThat(session).hasToString("person:inspector-7");
      assertThat(session.facts().record(inspection("F1", "2024-05-02", 1)).isStored()).isTrue();
    }
  }

  @Test
  void afterClosingNothingCanBeDone() {
    FoodSafety city = FoodSafety.builder().zone(ZoneId.of("Asia/Shanghai")).build();
    assertThat(city.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    Session session = city.as(INSPECTOR);
    city.close();
    assertThatThrownBy(() -> session.facts().find("F1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsStoredIsThereWhenItIsOpenedAgain() {
    ProbeStorage storage = new ProbeStorage();
    try (FoodSafety city = storage.city().build()) {
      city.as(INSPECTOR).facts().record(inspection("F1", "2024-05-02", 1));
    }
    try (FoodSafety city = storage.city().build()) {
      assertThat(city.as(INSPECTOR).facts().find("F1")).isPresent();
      assertThat(city.as(INSPECTOR).ledger().verify().entries()).isEqualTo(2);
    }
  }

  @Test
  void aNewerOrUnknownFormatIsRefusedWithBothVersions() {
    ProbeStorage storage = new ProbeStorage();
    storage.city().build().close();
    formats(storage, "{\"facts\":2,\"ledger\":1,\"seals\":1,\"subjects\":1,\"tasks\":1}");
    StartupException thrown =
        catchThrowableOfType(StartupException.class, () -> storage.city().build());
    assertThat(thrown.issues())
        .extracting(issue -> issue.message(Locale.ENGLISH))
        .containsExactly(
            "The stored format of facts is 2, and this version reads 1.",
            "The stored format of tasks is 1, and this version reads none.",
            "The stored format of withdrawals is none, and this version reads 1.");
    formats(storage, "garbage");
    assertThatThrownBy(() -> storage.city().build()).hasMessageContaining("FS-START-0016");
  }

  @Test
  void aStorageOfAnEarlierVersionGetsWhatItLacks() {
    ProbeStorage storage = new ProbeStorage();
    storage.city().build().close();
    formats(storage, "{\"facts\":1,\"ledger\":1,\"seals\":1,\"subjects\":1,\"withdrawals\":1}");
    for (int i = 0; i < 2; i++) {
      storage.city().build().close();
      Document stored = storage.raw().read(view -> view.get("meta", "formats").orElseThrow());
      assertThat(new String(stored.body(), StandardCharsets.UTF_8)).contains("\"submissions\":1");
      assertThat(stored.version()).isEqualTo(3);
    }
  }

  private static void formats(ProbeStorage storage, String body) {
    storage
        .raw()
        .write(
            transaction -> {
              long version = transaction.get("meta", "formats").orElseThrow().version();
              transaction.put(
                  DocumentWrite.replace(
                      "meta", "formats", version, body.getBytes(StandardCharsets.UTF_8), Map.of()));
              return true;
            });
  }

  @Test
  void aStorageThatFailsAtTheFirstWriteIsAProblem() {
    ProbeStorage storage = new ProbeStorage();
    storage.failAfter(0);
    StartupException thrown =
        catchThrowableOfType(StartupException.class, () -> storage.city().build());
    assertThat(thrown.issues()).extracting(Issue::code).containsExactly("FS-START-0015");
    assertThat(thrown).hasMessageContaining("The disk is full");
  }

  @Test
  void aPackThatThrowsIsAProblemAndWhatItThrewIsKept() {
    IllegalStateException thrown = new IllegalStateException("no key for the archive");
    RegionPack pack =
        new RegionPack() {
          @Override
          public String id() {
            throw thrown;
          }

          @Override
          public InputStream open(String name) {
            return InputStream.nullInputStream();
          }

          @Override
          public String location() {
            return "archive";
          }
        };
    StartupException e =
        catchThrowableOfType(
            StartupException.class,
            () -> FoodSafety.builder().withoutDiscovery().pack(pack).region("harbour").build());
    assertThat(e.issues()).extracting(Issue::code).containsExactly("FS-REGION-0023");
    assertThat(e).hasSuppressedException(thrown);
  }

  @Test
  void aBadPolicyIsListedWithTheOtherProblems(@TempDir Path folder) throws Exception {
    Path policy = folder.resolve("policy.json");
    Files.writeString(policy, "{}");
    StartupException thrown =
        catchThrowableOfType(
            StartupException.class,
            () -> FoodSafety.builder().policy(policy).storage("disk", Map.of()).build());
    List<String> codes = thrown.issues().stream().map(Issue::code).toList();
    assertThat(codes).contains("FS-START-0011").hasSizeGreaterThan(1);
  }
}
