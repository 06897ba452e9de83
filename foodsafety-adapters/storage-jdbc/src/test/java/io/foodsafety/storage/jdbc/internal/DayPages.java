package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.testkit.measure.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures whether a page costs the same wherever it stands in {@link OneDay}, by hand: {@code
 * DayPages h2:FILE|postgresql [documents]}. The figures are logged, and in {@code
 * target/measurements/day-pages.txt}. A walk that misses a document, or meets one twice, fails the
 * run; one that takes too long is cut off.
 */
final class DayPages {

  private static final Figures FIGURES = Figures.of("day-pages");
  private static final int PAGE = 500;
  private static final long MOST_NANOS = 30_000_000_000L;

  private final Storage storage;
  private final int documents;

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
      OneDay.write(storage, documents);
      DayPages pages = new DayPages(storage, documents);
      OneDay.lists().forEach(pages::walk);
      OneDay.others().forEach(pages::walk);
    }
  }

  private void walk(String what, Query all) {
    Query query = all.limit(PAGE);
    List<Long> nanos = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long begin = System.nanoTime();
    Optional<Query> next = Optional.of(query);
    while (next.isPresent() && System.nanoTime() - begin < MOST_NANOS) {
      Query part = next.get();
      long start = System.nanoTime();
      Page found = storage.read(view -> view.query(part));
      nanos.add(System.nanoTime() - start);
      for (Document each : found.documents()) {
        if (!seen.add(each.id())) {
          throw new AssertionError(each.id() + " twice: " + what);
        }
      }
      next = found.next().map(query::after);
    }
    long wanted = OneDay.count(query, documents);
    if (next.isEmpty() && seen.size() != wanted) {
      throw new AssertionError("%s: %d of %d".formatted(what, seen.size(), wanted));
    }
    int size = nanos.size();
    FIGURES.add(
        "%8.2f ms first, %8.2f ms last, %7.1f s %s %,d  %s",
        median(nanos.subList(0, Math.min(10, size))),
        median(nanos.subList(Math.max(0, size - 11), Math.max(1, size - 1))),
        (System.nanoTime() - begin) / 1e9,
        next.isEmpty() ? "for all" : "CUT OFF after",
        seen.size(),
        what);
  }

  /** In milliseconds. */
  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
  }
}
