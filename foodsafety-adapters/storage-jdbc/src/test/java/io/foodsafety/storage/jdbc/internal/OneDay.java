package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Facts of one and the same day, which all concern one market, and queries that list many. */
final class OneDay {

  private static final String DAY = "2026-11-22";
  private static final int BATCH = 1_000;

  /** One in so many is of the rare kind. */
  private static final int RARE = 20;

  /** So many businesses there are besides the market. */
  private static final int BUSINESSES = 40;

  private OneDay() {}

  static void write(Storage storage, int documents) {
    for (int from = 0; from < documents; from += BATCH) {
      List<DocumentWrite> batch =
          IntStream.range(from, Math.min(from + BATCH, documents)).mapToObj(OneDay::fact).toList();
      storage.write(
          tx -> {
            tx.putAll(batch);
            return true;
          });
    }
  }

  /** A place in the order by day and id. */
  static Cursor place(int number) {
    return new Cursor(DAY, id(number));
  }

  private static String id(int number) {
    return "F%08d".formatted(number);
  }

  private static DocumentWrite fact(int number) {
    return DocumentWrite.insert(
        Opening.FACTS,
        id(number),
        "x".repeat(300).getBytes(UTF_8),
        Map.of(
            "concerns",
            List.of("business:S" + number % BUSINESSES, "market"),
            "kind",
            List.of(number % RARE == 0 ? "rare" : "frequent"),
            "at",
            List.of(DAY)));
  }

  /** How many documents a query selects. */
  static long count(Query query, int documents) {
    return IntStream.range(0, documents)
        .mapToObj(OneDay::fact)
        .filter(
            fact ->
                query.equalities().entrySet().stream()
                    .allMatch(each -> fact.values(each.getKey()).contains(each.getValue())))
        .count();
  }

  /** Queries by what they are called; each selects most of the documents. */
  static Map<String, Query> lists() {
    Query all = Query.of(Opening.FACTS);
    Query byDay = all.orderBy("at");
    Map<String, Query> queries = new LinkedHashMap<>();
    queries.put("order by at", byDay);
    queries.put("at in a range, order by at", byDay.range("at", DAY, DAY + "~"));
    queries.put("kind = frequent, order by at", byDay.where("kind", "frequent"));
    queries.put(
        "kind = frequent, at in a range, order by at",
        byDay.where("kind", "frequent").range("at", DAY, DAY + "~"));
    queries.put("concerns = market, order by at", byDay.where("concerns", "market"));
    queries.put(
        "concerns = market, kind = frequent, order by at",
        byDay.where("concerns", "market").where("kind", "frequent"));
    queries.put("by id", all);
    queries.put("kind = frequent, by id", all.where("kind", "frequent"));
    queries.put("concerns = market, by id", all.where("concerns", "market"));
    queries.put(
        "concerns = market, kind = frequent, by id",
        all.where("concerns", "market").where("kind", "frequent"));
    Map<String, Query> both = new LinkedHashMap<>();
    queries.forEach(
        (name, query) -> {
          both.put(name, query);
          both.put(name + ", reversed", query.reversed());
        });
    return both;
  }

  /**
   * Queries that select few of the documents, or whose range is not on what they are ordered by.
   */
  static Map<String, Query> others() {
    Query byDay = Query.of(Opening.FACTS).orderBy("at");
    Map<String, Query> queries = new LinkedHashMap<>();
    queries.put("kind = rare, order by at", byDay.where("kind", "rare"));
    queries.put("concerns = business, order by at", byDay.where("concerns", "business:S1"));
    queries.put("at in a range, by id", Query.of(Opening.FACTS).range("at", DAY, DAY + "~"));
    return queries;
  }
}
