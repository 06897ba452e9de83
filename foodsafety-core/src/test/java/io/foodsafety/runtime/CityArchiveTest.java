package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.access.KeyFile;
import io.foodsafety.access.SealedValue;
import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchivePart;
import io.foodsafety.archive.ArchivePart.Kind;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.form.FormFixture;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.trace.TraceStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city moves from storage to storage and stays what it is. */
class CityArchiveTest {

  @TempDir private Path folder;

  private final IndexedStorage source = IndexedStorage.empty();
  private WholeCity whole;
  private Path file;

  @BeforeEach
  void setUp() {
    Path keys = folder.resolve("keys");
    KeyFile.create(keys);
    whole = new WholeCity(keys);
    file = folder.resolve("city.zip");
  }

  private ArchiveHeader export() {
    try (FoodSafety city = whole.open(source.city())) {
      whole.fill(city, source.raw());
      return city.exportTo(file);
    }
  }

  private ArchiveHeader exportWithGaps() {
    ProbeStorage probe = new ProbeStorage();
    try (FoodSafety city = whole.open(probe.city())) {
      whole.fill(city, probe.raw());
      return city.exportTo(file);
    }
  }

  private FoodSafety importInto(FoodSafetyBuilder builder) {
    return whole.open(builder.importing(file));
  }

  @Test
  void everyCollectionAndLogIsInTheArchive() {
    ArchiveHeader header = export();
    Set<String> collections =
        source.schema().collections().stream()
            .map(CollectionSchema::name)
            .collect(Collectors.toSet());
    collections.remove("subject_keys"); // made anew from the businesses
    assertThat(parts(header, Kind.COLLECTION).keySet()).isEqualTo(collections);
    assertThat(parts(header, Kind.LOG).keySet()).isEqualTo(source.schema().logs());
    assertThat(header.parts())
        .as("The city of this test must store something in every collection and log.")
        .noneMatch(part -> part.count() == 0);
    assertThat(header.zone()).isEqualTo(FormFixture.ZONE);
    assertThat(ArchiveHeader.read(file)).isEqualTo(header);
  }

  private static Map<String, Long> parts(ArchiveHeader header, Kind kind) {
    return header.parts().stream()
        .filter(part -> part.kind() == kind)
        .collect(Collectors.toMap(ArchivePart::name, ArchivePart::count));
  }

  @Test
  void everythingIsTheSameInTheOtherStorage() {
    ArchiveHeader header = export();
    IndexedStorage target = IndexedStorage.empty();
    importInto(target.city()).close();
    assertThat(documents(target)).isEqualTo(documents(source));
    assertThat(logs(target)).isEqualTo(logs(source));
    assertThat(target.indexes()).isEqualTo(source.indexes());
    assertThat(target.indexes().keySet())
        .as("index values of every collection are compared")
        .extracting(key -> key.substring(0, key.indexOf('/')))
        .containsAll(parts(header, Kind.COLLECTION).keySet())
        .contains("subject_keys");
  }

  /** Bodies, and versions of what is in the ledger. */
  private static Map<String, String> documents(IndexedStorage storage) {
    Set<String> unversioned =
        Set.of("progress", "grade_days", "unsent", "notices", "ledger_tree", "subject_keys");
    Map<String, String> documents = new TreeMap<>();
    storage
        .raw()
        .read(
            view -> {
              for (CollectionSchema each : storage.schema().collections()) {
                for (Document document :
                    view.query(Query.of(each.name()).limit(Query.MAX_LIMIT)).documents()) {
                  documents.put(
                      each.name() + "/" + document.id(),
                      (unversioned.contains(each.name()) ? "" : document.version() + " ")
                          + new String(document.body(), StandardCharsets.ISO_8859_1));
                }
              }
              return true;
            });
    return documents;
  }

  private static Map<String, List<LogEntry>> logs(IndexedStorage storage) {
    Map<String, List<LogEntry>> logs = new TreeMap<>();
    storage
        .raw()
        .read(
            view -> {
              storage.schema().logs().forEach(log -> logs.put(log, view.readLog(log, 0, 100_000)));
              return true;
            });
    return logs;
  }

  @Test
  void theImportedCityAnswersTheSameAndGoesOn() {
    ArchiveHeader header = export();
    try (FoodSafety city = whole.open(source.city());
        FoodSafety moved = importInto(FoodSafety.builder().withoutDiscovery())) {
      Session before = city.as(INSPECTOR);
      Session after = moved.as(INSPECTOR);
      LedgerReport report = after.ledger().verify();
      assertThat(report.faults()).isEmpty();
      assertThat(report).isEqualTo(before.ledger().verify());
      assertThat(after.ledger().root()).isEqualTo(header.root());
      assertThat(after.facts().list(FactQuery.all()).toList())
          .isEqualTo(before.facts().list(FactQuery.all()).toList());
      TraceStart start = TraceStart.lot("L1");
      assertThat(after.trace().recall(start)).isEqualTo(before.trace().recall(start));
      assertThat(after.trace().gaps(Optional.empty()))
          .isEqualTo(before.trace().gaps(Optional.empty()));
      assertThat(after.sealedAttributes().look("C1", "call back").orElseThrow())
          .containsEntry("reporter", SealedValue.shown(AttributeValue.string(WholeCity.REPORTER)));
      Fact next = Samples.inspection("next", "2024-05-31", 70);
      assertThat(after.facts().record(next).issues()).isEmpty();
      assertThat(moved.advance(whole.clock().instant()).complete()).isTrue();
      assertThat(after.ledger().verify().isSound()).isTrue();
      assertThat(after.ledger().verify().unsealed()).isZero();
      assertThat(after.ledger().root(header.root().size())).isEqualTo(header.root());
    }
  }

