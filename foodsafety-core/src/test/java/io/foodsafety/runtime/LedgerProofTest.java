package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspections;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.ledger.ConsistencyProof;
import io.foodsafety.ledger.InclusionProof;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.ledger.LedgerService;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerProofTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final String TREE = "ledger_tree";

  @TempDir Path folder;

  private final ProbeStorage storage = new ProbeStorage();
  private FoodSafety city;
  private LedgerService ledger;

  @BeforeEach
  void setUp() {
    city = open();
    ledger = city.as(INSPECTOR).ledger();
  }

  private FoodSafety open() {
    return storage.city().clock(new SettableClock(NOW.toString())).build();
  }

  private void record(int from, int to) {
    city.as(INSPECTOR).facts().recordAll(inspections(to).skip(from).toList());
  }

  @Test
  void theTreeGrowsWithTheSeals() {
    assertThat(ledger.root().size()).isZero();
    record(0, 700);
    assertThat(ledger.root().size()).isZero();
    city.advance(NOW);
    TreeRoot first = ledger.root();
    record(700, 900);
    city.advance(NOW);
    TreeRoot second = ledger.root();

    assertThat(first.size()).isEqualTo(701);
    assertThat(second.size()).isEqualTo(901);
    assertThat(ledger.root(701)).isEqualTo(first).isNotEqualTo(second);
    assertThat(ledger.verify().tree()).isEqualTo(second);
    ConsistencyProof proof = ledger.proveConsistency(701, 901);
    assertThat(proof.first()).isEqualTo(first);
    assertThat(proof.second()).isEqualTo(second);
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.root(902));
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.proveConsistency(0, 901));
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.proveConsistency(901, 701));
  }

  @Test
  void anEntryIsProvedByItsPosition() {
    record(0, 700);
    city.advance(NOW);
    InclusionProof proof = ledger.findProof(6_000).orElseThrow();

    assertThat(proof.index()).isEqualTo(599);
    assertThat(proof.entry()).contains("\"id\":\"F598\"");
    assertThat(proof.path()).hasSizeBetween(9, 10);
    assertThat(proof.tree()).isEqualTo(ledger.root());
    assertThat(ledger.findProof(6_000, 600)).isPresent();
    assertThat(ledger.findProof(6_000, 599)).isEmpty();
    assertThat(ledger.findProof(6_001)).isEmpty();
    assertThat(ledger.findProof(8_000)).isEmpty();
    assertThat(ledger.findLastEntry("facts", "F598")).hasValue(6_000);
    assertThat(ledger.findLastEntry("facts", "F9999")).isEmpty();
  }

  @Test
  void aCityOfAnEarlierVersionGetsItsTreeWhenItIsOpened() {
    record(0, 700);
    city.advance(NOW);
    TreeRoot root = ledger.root();
    city.close();
    forgetTree();
    try (FoodSafety later = open()) {
      LedgerService again = later.as(INSPECTOR).ledger();
      assertThat(again.root()).isEqualTo(root);
      later.advance(NOW);
      assertThat(again.root().size()).isEqualTo(702);
      assertThat(again.verify().faults()).isEmpty();
      assertThat(again.proveConsistency(701, 702).first()).isEqualTo(root);
    }
  }

  /** Takes the tree away as it would be if a version without it had written the city. */
  private void forgetTree() {
    storage
        .raw()
        .write(
            tx -> {
              tx.query(Query.of(TREE))
                  .documents()
                  .forEach(each -> tx.delete(TREE, each.id(), each.version()));
              return true;
            });
    byte[] before = CanonicalJson.write(withoutTree(formats()));
    // The entry of the ledger about the formats must fit, as an earlier version wrote it.
    storage
        .raw()
        .write(
            tx -> {
              tx.delete("meta", "formats", 1);
              return true;
            });
    storage
        .raw()
        .write(
            tx -> {
              tx.put(DocumentWrite.insert("meta", "formats", before, Map.of()));
              return true;
            });
  }

  private Document formats() {
    return storage.raw().read(view -> view.get("meta", "formats")).orElseThrow();
  }

  private static Map<String, @Nullable Object> withoutTree(Document formats) {
    Map<String, @Nullable Object> fields = new TreeMap<>(CanonicalJson.read(formats.body()));
    fields.remove("ledger-tree");
    return fields;
  }

  @Test
  void aChangedTileIsNamed() {
    record(0, 700);
    city.advance(NOW);
    Document tile = storage.raw().read(view -> view.get(TREE, "tile/0/1")).orElseThrow();
    byte[] body = tile.body();
    body[77] ^= 4;
    storage
        .raw()
        .write(
            tx -> {
              tx.put(DocumentWrite.replace(TREE, tile.id(), tile.version(), body, Map.of()));
              tx.put(DocumentWrite.insert(TREE, "tile/0/9", body, Map.of()));
              return true;
            });
    assertThat(ledger.verify().faults())
        .extracting(Issue::code)
        .containsExactly("FS-LEDG-0031", "FS-LEDG-0032");
    assertThat(ledger.findProof(10)).isPresent();
    assertThatThrownBy(() -> ledger.root(300))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("ledger verify");
  }

  @Test
  void anAnchorShowsThatEverythingWasRewritten() throws IOException {
    Path anchors = folder.resolve("roots.ndjson");
    record(0, 10);
    city.advance(NOW);
    TreeRoot root = ledger.anchor(anchors);
    assertThat(ledger.anchor(anchors)).isEqualTo(root);
    record(10, 20);
    city.advance(NOW);
    ledger.anchor(anchors);
    assertThat(Files.readAllLines(anchors))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"at\":\"2024-06-01T08:00:00Z\"");
    LedgerReport sound = ledger.verify(anchors, fault -> {});
    assertThat(sound.faults()).isEmpty();
    assertThat(sound.anchors()).isEqualTo(2);

    // The same records, recorded anew elsewhere: a ledger that is sound in itself.
    ProbeStorage other = new ProbeStorage();
    try (FoodSafety forged =
        other.city().clock(new SettableClock("2024-06-02T08:00:00Z")).build()) {
      forged.as(INSPECTOR).facts().recordAll(inspections(12).toList());
      forged.advance(NOW);
      LedgerService its = forged.as(INSPECTOR).ledger();
      assertThat(its.verify().faults()).isEmpty();
      assertThat(its.verify(anchors, fault -> {}).faults())
          .extracting(Issue::code)
          .containsExactly("FS-LEDG-0041", "FS-LEDG-0042");
      assertThatThrownBy(() -> its.anchor(anchors)).isInstanceOf(StorageException.class);
    }
  }

  @Test
  void aLineThatIsNoRootIsAFault() throws IOException {
    Path anchors = folder.resolve("roots.ndjson");
    city.advance(NOW);
    ledger.anchor(anchors);
    Files.write(anchors, "{\"type\":\"ledger-ro".getBytes(UTF_8), StandardOpenOption.APPEND);
    record(0, 3);
    city.advance(NOW);
    ledger.anchor(anchors);
    LedgerReport report = ledger.verify(anchors, fault -> {});
    assertThat(report.faults()).extracting(Issue::code).containsExactly("FS-LEDG-0043");
    assertThat(report.faults().get(0).location().line()).isEqualTo(2);
    assertThat(report.anchors()).isEqualTo(2);
  }

  @Test
  void rootsAreReadAsTheyAreWritten() {
    record(0, 3);
    city.advance(NOW);
    assertThat(TreeRoot.parse(ledger.root().toJson())).isEqualTo(ledger.root());
    assertThat(List.of("{}", "[]", "{\"type\":\"ledger-root\",\"format\":2}"))
        .allSatisfy(
            text -> assertThatIllegalArgumentException().isThrownBy(() -> TreeRoot.parse(text)));
  }
}
