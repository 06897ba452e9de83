package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.JOURNAL;
import static io.foodsafety.testkit.storage.Samples.SEALS;
import static io.foodsafety.testkit.storage.Samples.append;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static io.foodsafety.testkit.storage.Samples.log;
import static io.foodsafety.testkit.storage.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules about logs. */
final class LogRules {

  private static final int WRITERS = 4;
  private static final int TRANSACTIONS = 15;

  private LogRules() {}

  static void readsEntriesInOrder(Storage storage) {
    assertThat(storage.<Long>read(view -> view.lastPosition(JOURNAL))).isZero();
    assertThat(log(storage, JOURNAL)).isEmpty();
    append(storage, JOURNAL, "a", "b");
    append(storage, JOURNAL, "c");
    append(storage, JOURNAL, "d", "e");
    List<LogEntry> entries = entries(storage, 0);
    assertThat(entries)
        .as("Entries must come in the order in which they were appended.")
        .extracting(Samples::text)
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(entries.get(0).position()).isPositive();
    assertGrowing(entries);
    long last = entries.get(4).position();
    assertThat(storage.<Long>read(view -> view.lastPosition(JOURNAL))).isEqualTo(last);
    assertThat(entries(storage, entries.get(1).position())).isEqualTo(entries.subList(2, 5));
    assertThat(entries(storage, last)).isEmpty();
    assertThat(storage.<List<LogEntry>>read(view -> view.readLog(JOURNAL, 0, 2)))
        .isEqualTo(entries.subList(0, 2));
  }

  static void logsAreSeparate(Storage storage) {
    storage.write(
        tx -> {
          tx.append(JOURNAL, bytes("j1"));
          tx.append(SEALS, bytes("s1"));
          tx.append(JOURNAL, bytes("j2"));
          return true;
        });
    assertThat(log(storage, JOURNAL))
        .as("Each log must have its own entries.")
        .containsExactly("j1", "j2");
    assertThat(log(storage, SEALS)).containsExactly("s1");
  }

  static void aTransactionDoesNotSeeItsEntries(Storage storage) {
    append(storage, JOURNAL, "before");
    List<String> seen =
        storage.write(
            tx -> {
              tx.append(JOURNAL, bytes("mine"));
              List<String> entries = new ArrayList<>(log(tx, JOURNAL));
              entries.add(Long.toString(tx.readLog(JOURNAL, tx.lastPosition(JOURNAL), 9).size()));
              return entries;
            });
    assertThat(seen)
        .as("Entries get their position when the transaction ends; its own reads do not see them.")
        .containsExactly("before", "0");
    assertThat(log(storage, JOURNAL)).containsExactly("before", "mine");
  }

  static void entriesOfFailedTransactionsNeverAppear(Storage storage) {
    append(storage, JOURNAL, "one");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  storage.write(
                      tx -> {
                        tx.append(JOURNAL, bytes("lost"));
                        throw new IllegalStateException("on purpose");
                      }))
          .hasMessage("on purpose");
    }
    append(storage, JOURNAL, "two");
    assertThat(log(storage, JOURNAL))
        .as("Entries of a transaction that failed must never appear.")
        .containsExactly("one", "two");
    assertGrowing(entries(storage, 0));
  }

  static void nothingAppearsBehindAReader(Storage storage, Storage other) {
    slowWriterBesideAFastOne(storage, other);
    AtomicInteger busy = new AtomicInteger(WRITERS);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      tasks.add(
          () -> {
            try {
              writeEntries(number % 2 == 0 ? storage : other, number);
            } finally {
              busy.decrementAndGet();
            }
            return true;
          });
    }
    tasks.add(() -> poll(other, busy));
    Tasks.callAll(tasks);
    assertAdjacent(entries(storage, 0));
  }

  /** The first transaction appends first and commits last. */
  private static void slowWriterBesideAFastOne(Storage storage, Storage other) {
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Future<Boolean> slow =
        Tasks.start(
            () ->
                storage.write(
                    tx -> {
                      tx.append(JOURNAL, bytes("slow:1/1"));
                      appended.countDown();
                      Threads.awaitSoon(read);
                      return true;
                    }));
    Threads.awaitSoon(appended);
    append(other, JOURNAL, "fast:1/1");
    List<LogEntry> before = entries(other, 0);
    read.countDown();
    Tasks.result(slow);
    assertNothingNewBehind(before, entries(other, 0));
  }

  /** Transactions of differing lengths, with one to four entries. */
  private static void writeEntries(Storage storage, int writer) {
    for (int i = 0; i < TRANSACTIONS; i++) {
      int size = 1 + (i + writer) % 4;
      String name = "w" + writer + "-" + i;
      long pause = (i * 7L + writer * 3L) % 10;
      storage.write(
          tx -> {
            for (int entry = 1; entry <= size; entry++) {
              tx.append(JOURNAL, bytes(name + ":" + entry + "/" + size));
              Tasks.sleep(entry == 1 ? pause : 0);
            }
            return true;
          });
    }
  }

  private static boolean poll(Storage storage, AtomicInteger busy) {
    List<LogEntry> before = List.of();
    boolean last;
    do {
      last = busy.get() == 0;
      List<LogEntry> now = entries(storage, 0);
      assertNothingNewBehind(before, now);
      before = now;
    } while (!last);
    return true;
  }

  private static void assertNothingNewBehind(List<LogEntry> before, List<LogEntry> now) {
    assertThat(now.size()).isGreaterThanOrEqualTo(before.size());
    assertThat(now.subList(0, before.size()))
        .as("Whoever has read a position must never later see a new entry at or before it.")
        .isEqualTo(before);
  }

  private static void assertAdjacent(List<LogEntry> entries) {
    assertGrowing(entries);
    int i = 0;
    while (i < entries.size()) {
      String first = text(entries.get(i));
      String name = first.substring(0, first.indexOf(':'));
      int size = Integer.parseInt(first.substring(first.indexOf('/') + 1));
      for (int entry = 1; entry <= size; entry++, i++) {
        assertThat(text(entries.get(i)))
            .as("The entries of one transaction must stand together, in their order.")
            .isEqualTo(name + ":" + entry + "/" + size);
      }
    }
  }

  private static void assertGrowing(List<LogEntry> entries) {
    assertThat(entries)
        .as("Positions must grow.")
        .extracting(LogEntry::position)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static List<LogEntry> entries(Storage storage, long after) {
    return storage.read(view -> view.readLog(JOURNAL, after, 10_000));
  }
}
