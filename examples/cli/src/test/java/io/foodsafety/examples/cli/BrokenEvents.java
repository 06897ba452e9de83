package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trace events as NDJSON, of which one line in a hundred is broken in one of many ways: the same
 * seed gives the same bytes. Uses nothing of the project, so that it can be run by itself:
 *
 * <pre>
 * java examples/cli/src/test/java/io/foodsafety/examples/cli/BrokenEvents.java 1000000 1 events.ndjson
 * </pre>
 *
 * writes a million lines, and the lines and codes of what is wrong with them to {@code
 * events.ndjson.expected}.
 */
final class BrokenEvents {

  /** A broken line stands somewhere in each hundred lines. */
  private static final int HUNDRED = 100;

  /** The events of one story, from the field to the shop. */
  private static final int STORY = 10;

  private static final int LINE_LIMIT = 8 << 20;
  private static final int MOST_ITEMS = 10_000;

  /** Lines of this size are rare: one of a kind in a file. */
  private static final int LARGE = 2;

  private final SplittableRandom random;
  private final OutputStream out;
  private final List<String> expected = new ArrayList<>();
  private int line;
  private int story;
  private int step;
  private int fault;

  private BrokenEvents(long seed, OutputStream out) {
    this.random = new SplittableRandom(seed);
    this.out = out;
  }

  /**
   * Writes a file.
   *
   * @param lines how many lines, a multiple of 100
   * @param seed the same seed gives the same file
   * @param out where to write it
   * @return {@code line code} of each thing that is wrong, in order of line
   */
  static List<String> write(int lines, long seed, OutputStream out) throws IOException {
    BrokenEvents events = new BrokenEvents(seed, out);
    for (int hundred = 0; hundred < lines / HUNDRED; hundred++) {
      boolean isLast = hundred == lines / HUNDRED - 1;
      int broken = isLast ? HUNDRED - 1 : 1 + events.random.nextInt(HUNDRED - 1);
      for (int i = 0; i < HUNDRED; i++) {
        events.line++;
        if (i != broken) {
          events.put(events.good() + "\n");
        } else if (isLast) {
          events.bad("{\"type\":\"trace\",\"id\":\"LAST\",\"ev", "FS-REC-0004");
        } else {
          events.putBroken();
        }
      }
    }
    return events.expected;
  }

  /** Writes a file of so many lines, from a seed, and what is expected. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[2]);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      List<String> expected = write(Integer.parseInt(args[0]), Long.parseLong(args[1]), out);
      Files.write(Path.of(args[2] + ".expected"), expected);
    }
  }

  private void put(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  private void bad(String text, String... codes) throws IOException {
    put(text);
    for (String code : codes) {
      expected.add(line + " " + code);
    }
  }

  /** The next event of a story in which all is well. */
  private String good() {
    if (step == STORY) {
      step = 0;
      story++;
    }
    return event(story, step++);
  }

  private static String event(int story, int step) {
    String day = "2024-%02d-%02d".formatted(1 + story / 28 % 12, 1 + story % 28);
    String farm = "\"农场-" + story % 977 + "\"";
    String mill = "\"mill-" + story % 101 + "\"";
    String shop = "\"shop-" + story % 9_973 + "\"";
    String wheat = item("W-" + story, 100);
    String flour = item("F-" + story, 80);
    String crate = "\"crate-" + story % 5_003 + "\"";
    return switch (step) {
      case 0 -> head(story, step, "create", day) + party(farm) + ",\"outputs\":[" + wheat + "]}";
      case 1 -> head(story, step, "transfer", day) + way(farm, mill) + items(wheat);
      case 2 ->
          head(story, step, "transform", day)
              + party(mill)
              + ",\"inputs\":[%s],\"outputs\":[%s]}".formatted(wheat, flour);
      case 3 ->
          head(story, step, "pack", day) + party(mill) + ",\"container\":" + crate + items(flour);
      case 4 ->
          head(story, step, "ship", day)
              + way(mill, shop)
              + ",\"document\":\"D-"
              + story
              + "\""
              + items("{\"container\":" + crate + "}");
      case 5 ->
          head(story, step, "receive", day)
              + way(mill, shop)
              + ",\"document\":\"D-"
              + story
              + "\""
              + items("{\"container\":" + crate + "}");
      case 6 -> head(story, step, "unpack", day) + party(shop) + ",\"container\":" + crate + "}";
      case 7 ->
          head(story, step, "observe", day)
              + party(shop)
              + ",\"attributes\":{\"temperature\":-18.5}"
              + items("{\"lot\":\"F-" + story + "\"}");
      case 8 ->
          head(story, step, "remove", day)
              + party(shop)
              + ",\"reason\":\"sold\""
              + items(item("F-" + story, 30));
      default ->
          "{\"type\":\"trace\",\"id\":\"E-%d-9\",\"event\":\"void\",\"target\":\"E-%d-8\",\"reason\":\"录入错误\"}"
              .formatted(story, story);
    };
  }

  private static String head(int story, int step, String event, String day) {
    return "{\"type\":\"trace\",\"id\":\"E-%d-%d\",\"event\":\"%s\",\"at\":\"%s\""
        .formatted(story, step, event, day);
  }

  private static String party(String party) {
    return ",\"party\":" + party;
  }

  private static String way(String from, String to) {
    return ",\"from\":" + from + ",\"to\":" + to;
  }

  private static String items(String items) {
    return ",\"items\":[" + items + "]}";
  }

  private static String item(String lot, int quantity) {
    return "{\"lot\":\"%s\",\"quantity\":%d,\"unit\":\"KGM\"}".formatted(lot, quantity);
  }

