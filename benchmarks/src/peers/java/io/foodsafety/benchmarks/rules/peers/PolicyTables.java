package io.foodsafety.benchmarks.rules.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The tables of the policy file as texts of other languages: whole numbers to thousandths of a
 * point.
 */
final class PolicyTables {

  /** How a choice is written. */
  enum Language {
    /** Java, and the expression languages after it. */
    JAVA("(%s <= %d ? %d : ", "(%s == %d ? %d : ", "%d", ")"),
    SQL("case when %s <= %d then %d else ", "case when %s = %d then %d else ", "%d", " end"),
    FEEL("(if %s <= %d then %d else ", "(if %s = %d then %d else ", "%d", ")");

    private final String upTo;
    private final String equal;
    private final String last;
    private final String end;

    Language(String upTo, String equal, String last, String end) {
      this.upTo = upTo;
      this.equal = equal;
      this.last = last;
      this.end = end;
    }
  }

  /**
   * A row of a table of ranges, in order.
   *
   * @param upTo the greatest number of the row; nothing for the last
   */
  record Range(OptionalInt upTo, int points) {}

  private final JsonNode tables;

  private PolicyTables(JsonNode tables) {
    this.tables = tables;
  }

  static PolicyTables read() {
    try (InputStream policy =
        Objects.requireNonNull(
            PolicyTables.class.getResourceAsStream("/policies/benchmark-2026.json"))) {
      return new PolicyTables(new ObjectMapper().readTree(policy).get("tables"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int scaled(JsonNode number, int unit) {
    return new BigDecimal(number.asText()).multiply(BigDecimal.valueOf(unit)).intValueExact();
  }

  /**
   * The rows of a table of ranges.
   *
   * @param unit what 1 is: 10 for numbers that are given in tenths
   */
  List<Range> ranges(String table, int unit) {
    List<Range> ranges = new ArrayList<>();
    for (JsonNode row : tables.get(table).get("ranges")) {
      int points = scaled(row.get("value"), 1_000);
      if (row.has("to")) {
        ranges.add(new Range(OptionalInt.of(scaled(row.get("to"), unit)), points));
      } else if (row.has("below")) {
        ranges.add(new Range(OptionalInt.of(scaled(row.get("below"), unit) - 1), points));
      } else {
        ranges.add(new Range(OptionalInt.empty(), points));
      }
    }
    return ranges;
  }

  /** The points of words, by their places in a vocabulary. */
  List<Integer> words(String table, List<String> vocabulary) {
    JsonNode words = tables.get(table).get("words");
    return vocabulary.stream().map(word -> scaled(words.get(word), 1_000)).toList();
  }

  /** A choice among the rows of a table of ranges. */
  String ofRanges(Language language, String table, int unit, String variable) {
    return ofRanges(language, ranges(table, unit), variable);
  }

  /** A choice among ranges. */
  static String ofRanges(Language language, List<Range> ranges, String variable) {
    StringBuilder text = new StringBuilder();
    int open = 0;
    for (Range range : ranges) {
      if (range.upTo().isPresent()) {
        text.append(
            language.upTo.formatted(variable, range.upTo().getAsInt(), range.points()));
        open++;
      } else {
        text.append(language.last.formatted(range.points()));
      }
    }
    return text.append(language.end.repeat(open)).toString();
  }

  /** A choice among words, given as places in a vocabulary. */
  String ofWords(Language language, String table, List<String> vocabulary, String variable) {
    return ofWords(language, words(table, vocabulary), variable);
  }

  /** A choice among the points of words, by their places. */
  static String ofWords(Language language, List<Integer> points, String variable) {
    StringBuilder text = new StringBuilder();
    for (int code = 0; code < points.size() - 1; code++) {
      text.append(language.equal.formatted(variable, code, points.get(code)));
    }
    return text.append(language.last.formatted(points.get(points.size() - 1)))
        .append(language.end.repeat(points.size() - 1))
        .toString();
  }
}