  @Test
  void aLogWithGapsKeepsItsPositions() {
    ArchiveHeader header = exportWithGaps();
    Path again = folder.resolve("again.zip");
    try (FoodSafety moved = importInto(FoodSafety.builder().withoutDiscovery())) {
      assertThat(moved.as(INSPECTOR).ledger().root()).isEqualTo(header.root());
      assertThat(moved.as(INSPECTOR).ledger().findProof(10)).isPresent();
      assertThat(moved.as(INSPECTOR).ledger().findProof(11)).isEmpty();
      assertThat(moved.exportTo(again)).isEqualTo(header);
    }
    assertThat(again).hasSameBinaryContentAs(file);
    IndexedStorage old = IndexedStorage.withoutPlacing();
    assertThatThrownBy(() -> importInto(old.city()))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0009");
    assertThatThrownBy(() -> whole.open(old.city())).hasMessageContaining("FS-ARCH-0007");
  }

  @Test
  void aLogWithoutGapsFitsAStorageThatCannotPlaceEntries() {
    ArchiveHeader header = export();
    IndexedStorage old = IndexedStorage.withoutPlacing();
    try (FoodSafety moved = importInto(old.city())) {
      assertThat(moved.exportTo(folder.resolve("again.zip"))).isEqualTo(header);
    }
    assertThat(logs(old)).isEqualTo(logs(source));
  }

  @Test
  void anImportThatIsCutOffAnywhereGoesOnAndDoesNotOpenBefore() {
    ArchiveHeader header = exportWithGaps();
    int cuts = 0;
    for (int writes = 0; ; writes++) {
      ProbeStorage target = new ProbeStorage();
      target.failAfter(writes);
      try (FoodSafety city = importInto(target.city())) {
        assertThat(city.as(INSPECTOR).ledger().root()).isEqualTo(header.root());
        break;
      } catch (StartupException e) {
        assertThat(e).hasMessageContaining("The disk is full");
        cuts++;
      }
      target.recover();
      if (writes > 0) {
        assertThatThrownBy(() -> whole.open(target.city()))
            .isInstanceOf(StartupException.class)
            .hasMessageContaining("FS-ARCH-0007");
      }
      try (FoodSafety city = importInto(target.city())) {
        assertThat(city.exportTo(folder.resolve("after-" + writes + ".zip"))).isEqualTo(header);
      }
    }
    assertThat(cuts).as("one transaction for each part at least").isGreaterThan(15);
  }

  @Test
  void onlyAnEmptyStorageIsFilled() {
    export();
    IndexedStorage used = IndexedStorage.empty();
    whole.open(used.city()).close();
    Map<String, String> before = documents(used);
    assertThatThrownBy(() -> importInto(used.city()))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0005");
    assertThat(documents(used)).isEqualTo(before);
    assertThatThrownBy(() -> importInto(source.city())).hasMessageContaining("FS-ARCH-0005");
  }

  @Test
  void whatAnotherArchiveHasBegunIsLeftAlone() {
    exportWithGaps();
    ProbeStorage target = new ProbeStorage();
    target.failAfter(5);
    assertThatThrownBy(() -> importInto(target.city())).hasMessageContaining("The disk is full");
    target.recover();
    Path other = folder.resolve("other.zip");
    try (FoodSafety city = FoodSafety.builder().withoutDiscovery().build()) {
      city.exportTo(other);
    }
    assertThatThrownBy(() -> whole.open(target.city().importing(other)))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0006");
    importInto(target.city()).close();
  }

  @Test
  void ofTwoImportsAtOnceOneIsRefused() {
    export();
    IndexedStorage target = IndexedStorage.empty();
    FoodSafetyBuilder other = target.disturbed(4, storage -> advanceMarker(storage)).city();
    assertThatThrownBy(() -> importInto(other))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0008");
    importInto(target.city()).close();
    assertThat(documents(target)).isEqualTo(documents(source));
  }

  /** As another import does with its next batch. */
  private static void advanceMarker(Storage storage) {
    storage.write(
        tx -> {
          Document marker = tx.get("meta", "formats").orElseThrow();
          tx.put(
              DocumentWrite.replace("meta", "formats", marker.version(), marker.body(), Map.of()));
          return true;
        });
  }

  @Test
  void aCityWhoseLedgerWasTamperedWithIsNotExported() {
    ProbeStorage probe = new ProbeStorage();
    try (FoodSafety city = whole.open(probe.city())) {
      whole.fill(city, probe.raw());
      probe.drop("ledger", 20);
      assertThatThrownBy(() -> city.exportTo(file))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("FS-ARCH-0011")
          .hasMessageContaining("FS-LEDG-");
      assertThat(folder).isDirectoryNotContaining("glob:**.zip*");
    }
  }

  @Test
  void nothingIsWrittenOverAndWhatFailsLeavesNoFile() throws Exception {
    try (FoodSafety city = FoodSafety.builder().withoutDiscovery().build()) {
      Files.writeString(file, "a letter");
      assertThatThrownBy(() -> city.exportTo(file))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("FS-ARCH-0012");
      assertThat(file).hasContent("a letter");
      Path nowhere = folder.resolve("nowhere/city.zip");
      assertThatThrownBy(() -> city.exportTo(nowhere))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("FS-ARCH-0013");
    }
  }
}
