package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.JOURNAL;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random transactions and queries, put to a storage and to the plain model. */
final class RandomOperations {

  private static final int ROUNDS = 150;
  private static final List<String> VALUES =
      List.of("a", "A", "b", "ba", "é", "\uFF21", "\uD840\uDC00");

  private final Random random;
  private final Storage storage;
  private ReferenceModel model = new ReferenceModel(Samples.SCHEMA);

  private RandomOperations(long seed, Storage storage) {
    this.random = new Random(seed);
    this.storage = storage;
  }

  /** Compares the storage with the model; a failure names the seed. */
  static void compare(Storage storage) {
    long seed = Long.getLong("foodsafety.seed", System.nanoTime());
    try {
      new RandomOperations(seed, storage).run();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "The storage differs from the model; rerun with -Dfoodsafety.seed=%d%n%s"
              .formatted(seed, e.getMessage()),
          e);
    }
  }

  private void run() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Operation> operations = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        operations.add(operation());
      }
      transact(operations, random.nextInt(8) == 0);
      for (int i = 0; i < 3; i++) {
        compare(query());
      }
    }
    assertThat(bodies(storage.read(view -> view.readLog(JOURNAL, 0, 10_000))))
        .isEqualTo(bodies(model.entries(JOURNAL)));
  }

  /** One step of a transaction, in both forms. */
  private interface Operation {
    void apply(WriteTransaction tx, ReferenceModel model);
  }

  /** An operation with a random document; mostly at the right version, as of the last commit. */
  private Operation operation() {
    String id = VALUES.get(random.nextInt(VALUES.size())) + random.nextInt(4);
    long stored = model.get(DOCS, id).map(Document::version).orElse(0L);
    long version = random.nextInt(12) == 0 ? random.nextInt(3) : stored;
    switch (random.nextInt(6)) {
      case 0 -> {
        return (tx, copy) -> {
          tx.append(JOURNAL, bytes(id));
          copy.append(JOURNAL, bytes(id));
        };
      }
      case 1 -> {
        long expected = Math.max(1, version);
        return (tx, copy) ->
            both(() -> copy.delete(DOCS, id, expected), () -> tx.delete(DOCS, id, expected));
      }
      default -> {
        DocumentWrite write =
            DocumentWrite.replace(DOCS, id, version, bytes(id + random.nextInt()), index());
        return (tx, copy) -> both(() -> copy.put(write), () -> tx.put(write));
      }
    }
  }

  /** The storage must throw the conflict that the model throws. */
  private static void both(Runnable onModel, Runnable onStorage) {
    VersionConflictException wanted = null;
    try {
      onModel.run();
    } catch (VersionConflictException e) {
      wanted = e;
    }
    try {
      onStorage.run();
    } catch (VersionConflictException e) {
      assertThat(e.getMessage()).isEqualTo(wanted == null ? "no conflict" : wanted.getMessage());
      throw e;
    }
    assertThat(wanted).as("A conflict that the storage did not see").isNull();
  }

  private void transact(List<Operation> operations, boolean fails) {
    ReferenceModel[] changed = {model};
    try {
      storage.write(
          tx -> {
            ReferenceModel copy = model.copy();
            operations.forEach(operation -> operation.apply(tx, copy));
            assertThat(tx.query(Query.of(DOCS)).documents())
                .isEqualTo(copy.query(Query.of(DOCS)).documents());
            if (fails) {
              throw new OnPurpose();
            }
            changed[0] = copy;
            return true;
          });
      model = changed[0];
    } catch (VersionConflictException | OnPurpose e) {
      assertThat(storage.<List<Document>>read(view -> view.query(Query.of(DOCS)).documents()))
          .isEqualTo(model.query(Query.of(DOCS)).documents());
    }
  }

  private static final class OnPurpose extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Map<String, List<String>> index() {
    Map<String, List<String>> index = new HashMap<>();
    for (String attribute : List.of("kind", "at")) {
      if (random.nextInt(4) > 0) {
        index.put(attribute, List.of(value()));
      }
    }
    for (String attribute : List.of("tag", "role")) {
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(value());
      }
      index.put(attribute, values);
    }
    return index;
  }

  private String value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private Query query() {
    Query query = Query.of(DOCS).limit(1 + random.nextInt(8));
    for (String attribute : List.of("kind", "at", "tag", "role")) {
      if (random.nextInt(5) == 0) {
        query = query.where(attribute, value());
      }
    }
    if (random.nextInt(3) == 0) {
      String from = random.nextInt(3) == 0 ? null : value();
      String to = random.nextInt(3) == 0 ? null : value();
      query = query.range(random.nextBoolean() ? "kind" : "at", from, to);
    }
    if (random.nextInt(3) > 0) {
      query = query.orderBy(random.nextBoolean() ? "kind" : "at");
    }
    return random.nextBoolean() ? query : query.reversed();
  }

  /** Compares all pages. */
  private void compare(Query first) {
    Query query = first;
    while (true) {
      Query part = query;
      Page wanted = model.query(part);
      Page page = storage.read(view -> view.query(part));
      assertThat(page.documents()).isEqualTo(wanted.documents());
      assertThat(page.next()).isEqualTo(wanted.next());
      if (wanted.next().isEmpty()) {
        return;
      }
      query = query.after(wanted.next().get());
    }
  }

  private static List<String> bodies(List<LogEntry> entries) {
    return entries.stream().map(Samples::text).toList();
  }
}
