package io.foodsafety.rule.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers the facts of a kind by what conditions read of them: facts that are alike share a number,
 * so that a condition need be looked at once for each number and not once for each fact. For one
 * writer; once filled, for many readers.
 */
final class Signatures {

  /** The number of facts with a value that does not fit its column. */
  static final int MISFIT = 0;

  /** With more numbers the facts have too little in common. */
  private static final int MOST = 512;

  /** A column with more values than that is not read here. */
  static final int MOST_VALUES = 60;

  /** So many facts later a column that had too many values is tried again. */
  private static final long PATIENCE = 1 << 17;

  private static final long UNKNOWN = Long.MIN_VALUE;

  /**
   * What is read of a fact.
   *
   * @param column the column
   * @param onlyWhetherKnown whether the value itself does not matter
   */
  record Part(Column column, boolean onlyWhetherKnown) {
    private long read(int row) {
      if (column.isUnknown(row)) {
        return UNKNOWN;
      }
      return onlyWhetherKnown ? 0 : column.raw(row);
    }

    private boolean isMisfit(int row) {
      return !onlyWhetherKnown && column.isMisfit(row);
    }
  }

  private final List<Part> asked = new ArrayList<>();
  private List<Part> parts = List.of();
  private final List<Part> rejected = new ArrayList<>();
  private final List<Set<Long>> values = new ArrayList<>();
  private int[] scales = {};
  private int[] numbers = new int[16];
  private int size;
  private long added;
  private long patience = PATIENCE;
  private int generation;
  private int count = 1;
  private boolean hasMisfits;
  private long[] tuples = new long[64];
  private int[] slots = new int[256];
  private long[] tuple = {};

  /** How many numbers there are, that of misfits included. */
  int count() {
    return count;
  }

  /** Whether there ever was a fact with a value that does not fit. */
  boolean hasMisfits() {
    return hasMisfits;
  }

  List<Part> parts() {
    return parts;
  }

  /** The number of each fact. */
  int[] numbers() {
    return numbers;
  }

  /**
   * Reads one thing more of every fact, if there is none yet: once filled, nothing changes here.
   *
   * @return whether it is read; not so if it has turned out to have too many values
   */
  boolean read(Part part) {
    if (!asked.contains(part) && size == 0) {
      asked.add(part);
      startAgain();
    }
    return parts.contains(part) || parts.contains(new Part(part.column(), false));
  }

  /**
   * Forgets the facts; what was alike stays so. Now and then, and each time after twice as many
   * facts, what had too many values gets another chance: most of them may have been of long ago.
   */
  void clear() {
    size = 0;
    if (added > patience && !rejected.isEmpty()) {
      patience *= 2;
      added = 0;
      rejected.clear();
      startAgain();
    }
  }

  /** Changes when the numbers are no longer those of before. */
  int generation() {
    return generation;
  }

  /** Forgets all numbers, and numbers the facts again. */
  void startAgain() {
    parts = asked.stream().filter(this::isRead).toList();
    int facts = size;
    generation++;
    size = 0;
    count = 1;
    tuple = new long[parts.size()];
    values.clear();
    parts.forEach(part -> values.add(new HashSet<>()));
    scales = parts.stream().mapToInt(part -> part.column().scale()).toArray();
    slots = new int[256];
    for (int row = 0; row < facts; row++) {
      add();
    }
  }

  /** Who reads the value of a column also reads whether it is known. */
  private boolean isRead(Part part) {
    Part whole = new Part(part.column(), false);
    boolean isPartOfOther =
        part.onlyWhetherKnown() && asked.contains(whole) && !rejected.contains(whole);
    return !rejected.contains(part) && !isPartOfOther;
  }

  /** Numbers the next fact, whose values stand in the columns. */
  void add() {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + (size >> 1));
    }
    added++;
    int row = size++;
    for (int i = 0; i < tuple.length; i++) {
      if (parts.get(i).column().scale() != scales[i]) {
        startAgain(); // the values in the column are others now
        return;
      }
    }
    for (int i = 0; i < tuple.length; i++) {
      Part part = parts.get(i);
      if (part.isMisfit(row)) {
        hasMisfits = true;
        numbers[row] = MISFIT;
        return;
      }
      tuple[i] = part.read(row);
    }
    int number = find();
    if (number == MISFIT) {
      startAgain(); // without a part that has too many values
    } else {
      numbers[row] = number;
    }
  }

  /** Writes the numbers of all facts. */
  void pack(NumberWriter writer) {
    for (int row = 0; row < size; row++) {
      writer.add(numbers[row]);
    }
  }

  /** Reads the numbers of facts that were written. */
  void unpack(NumberReader reader, int facts) {
    for (int row = 0; row < facts; row++) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
      }
      numbers[size++] = (short) reader.next();
    }
  }

  private int find() {
    int slot = hash(tuple, 0) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (Arrays.equals(
          tuples,
          slots[slot] * tuple.length,
          (slots[slot] + 1) * tuple.length,
          tuple,
          0,
          tuple.length)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (rejectsPart()) {
      return MISFIT;
    }
    slots[slot] = count;
    return put();
  }

  /** Counts the values of a new tuple; rejects the part with the most, if there are too many. */
  private boolean rejectsPart() {
    int worst = 0;
    for (int part = 0; part < tuple.length; part++) {
      values.get(part).add(tuple[part]);
      worst = values.get(part).size() > values.get(worst).size() ? part : worst;
    }
    boolean isTooMany =
        tuple.length > 0 && (values.get(worst).size() > MOST_VALUES || count == MOST);
    if (isTooMany) {
      reject(parts.get(worst));
    }
    return isTooMany;
  }

  /** Of a column with too many values there is still told whether they are known. */
  private void reject(Part part) {
    rejected.add(part);
    Part rest = new Part(part.column(), true);
    if (!part.onlyWhetherKnown() && !asked.contains(rest)) {
      asked.add(rest);
    }
  }

  private int put() {
    int number = count++;
    int end = (number + 1) * tuple.length;
    if (end > tuples.length) {
      tuples = Arrays.copyOf(tuples, 2 * end);
    }
    System.arraycopy(tuple, 0, tuples, number * tuple.length, tuple.length);
    if (2 * count > slots.length) {
      grow();
    }
    return number;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int number = 1; number < count; number++) {
      int slot = hash(tuples, number * tuple.length) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number;
    }
  }

  private int hash(long[] values, int from) {
    long hash = 1;
    for (int i = 0; i < tuple.length; i++) {
      hash = (hash ^ values[from + i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  /** Whether a part of the facts of a number is unknown. */
  boolean isUnknown(int number, int part) {
    return tuples[number * tuple.length + part] == UNKNOWN;
  }

  /** A part of the facts of a number, as it stands in the column; 0 if it is unknown. */
  long value(int number, int part) {
    return isUnknown(number, part) ? 0 : tuples[number * tuple.length + part];
  }
}
