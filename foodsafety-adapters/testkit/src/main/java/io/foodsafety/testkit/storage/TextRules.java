package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.Samples.DOCS;
import static io.foodsafety.testkit.storage.Samples.doc;
import static io.foodsafety.testkit.storage.Samples.ids;
import static io.foodsafety.testkit.storage.Samples.put;
import static io.foodsafety.testkit.storage.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import java.util.List;
import java.util.Map;

/** Rules about the texts in ids and index values: their order, and that they are kept exactly. */
final class TextRules {

  /** In the order of code points; UTF-16 would put the last two the other way round. */
  private static final List<String> ORDERED =
      List.of("A", "B", "Z", "Zz", "a", "aA", "b", "é", "中", "豬", "\uFF21", "\uD840\uDC00");

  /** Each one another text, though a careless database may take some for equal. */
  private static final List<String> SPECIAL =
      List.of(
          "a",
          "A",
          "a'b",
          "a\"b",
          "a`b",
          "a%",
          "a_",
          "a%b",
          "ab",
          "a\\",
          "a\\b",
          "a;--",
          "a,b",
          "{a}",
          "[a]",
          "a b",
          "a\u00A0b",
          "\u00E9",
          "e\u0301",
          "ß",
          "ss",
          "İ",
          "i",
          "ı",
          "null",
          "中文",
          "🍜",
          "🍜🍜",
          "?",
          "$1",
          ":a",
          "a\u200Db",
          "١",
          "1",
          "01",
          "\uFFFD",
          "\uFFFF");

  private TextRules() {}

  static void ordersByCodePoint(Storage storage) {
    for (int i = 0; i < ORDERED.size(); i++) {
      // Put in another order than the one wanted.
      String text = ORDERED.get((i * 5 + 3) % ORDERED.size());
      put(storage, doc(text, Map.of("at", List.of(text), "tag", List.of("x"))));
    }
    assertOrder(ids(storage, Query.of(DOCS)));
    assertOrder(ids(storage, Query.of(DOCS).orderBy("at")));
    assertOrder(ids(storage, Query.of(DOCS).where("tag", "x")));
    assertOrder(ids(storage, Query.of(DOCS).where("tag", "x").orderBy("at")));
    for (int from = 0; from < ORDERED.size(); from++) {
      assertThat(ids(storage, Query.of(DOCS).range("at", ORDERED.get(from), null)))
          .as("A range must follow the order of code points.")
          .containsExactlyElementsOf(ORDERED.subList(from, ORDERED.size()));
    }
  }

  private static void assertOrder(List<String> ids) {
    assertThat(ids)
        .as("Texts must be ordered by Unicode code point.")
        .containsExactlyElementsOf(ORDERED);
  }

  static void keepsTextsApart(Storage storage) {
    for (String text : SPECIAL) {
      put(
          storage,
          DocumentWrite.insert(
              DOCS,
              text,
              Samples.bytes(text),
              Map.of("kind", List.of(text), "tag", List.of(text, "all"))));
    }
    for (String text : SPECIAL) {
      assertThat(storage.<String>read(view -> text(view.get(DOCS, text).orElseThrow())))
          .as("The document (%s) must be got by its id.", text)
          .isEqualTo(text);
      assertThat(ids(storage, Query.of(DOCS).where("kind", text)))
          .as("The value (%s) must find its document and no other.", text)
          .containsExactly(text);
      assertThat(ids(storage, Query.of(DOCS).where("tag", text))).containsExactly(text);
    }
    Map<String, Document> found = storage.read(view -> view.getAll(DOCS, SPECIAL));
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(SPECIAL);
  }

  static void keepsBlanksInValues(Storage storage) {
    put(
        storage,
        doc("none", Map.of("kind", List.of("a"), "tag", List.of("a"))),
        doc("behind", Map.of("kind", List.of("a "), "tag", List.of("a "))),
        doc("before", Map.of("kind", List.of(" a"), "tag", List.of(" a"))));
    assertThat(ids(storage, Query.of(DOCS).where("kind", "a")))
        .as("Blanks before and behind a value count.")
        .containsExactly("none");
    assertThat(ids(storage, Query.of(DOCS).where("kind", "a "))).containsExactly("behind");
    assertThat(ids(storage, Query.of(DOCS).where("tag", " a"))).containsExactly("before");
    assertThat(ids(storage, Query.of(DOCS).where("tag", "a "))).containsExactly("behind");
    assertThatThrownBy(
            () -> doc("a ", "text"),
            "An id with a blank at its end is refused before it reaches a storage.")
        .isInstanceOf(IllegalArgumentException.class);
  }

  static void keepsLongTexts(Storage storage) {
    for (String character : List.of("x", "中", "\uD840\uDC00")) {
      String id = character.repeat(256);
      String value = character.repeat(300);
      put(
          storage,
          doc(
              id,
              Map.of(
                  "kind", List.of(value), "at", List.of(value), "tag", List.of(value, "short"))));
      assertThat(ids(storage, Query.of(DOCS).where("kind", value).orderBy("at")))
          .as("An id of 256 and a value of 300 characters must be kept.")
          .containsExactly(id);
      assertThat(ids(storage, Query.of(DOCS).where("tag", value))).containsExactly(id);
    }
  }

  static void boundsMayHaveNul(Storage storage) {
    put(
        storage,
        doc("a", Map.of("at", List.of("x"))),
        doc("b", Map.of("at", List.of("x!"))),
        doc("c", Map.of("at", List.of("y"))));
    assertThat(ids(storage, Query.of(DOCS).range("at", "x\0", null)))
        .as("The bound x U+0000 lies just above x.")
        .containsExactly("b", "c");
    assertThat(ids(storage, Query.of(DOCS).range("at", null, "x\0"))).containsExactly("a");
    assertThat(ids(storage, Query.of(DOCS).where("at", "x\0"))).isEmpty();
    assertThat(storage.<Boolean>read(view -> view.get(DOCS, "a\0").isPresent())).isFalse();
    for (String wrong : List.of("x\0", "x\uD840", "\uDC00")) {
      assertThatThrownBy(
              () -> put(storage, doc("d", Map.of("tag", List.of("x", wrong)))),
              "A value with U+0000 or a lone surrogate must be refused.")
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
