package io.foodsafety.trace.internal.columns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Texts, each under a number, without an object for each: one byte for each character if all are
 * below 256, else two. One thread adds while others look.
 */
public final class Dictionary {

  /** There is no such text. */
  public static final int NONE = -1;

  private static final int CACHED = 1 << 10;

  private record Text(int id, String text) {}

  private final String name;
  private final int seed;
  private final GrowingBytes bytes;

  /** By number, a quarter of the position of the text. */
  private final GrowingInts places;

  private final IdTable table;

  /**
   * Texts that were asked for, by the end of their numbers; which thread put one there is alike.
   */
  private final @Nullable Text[] cache = new Text[CACHED];

  /** No texts. */
  public Dictionary(String name) {
    this.name = name;
    this.seed = ThreadLocalRandom.current().nextInt();
    this.bytes = new GrowingBytes();
    this.places = new GrowingInts();
    this.table = new IdTable();
  }

  /** What was saved under a name. */
  public Dictionary(ColumnReader reader, String name) throws IOException {
    this.name = name;
    this.bytes = reader.growingBytes(name + ".texts");
    this.places = reader.growingInts(name + ".places");
    this.table = new IdTable(reader, name + ".table");
    this.seed = reader.ints(name + ".seed").get(0);
  }

  /** Writes all texts. */
  public void save(ColumnWriter writer) throws IOException {
    IntColumn seeds = new IntColumn(1);
    seeds.set(0, seed);
    writer.ints(name + ".seed", seeds);
    writer.bytes(name + ".texts", bytes);
    writer.ints(name + ".places", places);
    table.save(writer, name + ".table");
  }

  /** For the writer: how many texts there are. */
  public int size() {
    return places.size();
  }

  /** The number of a text, or {@link #NONE}. */
  public int find(String text) {
    return find(text, hash(text));
  }

  private int find(String text, int hash) {
    return table.find(hash, id -> is(id, text));
  }

  /** The number of a text, which is added if it is not there. */
  public int add(String text) {
    int hash = hash(text);
    int known = find(text, hash);
    if (known != NONE) {
      return known;
    }
    bytes.align();
    int id = places.add(Units.of(bytes.size()));
    boolean isWide = text.chars().anyMatch(each -> each > 0xFF);
    write(text.length() << 1 | (isWide ? 1 : 0));
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      bytes.add((byte) each);
      if (isWide) {
        bytes.add((byte) (each >>> Byte.SIZE));
      }
    }
    table.add(id, hash, this::hash);
    return id;
  }

  private void write(int value) {
    int rest = value;
    for (; rest > 0x7F; rest >>>= 7) {
      bytes.add((byte) (rest | 0x80));
    }
    bytes.add((byte) rest);
  }

  /** The text of a number. */
  public String get(int id) {
    Text known = cache[id & (CACHED - 1)];
    if (known != null && known.id() == id) {
      return known.text();
    }
    Text text = new Text(id, new Letters(id).text());
    cache[id & (CACHED - 1)] = text;
    return text.text();
  }

  /** Compares two texts as {@link String#compareTo} does. */
  public int compare(int one, int other) {
    Letters left = new Letters(one);
    Letters right = new Letters(other);
    int common = Math.min(left.length, right.length);
    for (int i = 0; i < common; i++) {
      if (left.at(i) != right.at(i)) {
        return Character.compare(left.at(i), right.at(i));
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private boolean is(int id, String text) {
    Letters letters = new Letters(id);
    if (letters.length != text.length()) {
      return false;
    }
    for (int i = 0; i < letters.length; i++) {
      if (letters.at(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int hash(String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = mixed(hash, text.charAt(i));
    }
    return (int) (hash >>> 20);
  }

  private int hash(int id) {
    Letters letters = new Letters(id);
    long hash = seed;
    for (int i = 0; i < letters.length; i++) {
      hash = mixed(hash, letters.at(i));
    }
    return (int) (hash >>> 20);
  }

  private static long mixed(long hash, char next) {
    long product = (hash ^ next) * 0x9E3779B97F4A7C15L;
    return product ^ product >>> 32;
  }

  /** The letters of a text, copied from where they are. */
  private final class Letters {
    private final int length;
    private final boolean isWide;
    private final byte[] letters;

    Letters(int id) {
      long at = Units.position(places.get(id));
      int value = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes.get(at++);
        value |= (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      length = value >>> 1;
      isWide = (value & 1) != 0;
      letters = bytes.get(at, isWide ? 2 * length : length);
    }

    char at(int index) {
      return isWide
          ? (char) ((letters[2 * index] & 0xFF) | (letters[2 * index + 1] << Byte.SIZE))
          : (char) (letters[index] & 0xFF);
    }

    String text() {
      if (!isWide) {
        return new String(letters, StandardCharsets.ISO_8859_1);
      }
      char[] all = new char[length]; // a charset would replace halves of characters
      for (int i = 0; i < length; i++) {
        all[i] = at(i);
      }
      return new String(all);
    }
  }
}
