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
  private final int[] begins = new int[Block.SUBJECTS];
  private CellWords words = new CellWords(0);
  private short[] numbers = {};
  private byte[] byAge = {};
  private int classes;
  private int oldest;
  private long[][] sums = {};
  private long[][] unions = {};
  private byte[][] flags = {};
  private boolean hasMany;

  CellSums(Block block, Rows facts, int today) {
    this.block = block;
    this.facts = facts;
    this.today = today;
  }

  /** Uses other words from now on. */
  void use(CellWords newWords) {
    words = newWords;
    sums = new long[newWords.size()][Block.SUBJECTS];
    unions = new long[newWords.size()][Block.SUBJECTS];
    flags = new byte[newWords.size()][0];
  }

  /**
   * Goes through the facts.
   *
   * @param newNumbers the number of each fact of the columns
   * @param ages the classes of ages
   * @param last the greatest age that is of consequence; all, if older ages are not covered
   */
  void run(short[] newNumbers, AgeClasses ages, int last) {
    numbers = newNumbers;
    byAge = ages.byAge();
    classes = ages.count();
    oldest = today - Math.min(last, byAge.length - 1);
    hasMany = false;
    if (last >= byAge.length) {
      leaveUncovered();
    }
    for (int word = 0; word < words.size(); word++) {
      if (words.isSum(word)) {
        add(word);
      } else {
        addAll(word);
      }
    }
  }

  /** Leaves subjects that have a fact older than any that was thought of. */
  private void leaveUncovered() {
    int[] days = facts.table().days();
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      int begin = facts.begin(subject);
      if (begin < facts.end(subject) && days[facts.base() + begin] < oldest) {
        block.leave(block.subjects(), subject);
      }
    }
  }

  private void add(int word) {
    long[] ofCells = words.sums(word);
    long[] into = sums[word];
    int[] days = facts.table().days();
    int base = facts.base();
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long sum = 0;
      int begin = facts.begin(subject) + base;
      int row = facts.end(subject) + base;
      while (row > begin && days[row - 1] >= oldest) {
        row--;
        sum += ofCells[numbers[row] * classes + byAge[Math.max(0, today - days[row])]];
      }
      into[subject] = sum;
      begin(subject, row - base);
    }
  }

  private void addAll(int word) {
    long[] sumsOf = words.sums(word);
    long[] unionsOf = words.unions(word);
    byte[] flagsOf = words.flags(word);
    if (flags[word].length < facts.count() + Long.BYTES) {
      flags[word] = new byte[facts.capacity() + Long.BYTES];
    }
    byte[] flagged = flags[word];
    int[] days = facts.table().days();
    int base = facts.base();
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long sum = 0;
      long union = 0;
      int begin = facts.begin(subject) + base;
      int row = facts.end(subject) + base;
      while (row > begin && days[row - 1] >= oldest) {
        row--;
        int cell = numbers[row] * classes + byAge[Math.max(0, today - days[row])];
        sum += sumsOf[cell];
        union |= unionsOf[cell];
        flagged[row - base] = flagsOf[cell];
      }
      Arrays.fill(flagged, begin - base, row - base, (byte) 0);
      sums[word][subject] = sum;
      unions[word][subject] = union;
      begin(subject, row - base);
    }
  }

  private void begin(int subject, int row) {
    begins[subject] = row;
    int count = facts.end(subject) - row;
    hasMany |= count > CellWords.FEW;
    if (count >= MANY) {
      block.leave(block.subjects(), subject);
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
    long[] ofCells = words.sums(place.word());
    int[] days = facts.table().days();
    long sum = 0;
    for (int row = begins[subject]; row < facts.end(subject); row++) {
      int age = Math.max(0, today - days[facts.base() + row]);
      sum += place.of(ofCells[numbers[facts.base() + row] * classes + byAge[age]]);
    }
    return sum;
  }

  /** The facts that have a flag. */
  void readFlags(Place place, long[] into) {
    Bits.gather(flags[place.word()], 0, facts.count(), place.shift(), into);
  }
}
