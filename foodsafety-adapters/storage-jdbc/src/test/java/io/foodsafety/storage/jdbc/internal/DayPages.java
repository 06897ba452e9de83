package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.testkit.measure.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures whether a page costs the same wherever it stands, by hand: {@code DayPages
 * h2:FILE|postgresql [documents]}. All documents have the same day, and all concern one market. The
 * figures are logged, and in {@code target/measurements/day-pages.txt}. A walk that misses a
 * document, or meets one twice, fails the run; one that takes too long is cut off.
 */
final class DayPages {

  private static final Figures FIGURES = Figures.of("day-pages");
  private static final String DAY = "2026-11-22";
  private static final int BATCH = 1_000;
  private static final int PAGE = 500;
  private static final long MOST_NANOS = 30_000_000_000L;

  /** One in so many is of the rare kind. */
  private static final int RARE = 20;

  /** So many facts has each business. */
  private static final int OF_A_BUSINESS = 5_000;

  private final Storage storage;
  private final int documents;
  private final byte[] body = "x".repeat(300).getBytes(UTF_8);

  private DayPages(Storage storage, int documents) {
    this.storage = storage;
    this.documents = documents;
  }

  public static void main(String[] args) {
    int documents = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    Map<String, String> settings =
        args[0].startsWith("h2:")
            ? Map.of("url", "jdbc:h2:file:" + args[0].substring(3))
            : Postgres.newDatabase();
    try (Storage storage = Opening.open(settings)) {
      new DayPages(storage, documents).run();
    }
  }

  private void run() {
    for (int from = 0; from < documents; from += BATCH) {
      List<DocumentWrite> batch =
          IntStream.range(from, Math.min(from + BATCH, documents)).mapToObj(this::fact).toList();
      storage.write(
          tx -> {
            tx.putAll(batch);
            return true;
          });
    }
    Query all = Query.of(Opening.FACTS).limit(PAGE);
    Query byDay = all.orderBy("at");
    Query frequent = byDay.where("kind", "frequent");
    Map<String, Query> queries = new LinkedHashMap<>();
    queries.put("order by at", byDay);
    queries.put("order by at, reversed", byDay.reversed());
    queries.put("at in a range, order by at", byDay.range("at", DAY, DAY + "~"));
    queries.put("kind = frequent, order by at", frequent);
    queries.put("kind = frequent, order by at, reversed", frequent.reversed());
    queries.put("kind = frequent, at in a range", frequent.range("at", DAY, DAY + "~"));
    queries.put("kind = rare, order by at", byDay.where("kind", "rare"));
    queries.put("concerns = market, order by at", byDay.where("concerns", "market"));
    queries.put("concerns = market, reversed", byDay.where("concerns", "market").reversed());
    queries.put("concerns = market, kind = frequent", frequent.where("concerns", "market"));
    queries.put("concerns = business, order by at", byDay.where("concerns", "business:S1"));
    queries.put("by id", all);
    queries.put("kind = frequent, by id", all.where("kind", "frequent"));
    queries.put("concerns = market, by id", all.where("concerns", "market"));
    queries.put("concerns = market, kind = frequent, by id",
        all.where("concerns", "market").where("kind", "frequent"));
    queries.put("at in a range, by id", all.range("at", DAY, DAY + "~"));
    queries.forEach(this::walk);
  }

  private DocumentWrite fact(int number) {
    return DocumentWrite.insert(
        Opening.FACTS,
        "F%08d".formatted(number * 31L % 100_000_007),
        body,
        Map.of(
            "concerns",
            List.of("business:S" + number % Math.max(1, documents / OF_A_BUSINESS), "market"),
            "kind",
            List.of(number % RARE == 0 ? "rare" : "frequent"),
            "at",
            List.of(DAY)));
  }

  private void walk(String what, Query query) {
    Map<Integer, Long> nanos = new HashMap<>();
    Set<String> seen = new HashSet<>();
    long begin = System.nanoTime();
    Optional<Query> next = Optional.of(query);
    for (int page = 0; next.isPresent() && System.nanoTime() - begin < MOST_NANOS; page++) {
      Query part = next.get();
      long start = System.nanoTime();
      Page found = storage.read(view -> view.query(part));
      nanos.put(page, System.nanoTime() - start);
      for (Document each : found.documents()) {
        if (!seen.add(each.id())) {
          throw new AssertionError(each.id() + " twice: " + what);
        }
      }
      next = found.next().map(query::after);
    }
    if (next.isEmpty() && seen.size() != expected(query)) {
      throw new AssertionError("%s: %d of %d".formatted(what, seen.size(), expected(query)));
    }
    FIGURES.add(
        "%8.2f ms first, %8.2f ms last, %7.1f s %s %,d  %s",
        median(nanos, 0, 10),
        median(nanos, nanos.size() - 11, nanos.size() - 1),
        (System.nanoTime() - begin) / 1e9,
        next.isEmpty() ? "for all" : "CUT OFF after",
        seen.size(),
        what);
  }

  private long expected(Query query) {
    return IntStream.range(0, documents)
        .mapToObj(this::fact)
        .filter(
            fact ->
                query.equalities().entrySet().stream()
                    .allMatch(each -> fact.values(each.getKey()).contains(each.getValue())))
        .count();
  }

  /** The median of ten pages, in milliseconds. */
  private static double median(Map<Integer, Long> nanos, int from, int to) {
    List<Long> some = new ArrayList<>();
    for (int page = Math.max(0, from); page < to; page++) {
      Optional.ofNullable(nanos.get(page)).ifPresent(some::add);
    }
    some.sort(null);
    return some.isEmpty() ? Double.NaN : some.get(some.size() / 2) / 1e6;
  }
}
