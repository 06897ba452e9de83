package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enough documents for a value to be frequent: the result is the same whether walked or sorted. */
class WalkTest {

  private static final String URL = "jdbc:h2:mem:walk";
  private static final int FACTS = 2_400;

  private Storage storage;

  @BeforeEach
  void open() {
    storage = Opening.open(Map.of("url", URL, "pool", "2"));
    storage.write(
        tx -> {
          tx.putAll(IntStream.range(0, FACTS).mapToObj(WalkTest::fact).toList());
          return true;
        });
  }

  @AfterEach
  void close() {
    storage.close();
  }

  /** Every 20th is rare, a third has no time, and many have the same. */
  private static DocumentWrite fact(int i) {
    String kind = i % 20 == 0 ? "rare" : "frequent";
    Map<String, List<String>> index =
        i % 3 == 0
            ? Map.of("kind", List.of(kind))
            : Map.of("kind", List.of(kind), "at", List.of(at(i)));
    return DocumentWrite.insert(Opening.FACTS, "F" + i, "x".getBytes(UTF_8), index);
  }

  private static String at(int i) {
    return "T" + i * 7 % 101;
  }

  @Test
  void aWalkIsShorterIfMuchIsEqualAndLittleWanted() throws SQLException {
    Query all = Query.of(Opening.FACTS).orderBy("at");
    Query frequent = all.where("kind", "frequent");
    assertThat(isShorter(frequent.limit(2))).isTrue();
    assertThat(isShorter(frequent.limit(1_000))).isTrue();
    assertThat(isShorter(frequent.limit(10_000))).isFalse();
    Query rare = all.where("kind", "rare");
    assertThat(isShorter(rare.limit(2))).isTrue();
    assertThat(isShorter(rare.limit(100))).isFalse();
    assertThat(isShorter(frequent.where("concerns", "nobody").limit(2))).isFalse();
    assertThat(isShorter(all)).isTrue();
    assertThat(isShorter(all.range("at", "T1", null))).isTrue();
    assertThat(isShorter(all.range("kind", "f", null))).isFalse();
  }

  @Test
  void theResultIsTheSame() {
    Query query = Query.of(Opening.FACTS).where("kind", "frequent").orderBy("at");
    List<String> wanted =
        IntStream.range(0, FACTS)
            .filter(i -> i % 20 != 0)
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> i % 3 == 0 ? "" : at(i))
                    .thenComparing(i -> "F" + i))
            .map(i -> "F" + i)
            .toList();
    assertThat(pages(query, 4)).isEqualTo(wanted.subList(0, 1_200));
    assertThat(storage.<Page>read(view -> view.query(query.limit(10_000))).documents())
        .extracting(Document::id)
        .isEqualTo(wanted);
  }

  @Test
  void aWalkGoesOnBehindTheLongestValue() {
    String longest = Character.toString(0x20000).repeat(300);
    String next = Character.toString(0x20001).repeat(300);
    storage.write(
        tx -> {
          tx.put(Opening.fact("last1", "S1", longest));
          tx.put(Opening.fact("last2", "S1", next));
          return true;
        });
    Query query = Query.of(Opening.FACTS).orderBy("at").limit(1);
    Page page = storage.read(view -> view.query(query.after(new Cursor(longest, "last0"))));
    assertThat(page.documents()).extracting(Document::id).containsExactly("last1");
    Cursor first = page.next().orElseThrow();
    Page behind = storage.read(view -> view.query(query.after(first)));
    assertThat(behind.documents()).extracting(Document::id).containsExactly("last2");
    assertThat(behind.next()).isEmpty();
  }

  /** The first 1,200 documents in pages. */
  private List<String> pages(Query query, int limit) {
    List<String> ids = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    while (ids.size() < 1_200) {
      Query part = next.map(query::after).orElse(query).limit(limit);
      Page page = storage.read(view -> view.query(part));
      page.documents().forEach(document -> ids.add(document.id()));
      next = page.next();
    }
    return ids;
  }

  private static boolean isShorter(Query query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL, "", "")) {
      CollectionTable facts = new CollectionTable(Opening.SCHEMA.collection(Opening.FACTS));
      return new Walk(connection, new H2Dialect(), facts, query).isShorter();
    }
  }
}
