package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.bytes;
import static io.foodsafety.testkit.storage.Samples.doc;
import static io.foodsafety.testkit.storage.Samples.ids;
import static io.foodsafety.testkit.storage.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about queries. */
final class QueryRules {

  private QueryRules() {}

  static void findsByOneValue(Storage storage) {
    put(
        storage,
        doc("a", Map.of("kind", List.of("k"))),
        doc("b", Map.of("kind", List.of("l"))),
        doc("c", Map.of()),
        doc("d", Map.of("kind", List.of("k"))));
    assertThat(ids(storage, Query.of(DOCS).where("kind", "k"))).containsExactly("a", "d");
    assertThat(ids(storage, Query.of(DOCS).where("kind", "none"))).isEmpty();
    assertThat(ids(storage, Query.of(DOCS).where("kind", "")))
        .as("A document without a value has no value, not even an empty one.")
        .isEmpty();
  }

  static void findsByEachOfSeveralValues(Storage storage) {
    put(
        storage,
        doc("a", Map.of("tag", List.of("x", "y", "z"), "role", List.of("x"))),
        doc("b", Map.of("tag", List.of("y"))));
    assertThat(ids(storage, Query.of(DOCS).where("tag", "x"))).containsExactly("a");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "y")))
        .as("A document must be found by each of its values.")
        .containsExactly("a", "b");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "z")))
        .as("A document must be found by each of its values.")
        .containsExactly("a");
    assertThat(ids(storage, Query.of(DOCS).where("role", "y")))
        .as("Each attribute has its own values.")
        .isEmpty();
    put(storage, DocumentWrite.replace(DOCS, "a", 1, bytes(""), Map.of("tag", List.of("w", "z"))));
    assertThat(ids(storage, Query.of(DOCS).where("tag", "x")))
        .as("A replaced document must not be found by its old values.")
        .isEmpty();
    assertThat(ids(storage, Query.of(DOCS).where("tag", "w"))).containsExactly("a");
  }

  static void allEqualitiesHold(Storage storage) {
    put(
        storage,
        doc("a", index("k", "1", "x", "y")),
        doc("b", index("k", "1", "x")),
        doc("c", index("k", "2", "x", "y")),
        doc("d", index("l", "1", "x", "y")),
        doc("e", Map.of("tag", List.of("x"), "role", List.of("r"), "kind", List.of("k"))));
    Query both = Query.of(DOCS).where("kind", "k").where("at", "1");
    assertThat(ids(storage, both)).as("All equalities must hold.").containsExactly("a", "b");
    assertThat(ids(storage, both.where("tag", "y"))).containsExactly("a");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "x").where("role", "r")))
        .containsExactly("e");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "y").orderBy("at").range("at", "1", "2")))
        .containsExactly("a", "d");
  }

  static void aRangeIsHalfOpen(Storage storage) {
    put(
        storage,
        doc("a", index("k", "1")),
        doc("b", index("k", "2")),
        doc("c", index("k", "3")),
        doc("d", index("k", "4")),
        doc("none", Map.of("kind", List.of("k"))));
    Query all = Query.of(DOCS);
    assertThat(ids(storage, all.range("at", "2", "4")))
        .as("A range goes from the first included to the last excluded.")
        .containsExactly("b", "c");
    assertThat(ids(storage, all.range("at", null, "3"))).containsExactly("a", "b");
    assertThat(ids(storage, all.range("at", "3", null))).containsExactly("c", "d");
    assertThat(ids(storage, all.range("at", null, null)))
        .as("A range leaves out documents without a value.")
        .containsExactly("a", "b", "c", "d");
    assertThat(ids(storage, all.range("at", "4", "2"))).isEmpty();
    assertThat(ids(storage, all.range("at", "3", "3"))).isEmpty();
    assertThat(ids(storage, all.range("at", "2", null).orderBy("kind").reversed()))
        .containsExactly("d", "c", "b");
  }

  static void ordersByAttributeThenId(Storage storage) {
    put(
        storage,
        doc("d", index("k", "1")),
        doc("b", index("k", "2")),
        doc("a", index("k", "2")),
        doc("c", index("k", "10")),
        doc("z", Map.of()),
        doc("y", Map.of("kind", List.of("k"))));
    Query byTime = Query.of(DOCS).orderBy("at");
    assertThat(ids(storage, byTime))
        .as("The order is by attribute, then by id; documents without a value come first.")
        .containsExactly("y", "z", "d", "c", "a", "b");
    assertThat(ids(storage, byTime.reversed()))
        .as("The reversed order turns ids round too.")
        .containsExactly("b", "a", "c", "d", "z", "y");
    assertThat(ids(storage, byTime.where("kind", "k"))).containsExactly("y", "d", "c", "a", "b");
    assertThat(ids(storage, Query.of(DOCS))).containsExactly("a", "b", "c", "d", "y", "z");
    assertThat(ids(storage, Query.of(DOCS).reversed()))
        .containsExactly("z", "y", "d", "c", "b", "a");
  }

  static void pagesCoverTheResultOnce(Storage storage) {
    List<DocumentWrite> writes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // A third of them without a value, and many with the same one.
      Map<String, List<String>> index =
          i % 3 == 0 ? Map.of("tag", List.of("x")) : index("k", "t" + i % 2, "x");
      writes.add(doc("d" + (char) ('a' + i), index));
    }
    put(storage, writes.toArray(DocumentWrite[]::new));
    for (Query query :
        List.of(
            Query.of(DOCS),
            Query.of(DOCS).orderBy("at"),
            Query.of(DOCS).where("tag", "x"),
            Query.of(DOCS).where("tag", "x").orderBy("at"),
            Query.of(DOCS).where("kind", "k").orderBy("at"),
            Query.of(DOCS).range("at", "t1", null).orderBy("at"))) {
      for (Query each : List.of(query, query.reversed())) {
        assertThat(pages(storage, each.limit(3)))
            .as("The pages together must be the result, each document once.")
            .isEqualTo(ids(storage, each));
      }
    }
    assertThat(storage.<Optional<Cursor>>read(view -> view.query(Query.of(DOCS).limit(20)).next()))
        .as("The last page must have no cursor, even if it is full.")
        .isEmpty();
  }

  private static List<String> pages(Storage storage, Query query) {
    List<String> ids = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      Query part = next.map(query::after).orElse(query);
      Page page = storage.read(view -> view.query(part));
      assertThat(page.documents().size()).isBetween(1, query.limit());
      page.documents().stream().map(Document::id).forEach(ids::add);
      next = page.next();
    } while (next.isPresent());
    return ids;
  }

  static void pagesStayStable(Storage storage) {
    for (String id : List.of("b", "d", "f", "h", "j")) {
      put(storage, doc(id, index("k", "t" + id)));
    }
    Query query = Query.of(DOCS).orderBy("at").limit(2);
    Page first = storage.read(view -> view.query(query));
    assertThat(first.documents()).extracting(Document::id).containsExactly("b", "d");
    storage.write(
        tx -> {
          tx.delete(DOCS, "d", 1);
          tx.delete(DOCS, "f", 1);
          for (String id : List.of("a", "aa", "g")) {
            tx.put(doc(id, index("k", "t" + id)));
          }
          return true;
        });
    Page second = storage.read(view -> view.query(query.after(first.next().orElseThrow())));
    assertThat(second.documents())
        .as("A cursor stays valid while documents come and go, even its own.")
        .extracting(Document::id)
        .containsExactly("g", "h");
    Page third = storage.read(view -> view.query(query.after(second.next().orElseThrow())));
    assertThat(third.documents()).extracting(Document::id).containsExactly("j");
    assertThat(third.next()).isEmpty();
  }

  static Map<String, List<String>> index(String kind, String at, String... tags) {
    return Map.of("kind", List.of(kind), "at", List.of(at), "tag", List.of(tags));
  }
}
