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
    boolean areFew = facts.count() <= Math.min(block.subjects().count(), CellWords.FEW);
    for (int word = 0; word < words.size(); word++) {
      if (flags[word].length < facts.count() + Long.BYTES) {
        flags[word] = new byte[facts.capacity() + Long.BYTES];
      }
      Arrays.fill(flags[word], 0, facts.count(), (byte) 0);
      if (areFew) {
        addFew(word);
      } else if (words.isSum(word)) {
        add(word);
      } else if (words.isWithoutUnion(word)) {
        addFlagged(word);
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
    int[] ends = facts.ends();
    int base = facts.base();
    int longest = 0;
    int begin = base;
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long sum = 0;
      int end = ends[subject] + base;
      int row = end;
      while (row > begin && days[row - 1] >= oldest) {
        row--;
        sum += ofCells[numbers[row] * classes + byAge[Math.max(0, today - days[row])]];
      }
      into[subject] = sum;
      longest = Math.max(longest, end - row);
      begin = end;
    }
    note(longest);
  }

  private void addFlagged(int word) {
    long[] sumsOf = words.sums(word);
    byte[] flagsOf = words.flags(word);
    byte[] flagged = flags[word];
    long[] into = sums[word];
    short[] numberOf = numbers;
    byte[] classOf = byAge;
    int[] days = facts.table().days();
    int[] ends = facts.ends();
    int base = facts.base();
    int longest = 0;
    int begin = base;
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long sum = 0;
      int end = ends[subject] + base;
      int row = end;
      while (row > begin && days[row - 1] >= oldest) {
        row--;
        int cell = numberOf[row] * classes + classOf[Math.max(0, today - days[row])];
        sum += sumsOf[cell];
        flagged[row - base] = flagsOf[cell];
      }
      into[subject] = sum;
      longest = Math.max(longest, end - row);
      begin = end;
    }
    note(longest);
  }

  private void addAll(int word) {
    long[] sumsOf = words.sums(word);
    long[] unionsOf = words.unions(word);
    byte[] flagsOf = words.flags(word);
    byte[] flagged = flags[word];
    long[] sumsInto = sums[word];
    long[] unionsInto = unions[word];
    short[] numberOf = numbers;
    byte[] classOf = byAge;
    int[] days = facts.table().days();
    int[] ends = facts.ends();
    int base = facts.base();
    int longest = 0;
    int begin = base;
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long sum = 0;
      long union = 0;
      int end = ends[subject] + base;
      int row = end;
      while (row > begin && days[row - 1] >= oldest) {
        row--;
        int cell = numberOf[row] * classes + classOf[Math.max(0, today - days[row])];
        sum += sumsOf[cell];
        union |= unionsOf[cell];
        flagged[row - base] = flagsOf[cell];
      }
      sumsInto[subject] = sum;
      unionsInto[subject] = union;
      longest = Math.max(longest, end - row);
      begin = end;
    }
    note(longest);
  }

  /** The same for facts that most subjects have none of. */
  private void addFew(int word) {
    long[] sumsOf = words.sums(word);
    long[] unionsOf = words.unions(word);
    byte[] flagsOf = words.flags(word);
    int[] days = facts.table().days();
    int[] ends = facts.ends();
    int base = facts.base();
    Arrays.fill(sums[word], 0, block.subjects().count(), 0);
    Arrays.fill(unions[word], 0, block.subjects().count(), 0);
    int subject = 0;
    for (int row = 0; row < facts.count(); row++) {
      while (row >= ends[subject]) {
        subject++;
      }
      int age = Math.max(0, Math.min(byAge.length - 1, today - days[base + row]));
      int cell = numbers[base + row] * classes + byAge[age];
      sums[word][subject] += sumsOf[cell];
      unions[word][subject] |= unionsOf[cell];
      flags[word][row] = flagsOf[cell];
    }
  }

  private void note(int longest) {
    if (longest > CellWords.FEW) {
      hasMany = true;
    }
    for (int subject = 0; longest >= MANY && subject < block.subjects().count(); subject++) {
      if (facts.end(subject) - facts.begin(subject) >= MANY) {
        block.leave(block.subjects(), subject);
      }
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
    for (int row = facts.begin(subject); row < facts.end(subject); row++) {
      int age = Math.max(0, Math.min(byAge.length - 1, today - days[facts.base() + row]));
      sum += place.of(ofCells[numbers[facts.base() + row] * classes + byAge[age]]);
    }
    return sum;
  }

  /** The facts that have a flag. */
  void readFlags(Place place, long[] into) {
    Bits.gather(flags[place.word()], 0, facts.count(), place.shift(), into);
  }
}
