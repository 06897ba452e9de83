package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.JOURNAL;
import static io.foodsafety.testkit.storage.Samples.SEALS;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static io.foodsafety.testkit.storage.Samples.doc;
import static io.foodsafety.testkit.storage.Samples.ids;
import static io.foodsafety.testkit.storage.Samples.log;
import static io.foodsafety.testkit.storage.Samples.put;
import static io.foodsafety.testkit.storage.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rules about transactions at the same time. Two storages are handed in: the same twice, or, where
 * the data can be shared, one and another on the same data.
 */
final class IsolationRules {

  private static final int ROUNDS = 3;

  private IsolationRules() {}

  static void aReadSeesOneSnapshot(Storage storage, Storage other) {
    put(storage, doc("a", Map.of("tag", List.of("x"))));
    for (int round = 0; round < ROUNDS; round++) {
      String before = storage.<String>read(IsolationRules::describe);
      changeDuringARead(storage, other, round);
      assertThat(storage.<String>read(IsolationRules::describe))
          .as("The next read must see what was committed meanwhile.")
          .isNotEqualTo(before);
      // A storage that uses connections again must not lose their settings with a failed work.
      fail(storage);
    }
  }

  private static void changeDuringARead(Storage storage, Storage other, int round) {
    CountDownLatch begun = new CountDownLatch(1);
    List<String> seen = new ArrayList<>();
    Future<Boolean> reader =
        Tasks.start(
            () ->
                storage.read(
                    view -> {
                      seen.add(describe(view));
                      begun.countDown();
                      Tasks.sleep(Threads.MEETING_MILLIS);
                      seen.add(describe(view));
                      return true;
                    }));
    Threads.awaitSoon(begun);
    other.write(
        tx -> {
          tx.put(doc("a", round + 1, "changed " + round));
          tx.put(doc("b" + round, Map.of("tag", List.of("x"))));
          tx.append(JOURNAL, bytes("entry " + round));
          return true;
        });
    Tasks.result(reader);
    assertThat(seen.get(seen.size() - 1))
        .as("A read must see one snapshot, whatever is committed meanwhile.")
        .isEqualTo(seen.get(seen.size() - 2));
  }

