package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.storage.CollectionSchema;
import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.IndexAttribute;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.testkit.measure.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Measures puts and queries, by hand: {@code StorageSpeed h2:FILE|postgresql [documents]}. The
 * figures are logged, and in {@code target/measurements/storage-speed.txt}. Checks what it counts,
 * so that a wrong answer fails the run.
 */
final class StorageSpeed {

  private static final Figures FIGURES = Figures.of("storage-speed");
  private static final int BATCH = 1_000;
  private static final int FACTS_OF_A_SUBJECT = 20;
  private static final String FACTS = "facts";
  private static final StorageSchema SCHEMA =
      new StorageSchema(
          List.of(
              CollectionSchema.of(
                  FACTS,
                  IndexAttribute.multi("concerns"),
                  IndexAttribute.single("kind"),
                  IndexAttribute.single("at"))),
          Set.of("ledger"));

  private final Storage storage;
  private final int documents;
  private final Random random = new Random(1);
  private final byte[] body = "x".repeat(300).getBytes(UTF_8);

  private StorageSpeed(Storage storage, int documents) {
    this.storage = storage;
    this.documents = documents;
  }

  public static void main(String[] args) {
    System.setProperty("foodsafety.postgres.fsync", "on");
    int documents = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    Map<String, String> settings =
        args[0].startsWith("h2:")
            ? Map.of("url", "jdbc:h2:file:" + args[0].substring(3))
            : Postgres.newDatabase();
    StorageProvider provider = new JdbcStorageProvider();
    try (Storage storage = provider.open(SCHEMA, Config.parse(provider.configKeys(), settings))) {
      new StorageSpeed(storage, documents).run();
    }
  }

  private void run() {
    measure("documents put, 1,000 and 1,000 log entries a transaction", documents, this::putAll);
    measure("documents changed, 1,000 a transaction", 50 * BATCH, n -> changeAll(50));
    measure("transactions with one document and one log entry", 2_000, this::putSingly);
    int subjects = documents / FACTS_OF_A_SUBJECT;
    for (int warm = 0; warm < 2; warm++) {
      measure(
          "queries: concerns = X order by at",
          5_000,
          n ->
              count(
                  n,
                  i ->
                      Query.of(FACTS)
                          .where("concerns", subject(random.nextInt(subjects)))
                          .orderBy("at")));
      measure(
          "queries: concerns = X",
          5_000,
          n -> count(n, i -> Query.of(FACTS).where("concerns", subject(random.nextInt(subjects)))));
    }
    measure("gets by id", 20_000, n -> gets(n, subjects));
    measure("documents, all in pages of 1,000 by id", documents, n -> pages(Query.of(FACTS)));
    measure(
        "documents, all in pages of 1,000 by at",
        documents,
        n -> pages(Query.of(FACTS).orderBy("at")));
    measure(
        "documents, kind = K order by at, in pages of 1,000",
        documents / 20,
        n -> pages(Query.of(FACTS).where("kind", "kind7").orderBy("at")));
    measure(
        "queries: kind = rare order by at, one page",
        200,
        n -> count(n, i -> Query.of(FACTS).where("kind", "rare" + i % 3).orderBy("at")));
    measure(
        "queries: at in a range order by at, limit 20",
        2_000,
        n ->
            count(
                n,
                i ->
                    Query.of(FACTS)
                        .range("at", at(random.nextInt(documents)), null)
                        .orderBy("at")
                        .limit(20)));
  }

  private interface Task {
    long run(int count);
  }

  private static void measure(String what, int count, Task task) {
    long start = System.nanoTime();
    long found = task.run(count);
    double seconds = (System.nanoTime() - start) / 1e9;
    FIGURES.add(
        "%,12.0f /s  %s (%,d in %.1f s, found %,d)", count / seconds, what, count, seconds, found);
  }

  private String subject(int number) {
    return "business:S" + number;
  }

  /** Times grow with the number, but are shuffled within a day. */
  private String at(int number) {
    return Instant.ofEpochSecond(1_500_000_000L + number * 60L + number * 7_919L % 86_400)
        .toString();
  }

  private DocumentWrite fact(int number, long version, int subjects) {
    String kind = number % 100_003 == 5 ? "rare" + number % 3 : "kind" + number % 20;
    List<String> concerns =
        number % 4 == 0
            ? List.of(subject(number % subjects), "business:P" + number % 97)
            : List.of(subject(number % subjects));
    return DocumentWrite.replace(
        FACTS,
        "F%08d".formatted(number * 31L % 100_000_007),
        version,
        body,
        Map.of("concerns", concerns, "kind", List.of(kind), "at", List.of(at(number))));
  }

  private long putAll(int count) {
    for (int from = 0; from < count; from += BATCH) {
      List<DocumentWrite> batch = new ArrayList<>();
      for (int i = from; i < Math.min(from + BATCH, count); i++) {
        batch.add(fact(i, 0, documents / FACTS_OF_A_SUBJECT));
      }
      storage.write(
          tx -> {
            tx.putAll(batch);
            batch.forEach(each -> tx.append("ledger", body));
            return true;
          });
    }
    return count;
  }

  private long changeAll(int batches) {
    for (int b = 0; b < batches; b++) {
      List<DocumentWrite> batch = new ArrayList<>();
      for (int i = b * BATCH; i < (b + 1) * BATCH; i++) {
        batch.add(fact(i, 1, documents / FACTS_OF_A_SUBJECT));
      }
      storage.write(
          tx -> {
            tx.putAll(batch);
            return true;
          });
    }
    return (long) batches * BATCH;
  }

  private long putSingly(int count) {
    for (int i = 0; i < count; i++) {
      DocumentWrite write = fact(documents + i, 0, documents / FACTS_OF_A_SUBJECT);
      storage.write(
          tx -> {
            tx.put(write);
            tx.append("ledger", body);
            return true;
          });
    }
    return count;
  }

  private long count(int queries, IntFunction<Query> query) {
    long found = 0;
    for (int i = 0; i < queries; i++) {
      Query each = query.apply(i);
      found += storage.<Integer>read(view -> view.query(each).documents().size());
    }
    if (found == 0) {
      throw new AssertionError("nothing found");
    }
    return found;
  }

  private long gets(int count, int subjects) {
    long found = 0;
    for (int i = 0; i < count; i++) {
      String id = fact(random.nextInt(documents), 0, subjects).id();
      found += storage.<Integer>read(view -> view.get(FACTS, id).isPresent() ? 1 : 0);
    }
    if (found != count) {
      throw new AssertionError(found + " of " + count);
    }
    return found;
  }

  private long pages(Query query) {
    long found = 0;
    Optional<Cursor> next = Optional.empty();
    do {
      Query part = next.map(query::after).orElse(query).limit(1_000);
      Page page = storage.read(view -> view.query(part));
      found += page.documents().size();
      next = page.next();
    } while (next.isPresent());
    return found;
  }
}
