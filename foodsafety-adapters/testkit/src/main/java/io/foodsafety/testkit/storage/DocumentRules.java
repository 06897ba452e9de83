package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.OTHERS;
import static io.foodsafety.testkit.storage.Samples.all;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static io.foodsafety.testkit.storage.Samples.doc;
import static io.foodsafety.testkit.storage.Samples.ids;
import static io.foodsafety.testkit.storage.Samples.other;
import static io.foodsafety.testkit.storage.Samples.put;
import static io.foodsafety.testkit.storage.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rules about single documents and their versions. */
final class DocumentRules {

  private DocumentRules() {}

  static void getsWhatWasPut(Storage storage) {
    put(storage, doc("a", "one"), doc("b", "two"), doc("c", "three"));
    assertThat(storage.<Optional<Document>>read(view -> view.get(DOCS, "c")))
        .as("A document that was put must be there, at version 1.")
        .contains(Document.of("c", 1, bytes("three")));
    assertThat(all(storage, DOCS))
        .as("All documents that were put must be there.")
        .containsExactly("a@1", "b@1", "c@1");
    assertThat(storage.<Optional<Document>>read(view -> view.get(DOCS, "d"))).isEmpty();
    assertThat(storage.<Optional<Document>>read(view -> view.get(OTHERS, "a")))
        .as("Each collection has its own ids.")
        .isEmpty();
  }

  static void replacingRaisesTheVersion(Storage storage) {
    put(storage, doc("a", "one"));
    put(storage, doc("a", 1, "two"));
    put(storage, doc("a", 2, "three"));
    assertThat(storage.<Optional<Document>>read(view -> view.get(DOCS, "a")))
        .as("Replacing a document must raise its version by one.")
        .contains(Document.of("a", 3, bytes("three")));
  }

  static void anotherVersionIsAConflict(Storage storage) {
    put(storage, doc("a", "one"));
    put(storage, doc("a", 1, "two"));
    for (long expected : new long[] {0, 1, 3}) {
      assertConflict(storage, doc("a", expected, "wrong"), "a", expected, 2);
    }
    assertConflict(storage, doc("b", 1, "wrong"), "b", 1, 0);
    assertThat(all(storage, DOCS)).as("A conflict must change nothing.").containsExactly("a@2");
    assertThat(storage.<String>read(view -> text(view.get(DOCS, "a").orElseThrow())))
        .isEqualTo("two");
  }

  private static void assertConflict(
      Storage storage, DocumentWrite write, String id, long expected, long actual) {
    assertThatThrownBy(
            () -> put(storage, write), "A put with another expected version must be a conflict.")
        .isInstanceOf(VersionConflictException.class)
        .hasMessage(new VersionConflictException(DOCS, id, expected, actual).getMessage());
  }

