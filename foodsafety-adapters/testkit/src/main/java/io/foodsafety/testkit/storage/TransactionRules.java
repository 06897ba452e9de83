package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.JOURNAL;
import static io.foodsafety.testkit.storage.Samples.all;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static io.foodsafety.testkit.storage.Samples.doc;
import static io.foodsafety.testkit.storage.Samples.ids;
import static io.foodsafety.testkit.storage.Samples.log;
import static io.foodsafety.testkit.storage.Samples.put;
import static io.foodsafety.testkit.storage.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import io.foodsafety.testkit.internal.Tasks;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Rules about one transaction or view, seen by one thread. */
final class TransactionRules {

  private TransactionRules() {}

  static void readsItsOwnWrites(Storage storage) {
    put(storage, doc("old", Map.of("tag", List.of("x"))), doc("gone", "text"));
    List<String> seen =
        storage.write(
            tx -> {
              tx.put(doc("new", Map.of("tag", List.of("x"), "at", List.of("1"))));
              tx.put(DocumentWrite.replace(DOCS, "old", 1, bytes("changed"), Map.of()));
              tx.delete(DOCS, "gone", 1);
              return List.of(
                  text(tx.get(DOCS, "old").orElseThrow()),
                  tx.get(DOCS, "gone").toString(),
                  ids(tx, Query.of(DOCS).where("tag", "x")).toString(),
                  ids(tx, Query.of(DOCS)).toString());
            });
    assertThat(seen)
        .as("A transaction must read its own writes.")
        .containsExactly("changed", "Optional.empty", "[new]", "[new, old]");
  }

  static void anExceptionLeavesNoTrace(Storage storage) {
    put(storage, doc("a", Map.of("tag", List.of("x"))), doc("b", "stays"));
    assertThatThrownBy(
            () ->
                storage.write(
                    tx -> {
                      tx.put(doc("new", Map.of("tag", List.of("x"))));
                      tx.put(doc("a", 1, "changed"));
                      tx.delete(DOCS, "b", 1);
                      tx.append(JOURNAL, bytes("entry"));
                      throw new IllegalArgumentException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(all(storage, DOCS))
        .as("A transaction that ended with an exception must leave no trace.")
        .containsExactly("a@1", "b@1");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "x"))).containsExactly("a");
    assertThat(log(storage, JOURNAL)).isEmpty();
  }

  static void anExceptionIsThrownOnUnchanged(Storage storage) {
    List<Throwable> thrown = List.of(new IllegalStateException("mine"), new AssertionError("mine"));
    for (Throwable mine : thrown) {
      assertThatThrownBy(
              () -> storage.write(tx -> fail(mine)),
              "The exception of the work must be thrown on, the same one.")
          .isSameAs(mine);
      assertThatThrownBy(
              () -> storage.read(view -> fail(mine)),
              "The exception of the work must be thrown on, the same one.")
          .isSameAs(mine);
    }
    put(storage, doc("a", "the storage is still usable"));
  }

  private static Object fail(Throwable mine) {
    if (mine instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) mine;
  }

  static void givesTheResultOfTheWork(Storage storage) {
    Object mine = new Object();
    assertThat(storage.<Object>write(tx -> mine))
        .as("What the work returned must be returned.")
        .isSameAs(mine);
    assertThat(storage.<Object>read(view -> mine))
        .as("What the work returned must be returned.")
        .isSameAs(mine);
  }

  static void aViewEndsWithItsCall(Storage storage) {
    put(storage, doc("a", "one"));
    WriteTransaction transaction = storage.write(tx -> tx);
    ReadView view = storage.read(each -> each);
    for (ReadView ended : List.of(view, transaction)) {
      assertEnded(() -> ended.get(DOCS, "a"));
      assertEnded(() -> ended.getAll(DOCS, List.of("a")));
      assertEnded(() -> ended.query(Query.of(DOCS)));
      assertEnded(() -> ended.readLog(JOURNAL, 0, 1));
      assertEnded(() -> ended.lastPosition(JOURNAL));
    }
    assertEnded(() -> transaction.put(doc("b", "late")));
    assertEnded(() -> transaction.delete(DOCS, "a", 1));
    assertEnded(() -> transaction.append(JOURNAL, bytes("late")));
    assertThat(all(storage, DOCS)).containsExactly("a@1");
  }

  private static void assertEnded(ThrowingCallable call) {
    assertThatThrownBy(call, "A view must not be usable after its call.")
        .isInstanceOf(IllegalStateException.class);
  }

  static void aViewBelongsToItsThread(Storage storage) {
    List<Object> answers =
        List.of(
            storage.<Object>write(TransactionRules::askFromAnotherThread),
            storage.<Object>read(TransactionRules::askFromAnotherThread));
    assertThat(answers)
        .as("A view must not be usable by another thread.")
        .hasOnlyElementsOfType(IllegalStateException.class);
  }

  private static Object askFromAnotherThread(ReadView view) {
    return Tasks.result(
        Tasks.start(
            () -> {
              try {
                return view.get(DOCS, "a");
              } catch (IllegalStateException e) {
                return e;
              }
            }));
  }

  static void worksAreNotNested(Storage storage) {
    List<ThrowingCallable> nested =
        List.of(
            () -> storage.read(view -> storage.<Boolean>read(inner -> true)),
            () -> storage.read(view -> storage.<Boolean>write(inner -> true)),
            () -> storage.write(tx -> storage.<Boolean>read(inner -> true)),
            () -> storage.write(tx -> storage.<Boolean>write(inner -> true)));
    for (ThrowingCallable each : nested) {
      assertThatThrownBy(each, "A read or write inside a work must be refused.")
          .isInstanceOf(IllegalStateException.class);
    }
    put(storage, doc("a", "the storage is still usable"));
  }

  static void undeclaredNamesAreRefused(Storage storage) {
    assertRefused(() -> storage.read(view -> view.get("nowhere", "a")));
    assertRefused(() -> storage.read(view -> view.getAll("nowhere", List.of("a"))));
    assertRefused(() -> storage.read(view -> view.query(Query.of("nowhere"))));
    assertRefused(() -> storage.read(view -> view.query(Query.of(DOCS).where("no", "x"))));
    assertRefused(() -> storage.read(view -> view.query(Query.of(DOCS).orderBy("no"))));
    assertRefused(() -> storage.read(view -> view.query(Query.of(DOCS).orderBy("tag"))));
    assertRefused(() -> storage.read(view -> view.query(Query.of(DOCS).range("tag", "a", "b"))));
    assertRefused(() -> storage.read(view -> view.readLog("nowhere", 0, 1)));
    assertRefused(() -> storage.read(view -> view.lastPosition("nowhere")));
    assertRefused(() -> Samples.append(storage, "nowhere", "x"));
    assertRefused(() -> put(storage, DocumentWrite.insert("nowhere", "a", bytes(""), Map.of())));
    assertRefused(() -> put(storage, doc("a", Map.of("no", List.of("x")))));
    assertRefused(() -> put(storage, doc("a", Map.of("kind", List.of("x", "y")))));
    assertRefused(
        () ->
            storage.write(
                tx -> {
                  tx.delete("nowhere", "a", 1);
                  return true;
                }));
    assertThat(all(storage, DOCS)).isEmpty();
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call, "An undeclared collection, log or attribute must be refused.")
        .isInstanceOf(IllegalArgumentException.class);
  }
}
