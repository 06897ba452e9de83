package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspections;
import static io.foodsafety.runtime.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One random change of anything that is stored and sealed, however small, is found. */
class TamperingTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final String LEDGER = "ledger";
  private static final String SEALS = "ledger_seals";

  /** The document of formats, 60 facts, 5 withdrawals, 5 subjects in two versions each. */
  private static final int ENTRIES = 1 + 60 + 5 + 10;

  private final ProbeStorage storage = new ProbeStorage();
  private Session session;
  private FoodSafety city;

  @BeforeEach
  void setUp() {
    city = storage.city().clock(new SettableClock(NOW.toString())).build();
    session = city.as(INSPECTOR);
    for (int block = 0; block < 5; block++) {
      session.facts().recordAll(inspections(12 * block + 12).skip(12L * block).toList());
      session.facts().withdraw(withdrawal("W" + block, "F" + block, "2024-05-20"));
      session.subjects().register(Samples.restaurant("S" + block, block));
      session
          .subjects()
          .register(Samples.restaurant("S" + block, block + 1), LocalDate.of(2024, 5, 1));
      city.advance(NOW);
    }
  }

  private LedgerReport verify() {
    return session.ledger().verify();
  }

  @Test
  void nothingIsFoundWhereNothingWasChanged() {
    assertThat(verify().faults()).isEmpty();
    assertThat(verify().sealed()).isEqualTo(ENTRIES);
    assertThat(verify().seals()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aRandomChangeOfALogIsFound(int kind) {
    for (int seed = 0; seed < 40; seed++) {
      ProbeStorage.Undo undo = storage.undo();
      tamper(kind, new Random(seed));
      assertThat(verify().isSound()).as("kind %d, seed %d", kind, seed).isFalse();
      undo.run();
    }
    assertThat(verify().faults()).isEmpty();
  }

  /** As many as {@code foodsafety.tamper.rounds} says, of everything. */
  @Test
  void randomChangesAreFound() {
    int rounds = Integer.getInteger("foodsafety.tamper.rounds", 60);
    long seed = Long.getLong("foodsafety.seed", System.nanoTime());
    System.out.printf("tamper in memory: %d rounds, -Dfoodsafety.seed=%d%n", rounds, seed);
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      ProbeStorage.Undo undo = storage.undo();
      Optional<Document> document = Optional.empty();
      int kind = random.nextInt(7);
      if (kind < 5) {
        tamper(kind, random);
      } else {
        document = Optional.of(replace("facts", "F" + random.nextInt(60), random));
      }
      assertThat(verify().isSound())
          .as("kind %d, round %d of -Dfoodsafety.seed=%d", kind, round, seed)
          .isFalse();
      document.ifPresent(old -> put("facts", old.id(), old.version(), old.body()));
      undo.run();
    }
    assertThat(verify().faults()).isEmpty();
  }

  private void tamper(int kind, Random random) {
    long position = 10L * (1 + random.nextInt(ENTRIES));
    long seal = 10L * (1 + random.nextInt(5));
    switch (kind) {
      case 0 -> storage.rewrite(LEDGER, position, flip(storage.entry(LEDGER, position), random));
      case 1 -> storage.drop(LEDGER, position);
      case 2 ->
          // Behind the last sealed entry it would be one that is not sealed yet.
          storage.rewrite(
              LEDGER, position - 1 - random.nextInt(9), storage.entry(LEDGER, position));
      case 3 -> storage.rewrite(SEALS, seal, flip(storage.entry(SEALS, seal), random));
      default -> storage.drop(SEALS, 10L * (1 + random.nextInt(5)));
    }
  }

  private static byte[] flip(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  @Test
  void aRandomChangeOfADocumentIsFound() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      String collection = List.of("facts", "withdrawals", "subjects").get(random.nextInt(3));
      String id =
          switch (collection) {
            case "facts" -> "F" + random.nextInt(60);
            case "withdrawals" -> "W" + random.nextInt(5);
            default -> "S" + random.nextInt(5);
          };
      Document old = replace(collection, id, random);
      assertThat(verify().isSound()).as("seed %d, %s/%s", seed, collection, id).isFalse();
      put(collection, id, old.version(), old.body());
      assertThat(verify().faults()).as("seed %d, put back", seed).isEmpty();
    }
  }

  private Document replace(String collection, String id, Random random) {
    Document old = storage.raw().read(view -> view.get(collection, id)).orElseThrow();
    put(collection, id, old.version(), flip(old.body(), random));
    return old;
  }

  /** Stores a document at a version, past the library. */
  private void put(String collection, String id, long version, byte[] body) {
    long stored = storage.raw().read(view -> view.get(collection, id)).orElseThrow().version();
    write(transaction -> transaction.delete(collection, id, stored));
    for (long each = 0; each < version; each++) {
      long expected = each;
      write(
          transaction ->
              transaction.put(DocumentWrite.replace(collection, id, expected, body, Map.of())));
    }
  }

  private void write(Consumer<WriteTransaction> work) {
    storage
        .raw()
        .write(
            transaction -> {
              work.accept(transaction);
              return true;
            });
  }

  @Test
  void theTreeShowsThatTheLastSealsWereTakenAway() {
    storage.drop(SEALS, 50);
    LedgerReport report = verify();
    assertThat(report.faults()).extracting(Issue::code).containsExactly("FS-LEDG-0033");
    assertThat(report.unsealed()).isEqualTo(15);
  }
}
