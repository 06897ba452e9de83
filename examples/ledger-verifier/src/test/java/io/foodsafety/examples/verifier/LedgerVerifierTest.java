package io.foodsafety.examples.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.LedgerService;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier shares no code with the library: each checks the other. */
class LedgerVerifierTest {

  private static final int ENTRIES = 300;

  @TempDir Path folder;

  private final FoodSafety city = FoodSafety.builder().withoutDiscovery().build();
  private final LedgerService ledger = city.as(Actor.person("p1")).ledger();
  private Path roots;

  @BeforeEach
  void setUp() throws IOException {
    Session office = city.as(Actor.person("p1"));
    for (int i = 1; i < ENTRIES; i++) {
      office.subjects().register(Subject.builder("S" + i + "\"店\\", "店铺 " + i).build());
    }
    city.advance(Instant.parse("2024-06-01T08:00:00Z"));
    List<String> kept = new ArrayList<>();
    for (long size = 1; size <= ENTRIES; size++) {
      kept.add(ledger.root(size).toJson());
    }
    roots = Files.write(folder.resolve("roots.ndjson"), kept);
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  private boolean holds(String... proofs) throws IOException, GeneralSecurityException {
    Path file = Files.write(folder.resolve("proofs.ndjson"), List.of(proofs));
    return run(file.toString(), roots.toString()).startsWith("holds");
  }

  private static String run(String... files) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean holds = LedgerVerifier.run(files, new PrintStream(out, true, UTF_8));
    assertThat(holds).isEqualTo(!out.toString(UTF_8).contains("DOES NOT HOLD"));
    return out.toString(UTF_8);
  }

  @Test
  void everyProofOfTheLibraryHolds() throws IOException, GeneralSecurityException {
    Random random = new Random(1);
    for (int i = 0; i < 400; i++) {
      long size = 1 + random.nextInt(ENTRIES);
      long part = 1 + random.nextInt((int) size);
      assertThat(holds(ledger.findProof(part, size).orElseThrow().toJson())).isTrue();
      assertThat(holds(ledger.proveConsistency(part, size).toJson())).isTrue();
    }
  }

  @Test
  void aProofInWhichOneCharacterWasChangedDoesNotHold()
      throws IOException, GeneralSecurityException {
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      long size = 2 + random.nextInt(ENTRIES - 1);
      long part = 1 + random.nextInt((int) size - 1);
      String proof =
          i % 2 == 0
              ? ledger.findProof(part, size).orElseThrow().toJson()
              : ledger.proveConsistency(part, size).toJson();
      int digit = digit(proof, random);
      char other = proof.charAt(digit) == '1' ? '2' : '1';
      String changed = proof.substring(0, digit) + other + proof.substring(digit + 1);
      assertThat(holds(changed)).as(changed).isFalse();
    }
  }

  /** A digit that is not in the name of the format or of the hash function. */
  private static int digit(String proof, Random random) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < proof.length(); i++) {
      boolean named = isWithin(proof, "\"digest\"", i) || isWithin(proof, "\"format\"", i);
      if (!named && Character.isDigit(proof.charAt(i))) {
        places.add(i);
      }
    }
    return places.get(random.nextInt(places.size()));
  }

  private static boolean isWithin(String proof, String field, int place) {
    int start = proof.indexOf(field);
    return place > start && place < proof.indexOf(',', start);
  }

  @Test
  void aRootThatWasNotKeptProvesNothing() throws IOException, GeneralSecurityException {
    Path proof =
        Files.writeString(
            folder.resolve("proof"), ledger.findProof(7).orElseThrow().toJson() + "\n");
    Path others = Files.writeString(folder.resolve("others"), ledger.root(7).toJson() + "\n");
    assertThat(run(proof.toString(), roots.toString())).startsWith("holds");
    assertThat(run(proof.toString(), others.toString())).contains("its root was not kept");
  }

  @Test
  void theDocumentIsThatOfTheEntry() throws IOException, GeneralSecurityException {
    String id = "S6\"店\\";
    long position = ledger.findLastEntry("subjects", id).orElseThrow();
    Path proof =
        Files.writeString(
            folder.resolve("proof"), ledger.findProof(position).orElseThrow().toJson() + "\n");
    byte[] stored = ledger.findDocument("subjects", id).orElseThrow();
    Path document = Files.write(folder.resolve("document"), stored);
    assertThat(run(proof.toString(), roots.toString(), document.toString())).startsWith("holds");
    stored[3] ^= 1;
    Files.write(document, stored);
    assertThat(run(proof.toString(), roots.toString(), document.toString()))
        .contains("another document");
  }

  @Test
  void whatIsNoProofDoesNotHold() throws IOException, GeneralSecurityException {
    assertThat(holds("{}")).isFalse();
    assertThat(holds("anything")).isFalse();
    assertThat(holds(ledger.root().toJson())).isFalse();
    Path empty = Files.writeString(folder.resolve("empty"), "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] files = {empty.toString(), roots.toString()};
    assertThat(LedgerVerifier.run(files, new PrintStream(out, true, UTF_8))).isFalse();
  }
}