  static void aConflictLosesTheTransaction(Storage storage) {
    put(storage, doc("a", "one"));
    AtomicBoolean caught = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                storage.write(
                    tx -> {
                      tx.put(doc("b", "before"));
                      tx.append(Samples.JOURNAL, bytes("before"));
                      try {
                        tx.put(doc("a", "again"));
                      } catch (VersionConflictException e) {
                        caught.set(true);
                      }
                      return true;
                    }),
            "A conflict must lose the transaction, even if the work catches it.")
        .isInstanceOf(VersionConflictException.class);
    assertThat(caught).as("The put itself must throw the conflict.").isTrue();
    assertThat(all(storage, DOCS)).as("A conflict must change nothing.").containsExactly("a@1");
    assertThat(Samples.log(storage, Samples.JOURNAL)).isEmpty();
  }

  static void putAllIsAllOrNothing(Storage storage) {
    put(storage, doc("a", "one"), other("a", "one"), doc("b", "two"));
    assertThat(all(storage, DOCS)).containsExactly("a@1", "b@1");
    assertThat(all(storage, OTHERS))
        .as("putAll must store the documents of all collections.")
        .containsExactly("a@1");
    assertThatThrownBy(
            () -> put(storage, doc("c", "three"), other("b", "two"), doc("a", 7, "wrong")))
        .isInstanceOf(VersionConflictException.class);
    assertThat(all(storage, DOCS))
        .as("putAll must store all of its documents or none.")
        .containsExactly("a@1", "b@1");
    assertThat(all(storage, OTHERS)).containsExactly("a@1");
    put(storage);
  }

  static void putAllTakesManyDocuments(Storage storage) {
    List<DocumentWrite> inserts = new ArrayList<>();
    List<DocumentWrite> updates = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      Map<String, List<String>> index = Map.of("tag", List.of("even" + i % 2, "id" + i));
      inserts.add(doc("d" + i, index));
      updates.add(DocumentWrite.replace(DOCS, "d" + i, 1, bytes("new" + i), index));
    }
    put(storage, inserts.toArray(DocumentWrite[]::new));
    put(storage, updates.toArray(DocumentWrite[]::new));
    List<String> wanted = inserts.stream().map(DocumentWrite::id).toList();
    Map<String, Document> found = storage.read(view -> view.getAll(DOCS, wanted));
    assertThat(found).as("A transaction must take many documents at once.").hasSize(2_500);
    assertThat(found.values())
        .as("Of many documents that are put at once, each must be stored.")
        .extracting(Document::version)
        .containsOnly(2L);
    assertThat(found.get("d77")).isEqualTo(Document.of("d77", 2, bytes("new77")));
    assertThat(ids(storage, Query.of(DOCS).where("tag", "even1").limit(2_000))).hasSize(1_250);
  }

  static void putAllRefusesADocumentNamedTwice(Storage storage) {
    assertThatThrownBy(
            () -> put(storage, doc("a", "one"), doc("b", "two"), doc("a", "three")),
            "One document named twice in one call must be refused.")
        .isInstanceOf(IllegalArgumentException.class);
    put(storage, doc("a", "one"), other("a", "one"));
  }

  static void deletes(Storage storage) {
    put(storage, doc("a", Map.of("kind", List.of("k"), "tag", List.of("t"))), doc("b", "stays"));
    for (long wrong : new long[] {2, 7}) {
      assertThatThrownBy(
              () -> delete(storage, "a", wrong),
              "A deletion with another expected version must be a conflict.")
          .isInstanceOf(VersionConflictException.class);
    }
    assertThatThrownBy(() -> delete(storage, "none", 1))
        .isInstanceOf(VersionConflictException.class);
    delete(storage, "a", 1);
    assertThat(all(storage, DOCS)).as("A deleted document must be gone.").containsExactly("b@1");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "t"))).isEmpty();
    assertThat(ids(storage, Query.of(DOCS).where("kind", "k"))).isEmpty();
    put(storage, doc("a", "again"));
    assertThat(all(storage, DOCS))
        .as("A deleted document can be inserted again, with version 1.")
        .containsExactly("a@1", "b@1");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "t")))
        .as("The values of a deleted document must not come back.")
        .isEmpty();
  }

  private static void delete(Storage storage, String id, long version) {
    storage.write(
        tx -> {
          tx.delete(DOCS, id, version);
          return true;
        });
  }

  static void getsSeveral(Storage storage) {
    put(storage, doc("a", "one"), doc("b", "two"), doc("c", "three"));
    Map<String, Document> found =
        storage.read(view -> view.getAll(DOCS, List.of("c", "missing", "a", "a")));
    assertThat(found)
        .as("getAll must give the documents that exist, and no other.")
        .containsOnly(
            Map.entry("a", Document.of("a", 1, bytes("one"))),
            Map.entry("c", Document.of("c", 1, bytes("three"))));
    assertThat(storage.<Map<String, Document>>read(view -> view.getAll(DOCS, List.of()))).isEmpty();
  }

  static void keepsBytesExactly(Storage storage) {
    byte[] values = new byte[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    byte[] large = new byte[2_000_000];
    new Random(1).nextBytes(large);
    Map<String, byte[]> bodies = Map.of("empty", new byte[0], "values", values, "large", large);
    for (int round = 0; round < 2; round++) {
      long version = round;
      storage.write(
          tx -> {
            bodies.forEach(
                (id, body) -> {
                  tx.put(DocumentWrite.replace(DOCS, id, version, body, Map.of()));
                  tx.append(Samples.JOURNAL, body);
                });
            return true;
          });
      bodies.forEach(
          (id, body) ->
              assertThat(
                      storage.<Boolean>read(
                          view -> Arrays.equals(view.get(DOCS, id).orElseThrow().body(), body)))
                  .as("The body (%s) must come back exactly.", id)
                  .isTrue());
    }
    List<Integer> lengths =
        storage.read(
            view ->
                view.readLog(Samples.JOURNAL, 0, 100).stream()
                    .map(entry -> entry.body().length)
                    .toList());
    assertThat(lengths).contains(0, 256, 2_000_000).hasSize(6);
  }
}