  /** An event that is good but for what is put in the place of one of its parts. */
  private String event(String part, String other) {
    String good =
        """
        {"type":"trace","id":"B-%d","event":"transfer","at":"2024-05-02","from":"S1","to":"S2",\
        "items":[{"lot":"L1","quantity":5,"unit":"KGM"}]}\
        """
            .formatted(line);
    String broken = good.replace(part, other);
    if (broken.equals(good)) {
      throw new IllegalStateException(part);
    }
    return broken + "\n";
  }

  private void putBroken() throws IOException {
    int kind = fault++;
    if (kind < LARGE) {
      putLarge(kind);
    } else {
      putText(kind % 18, kind / 18 % 2 == 0);
    }
  }

  /** Lines so large that there is one of each in a file. */
  private void putLarge(int kind) throws IOException {
    if (kind == 0) {
      bad(event("}]}", "}]" + " ".repeat(LINE_LIMIT) + "}"), "FS-REC-0002");
    } else {
      String item = "{\"lot\":\"L1\"},";
      bad(event("[", "[" + item.repeat(MOST_ITEMS)), "FS-REC-0112");
    }
  }

  private void putText(int kind, boolean isFirstOfTwo) throws IOException {
    if (isFirstOfTwo) {
      putMalformed(kind);
    } else {
      putMeaningless(kind);
    }
  }

  /** Lines that are no records, or whose fields are not what they should be. */
  private void putMalformed(int kind) throws IOException {
    switch (kind) {
      case 0 -> bad(event("}]}", "}]"), "FS-REC-0003");
      case 1 -> bad(event("\"from\"", "from"), "FS-REC-0003");
      case 2 -> bad("[1,2]\n", "FS-REC-0005");
      case 3 -> bad("null\n", "FS-REC-0005");
      case 4 -> bad(event("\"from\":\"S1\"", "\"from\":\"S1\",\"from\":\"S3\""), "FS-REC-0006");
      case 5 -> bad(event(":5,", ":1e999999999,"), "FS-REC-0007");
      case 6 -> bad(event(":5,", ":" + "[".repeat(60) + "]".repeat(60) + ","), "FS-REC-0008");
      case 7 -> bad(event("\"type\":\"trace\",", ""), "FS-REC-0009");
      case 8 -> bad(event("\"trace\"", "\"track\""), "FS-REC-0101");
      case 9 -> bad(event("\"from\"", "\"form\""), "FS-REC-0102", "FS-REC-0103");
      case 10 ->
          bad(
              event("\"items\":[{", "\"items\":[{\"container\":\"C1\","),
              "FS-REC-0102",
              "FS-REC-0102",
              "FS-REC-0102");
      case 11 -> putBytes();
      case 12 -> bad(event("\"B-" + line + "\"", "7"), "FS-REC-0104");
      case 13 -> bad(event("[{", "{").replace("}]", "}"), "FS-REC-0104");
      case 14 -> bad(event(":5,", ":\"5\","), "FS-REC-0104");
      case 15 -> bad(event("{\"lot\"", "7,{\"lot\""), "FS-REC-0104");
      case 16 -> bad(event("\"S1\"", "\"" + "S".repeat(300) + "\""), "FS-REC-0105");
      default -> bad(event("\"S1\"", "\"\\ud800\""), "FS-REC-0105");
    }
  }

  private void putBytes() throws IOException {
    put(event("\"S1\"", "\"S1").stripTrailing());
    out.write(0xC3);
    bad("(\n", "FS-REC-0001");
  }

  /** Lines that are records, and say what cannot be. */
  private void putMeaningless(int kind) throws IOException {
    switch (kind) {
      case 0 -> bad(event("\"id\":\"B-" + line + "\",", ""), "FS-REC-0103");
      case 1 -> bad(event("\"from\":\"S1\",", ""), "FS-REC-0103");
      case 2 ->
          bad(event("[{\"lot\":\"L1\",\"quantity\":5,\"unit\":\"KGM\"}]", "[]"), "FS-REC-0103");
      case 3 -> bad(event("\"quantity\":5,", ""), "FS-REC-0103");
      case 4 -> bad(event("\"lot\":\"L1\",", ""), "FS-REC-0103");
      case 5 -> bad(event("2024-05-02", "2024-02-30"), "FS-REC-0105");
      case 6 -> bad(event("2024-05-02", "2024-05-02T10:15:00"), "FS-REC-0105");
      case 7 -> bad(event("2024-05-02", "02.05.2024"), "FS-REC-0105");
      case 8 -> bad(event("2024-05-02", "2999"), "FS-REC-0110");
      case 9 -> bad(event("KGM", "kilogram"), "FS-REC-0105");
      case 10 -> bad(event(":5,", ":-5,"), "FS-REC-0114");
      case 11 -> bad(event(":5,", ":1." + "1".repeat(40) + ","), "FS-REC-0007");
      case 12 -> bad(event("\"transfer\"", "\"transport\""), "FS-REC-0109");
      case 13 ->
          bad(
              event("\"transfer\"", "\"remove\",\"party\":\"S1\",\"reason\":\"eaten\"")
                  .replace("\"from\":\"S1\",\"to\":\"S2\",", ""),
              "FS-REC-0109");
      case 14 ->
          bad(
              "{\"type\":\"trace\",\"id\":\"B\",\"event\":\"void\",\"target\":\"B\",\"reason\":\"x\"}\n",
              "FS-REC-0105");
      case 15 ->
          bad(event("\"at\"", "\"errorDeclaration\":{\"at\":\"2024\"},\"at\""), "FS-REC-0103");
      case 16 ->
          bad(event("\"from\":\"S1\",", "").replace(":5,", ":-5,"), "FS-REC-0103", "FS-REC-0114");
      default -> bad(event(story, 0).replace(":100,", ":101,") + "\n", "FS-TRACE-0001");
    }
  }
}