  private static void fail(Storage storage) {
    assertThatThrownBy(
            () ->
                storage.write(
                    tx -> {
                      tx.put(doc("never", "written"));
                      throw new IllegalStateException("This work fails.");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static String describe(ReadView view) {
    return text(view.get(DOCS, "a").orElseThrow())
        + ids(view, Query.of(DOCS).where("tag", "x")).stream().filter("a"::equals).toList()
        + log(view, JOURNAL)
        + view.query(Query.of(DOCS)).documents().size();
  }

  static void nobodySeesWhatIsNotCommitted(Storage storage, Storage other) {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    AtomicBoolean mayCommit = new AtomicBoolean();
    Future<Boolean> writer =
        Tasks.start(
            () ->
                storage.write(
                    tx -> {
                      tx.put(doc("a", "one"));
                      tx.append(JOURNAL, bytes("one"));
                      written.countDown();
                      Threads.awaitSoon(looked);
                      mayCommit.set(true);
                      return true;
                    }));
    Threads.awaitSoon(written);
    Future<Boolean> early =
        Tasks.start(
            () ->
                other.read(
                    view -> view.get(DOCS, "a").isPresent() || !log(view, JOURNAL).isEmpty()));
    // A storage with locks lets the reader in after the commit only, and it may then see
    // everything.
    boolean seen = Threads.endsSoon(early) && Tasks.result(early) && !mayCommit.get();
    looked.countDown();
    Tasks.result(writer);
    assertThat(seen).as("Nobody must see what is not committed.").isFalse();
    assertThat(other.<Boolean>read(view -> view.get(DOCS, "a").isPresent()))
        .as("When write returns, everybody must see the change.")
        .isTrue();
    assertThat(log(other, JOURNAL))
        .as("When write returns, everybody must see its log entries.")
        .containsExactly("one");
  }

  static void noUpdateIsLost(Storage storage, Storage other) {
    put(storage, doc("counter", "0"));
    List<Callable<Boolean>> writers = new ArrayList<>();
    CountDownLatch both = new CountDownLatch(2);
    for (Storage each : List.of(storage, other, storage, other)) {
      writers.add(
          () -> {
            for (int i = 0; i < 10; i++) {
              each.write(
                  tx -> {
                    long count = number(tx);
                    Threads.meet(both);
                    tx.put(doc("counter", count + 1, Long.toString(count + 1)));
                    return true;
                  });
            }
            return true;
          });
    }
    Tasks.callAll(writers);
    assertThat(storage.<Long>read(IsolationRules::number))
        .as("No update must be lost: the work of one of two is run again.")
        .isEqualTo(40);
  }

  private static long number(ReadView view) {
    return Long.parseLong(text(view.get(DOCS, "counter").orElseThrow()));
  }

  static void noWriteSkew(Storage storage, Storage other) {
    for (int round = 0; round < ROUNDS; round++) {
      String left = "left" + round;
      String right = "right" + round;
      put(storage, doc(left, "1"), doc(right, "1"));
      CountDownLatch both = new CountDownLatch(2);
      Threads.runBoth(
          () -> storage.write(tx -> withdraw(tx, left, right, both)),
          () -> other.write(tx -> withdraw(tx, right, left, both)));
      String sum =
          storage.read(
              view ->
                  text(view.get(DOCS, left).orElseThrow())
                      + text(view.get(DOCS, right).orElseThrow()));
      assertThat(sum)
          .as("Two transactions that read what the other writes must not both succeed.")
          .isIn("01", "10");
    }
  }

  /** Takes from one account if the two together have enough. */
  private static boolean withdraw(
      WriteTransaction tx, String mine, String yours, CountDownLatch both) {
    boolean enough =
        text(tx.get(DOCS, mine).orElseThrow()).equals("1")
            && text(tx.get(DOCS, yours).orElseThrow()).equals("1");
    Threads.meet(both);
    if (enough) {
      tx.put(doc(mine, 1, "0"));
    }
    return enough;
  }

  static void noPhantom(Storage storage, Storage other) {
    for (int round = 0; round < ROUNDS; round++) {
      int number = round;
      CountDownLatch both = new CountDownLatch(2);
      Threads.runBoth(
          () -> storage.write(tx -> insertIfAlone(tx, number, "a", both)),
          () -> other.write(tx -> insertIfAlone(tx, number, "b", both)));
      assertThat(ids(storage, Query.of(DOCS).where("tag", "t" + round)))
          .as("Two transactions that insert because a query found nothing must not both succeed.")
          .hasSize(1);
      assertThat(ids(storage, Query.of(DOCS).where("kind", "k" + round))).hasSize(1);
    }
  }

  private static boolean insertIfAlone(
      WriteTransaction tx, int round, String id, CountDownLatch both) {
    boolean alone =
        ids(tx, Query.of(DOCS).where("tag", "t" + round)).isEmpty()
            && ids(tx, Query.of(DOCS).where("kind", "k" + round)).isEmpty();
    Threads.meet(both);
    if (alone) {
      Map<String, List<String>> index =
          Map.of("tag", List.of("t" + round), "kind", List.of("k" + round));
      tx.put(doc(id + round, index));
    }
    return alone;
  }

  static void nextEntryIsSerialisable(Storage storage, Storage other) {
    for (int round = 0; round < ROUNDS; round++) {
      CountDownLatch both = new CountDownLatch(2);
      Threads.runBoth(
          () -> storage.write(tx -> seal(tx, both)), () -> other.write(tx -> seal(tx, both)));
    }
    List<LogEntry> entries = storage.read(view -> view.readLog(SEALS, 0, 100));
    assertThat(entries).hasSize(2 * ROUNDS);
    long previous = 0;
    for (LogEntry entry : entries) {
      assertThat(text(entry))
          .as("Two transactions that follow the same last entry must not both succeed.")
          .isEqualTo(Long.toString(previous));
      previous = entry.position();
    }
  }

  /** Appends an entry that names the one before it. */
  private static boolean seal(WriteTransaction tx, CountDownLatch both) {
    long last = tx.lastPosition(SEALS);
    Threads.meet(both);
    tx.append(SEALS, bytes(Long.toString(last)));
    return true;
  }
}
