package io.foodsafety.rule.internal;

import io.foodsafety.rule.internal.CellWords.Place;
import java.util.Arrays;

/**
 * Adds up the words of the cells of the facts of each subject of a block. Goes through all facts of
 * the block in one go and never asks whose a fact is, which a processor could not foresee: what a
 * subject has is the difference of two running sums. For one thread.
 */
final class CellSums {

  /** With so many facts, sums of 46 bits may need more than 64. */
  private static final int MANY = 1 << 16;

  private final Block block;
  private final Rows facts;
  private final int today;
  private CellWords words = new CellWords(0);
  private int[] cells = {};
  private int[] days = {};
  private long[] running = {0};
  private long[] keep = {0};
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
    sums = new long[newWords.sums().size()][Block.SUBJECTS];
    unions = new long[newWords.unions().size()][Block.SUBJECTS];
    flags = new byte[newWords.flags().size()][0];
  }

  /**
   * Goes through the facts.
   *
   * @param numbers the number of each fact of the columns
   * @param ages the classes of ages
   * @param hasOlder whether there are facts of ages that are not covered
   */
  void run(int[] numbers, AgeClasses ages, boolean hasOlder) {
    if (cells.length < facts.count()) {
      cells = new int[facts.capacity()];
      days = new int[facts.capacity()];
      running = new long[facts.capacity() + 1];
      keep = new long[facts.capacity() + 1];
    }
    if (hasOlder) {
      leaveUncovered(today - ages.covered() + 1);
    }
    lookForMany();
    findCells(numbers, ages);
    for (int word = 0; word < sums.length; word++) {
      addUp(words.sums().get(word), sums[word]);
    }
    if (unions.length > 0) {
      findFirst();
    }
    for (int word = 0; word < unions.length; word++) {
      join(words.unions().get(word), unions[word]);
    }
    for (int word = 0; word < flags.length; word++) {
      if (flags[word].length < facts.count() + Long.BYTES) {
        flags[word] = new byte[facts.capacity() + Long.BYTES];
      }
      mark(words.flags().get(word), flags[word]);
    }
  }

  /** Leaves subjects that have a fact older than any that was thought of. */
  private void leaveUncovered(int oldest) {
    int[] dayOf = facts.table().days();
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      int begin = facts.begin(subject);
      if (begin < facts.end(subject) && dayOf[facts.base() + begin] < oldest) {
        block.leave(block.subjects(), subject);
      }
    }
  }

  private void lookForMany() {
    int[] ends = facts.ends();
    int subjects = block.subjects().count();
    int longest = ends[0];
    for (int subject = 1; subject < subjects; subject++) {
      longest = Math.max(longest, ends[subject] - ends[subject - 1]);
    }
    hasMany = longest > CellWords.FEW;
    for (int subject = 0; longest >= MANY && subject < subjects; subject++) {
      if (countOf(subject) >= MANY) {
        block.leave(block.subjects(), subject);
      }
    }
  }

  private int countOf(int subject) {
    return facts.end(subject) - facts.begin(subject);
  }

  /** The cell of each fact; loops over arrays from their beginning are those that become fast. */
  private void findCells(int[] numbers, AgeClasses ages) {
    int count = facts.count();
    System.arraycopy(numbers, facts.base(), cells, 0, count);
    System.arraycopy(facts.table().days(), facts.base(), days, 0, count);
    multiply(cells, ages.count(), count);
    for (int ageClass = 1; ageClass < ages.count(); ageClass++) {
      addOlder(days, today - ages.firstAge(ageClass), cells, count);
    }
  }

  private static void multiply(int[] values, int factor, int count) {
    for (int row = 0; row < count; row++) {
      values[row] *= factor;
    }
  }

  /** Adds 1 for each day that is not after another one. */
  private static void addOlder(int[] days, int last, int[] into, int count) {
    int after = last + 1;
    for (int row = 0; row < count; row++) {
      into[row] += (days[row] - after) >>> 31;
    }
  }

  private void addUp(long[] ofCells, long[] into) {
    int[] cellOf = cells;
    long[] upTo = running;
    int count = facts.count();
    long sum = 0;
    for (int row = 0; row < count; row++) {
      sum += ofCells[cellOf[row]];
      upTo[row + 1] = sum;
    }
    int[] ends = facts.ends();
    long before = 0;
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      long after = upTo[ends[subject]];
      into[subject] = after - before;
      before = after;
    }
  }

  private void join(long[] ofCells, long[] into) {
    int[] cellOf = cells;
    long[] kept = keep;
    long[] upTo = running;
    int count = facts.count();
    long union = 0;
    for (int row = 0; row < count; row++) {
      union = (union & kept[row]) | ofCells[cellOf[row]];
      upTo[row + 1] = union;
    }
    int[] ends = facts.ends();
    int begin = 0;
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      int end = ends[subject];
      into[subject] = upTo[end] & ((begin - end) >> 31);
      begin = end;
    }
  }

  /** What is kept of a union before each fact: nothing before the first one of a subject. */
  private void findFirst() {
    Arrays.fill(keep, 0, facts.count() + 1, -1L);
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      keep[facts.begin(subject)] = 0;
    }
  }

  private void mark(byte[] ofCells, byte[] into) {
    int[] cellOf = cells;
    int count = facts.count();
    for (int row = 0; row < count; row++) {
      into[row] = ofCells[cellOf[row]];
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
      if (countOf(subject) > CellWords.FEW) {
        into[subject] = sum(place, subject);
      }
    }
  }

  /** The sum at a place alone, however many facts there are. */
  private long sum(Place place, int subject) {
    long[] ofCells = words.sums().get(place.word());
    long sum = 0;
    for (int row = facts.begin(subject); row < facts.end(subject); row++) {
      sum += place.of(ofCells[cells[row]]);
    }
    return sum;
  }

  /** The facts that have a flag. */
  void readFlags(Place place, long[] into) {
    Bits.gather(flags[place.word()], 0, facts.count(), place.shift(), into);
  }
}
