package io.foodsafety.rule.internal;

import io.foodsafety.rule.internal.CellWords.Place;
import java.util.Arrays;

/**
 * Goes through the facts of each subject of a block, from the last one back to where facts are of
 * no consequence, and adds up the words of their cells. For one thread.
 */
final class CellSums {

  /** With so many facts, sums of 46 bits may need more than 64. */
  private static final int MANY = 1 << 16;

  private final Block block;
  private final Rows facts;
  private final int today;
  private int[] cells = {};
  private final int[] begins = new int[Block.SUBJECTS];
  private CellWords words = new CellWords(0);
  private long[][] sums = {};
  private long[][] unions = {};
  private boolean hasMany;

  CellSums(Block block, Rows facts, int today) {
    this.block = block;
    this.facts = facts;
    this.today = today;
  }

  /** Uses other words from now on. */
  void use(CellWords newWords) {
    words = newWords;
    sums = new long[newWords.sums().size()][Block.SUBJECTS];
    unions = new long[newWords.unions().size()][Block.SUBJECTS];
  }

  /**
   * Finds the cells of the facts.
   *
   * @param numbers the number of each fact of the columns
   * @param byAge the class of each age
   * @param classes how many classes there are
   * @param last the greatest age that is of consequence
   */
  void locate(short[] numbers, byte[] byAge, int classes, int last) {
    if (cells.length < facts.count()) {
      cells = new int[facts.capacity()];
    }
    int[] days = facts.table().days();
    int base = facts.base();
    hasMany = false;
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      int begin = facts.begin(subject);
      int row = facts.end(subject);
      while (row > begin) {
        int age = Math.max(0, today - days[base + row - 1]);
        if (age > last) {
          break;
        }
        row--;
        if (age >= byAge.length) {
          block.leave(block.subjects(), subject);
          age = byAge.length - 1;
        }
        cells[row] = numbers[base + row] * classes + byAge[age];
      }
      begins[subject] = row;
      int count = facts.end(subject) - row;
      hasMany |= count > CellWords.FEW;
      if (count >= MANY) {
        block.leave(block.subjects(), subject);
      }
    }
  }

  /** Adds up. */
  void run() {
    for (int word = 0; word < sums.length; word++) {
      add(words.sums().get(word), sums[word]);
    }
    for (int word = 0; word < unions.length; word++) {
      join(words.unions().get(word), unions[word]);
    }
  }

  private void add(long[] ofCells, long[] into) {
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long sum = 0;
      int end = facts.end(subject);
      for (int row = begins[subject]; row < end; row++) {
        sum += ofCells[cells[row]];
      }
      into[subject] = sum;
    }
  }

  private void join(long[] ofCells, long[] into) {
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long union = 0;
      int end = facts.end(subject);
      for (int row = begins[subject]; row < end; row++) {
        union |= ofCells[cells[row]];
      }
      into[subject] = union;
    }
  }

  /** The words that hold the bits of a place, by subject. */
  long[] union(Place place) {
    return unions[place.word()];
  }

  /** The sums at a place, by subject. */
  void read(Place place, long[] into) {
    long[] from = sums[place.word()];
    int count = block.subjects().count();
    int shift = place.shift();
    long mask = place.mask();
    for (int subject = 0; subject < count; subject++) {
      into[subject] = (from[subject] >>> shift) & mask;
    }
    for (int subject = 0; hasMany && subject < count; subject++) {
      into[subject] = sum(place, subject);
    }
  }

  /** The sum at a place alone, however many facts there are. */
  private long sum(Place place, int subject) {
    long[] ofCells = words.sums().get(place.word());
    long sum = 0;
    for (int row = begins[subject]; row < facts.end(subject); row++) {
      sum += place.of(ofCells[cells[row]]);
    }
    return sum;
  }

  /** The facts that have the bit of a place. */
  void readRows(Place place, long[] into) {
    long[] ofCells = words.unions().get(place.word());
    int shift = place.shift();
    Arrays.fill(into, 0, Bits.words(facts.count()), 0);
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      int end = facts.end(subject);
      for (int row = begins[subject]; row < end; row++) {
        into[row >>> 6] |= ((ofCells[cells[row]] >>> shift) & 1) << row;
      }
    }
  }
}
