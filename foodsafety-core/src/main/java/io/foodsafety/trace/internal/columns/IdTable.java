package io.foodsafety.trace.internal.columns;

import java.io.IOException;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds ids by hashes of what they stand for. One thread adds while others look; who finds an id
 * also sees what was written before it was added. Holds 2^28 ids at most.
 */
public final class IdTable {

  private static final int SMALLEST = 64;

  /** The bits of an entry that are those of the hash; the others are one more than the id. */
  private static final int TAG = 0xF0000000;

  private volatile IntColumn slots;
  private int size;

  /** No ids. */
  public IdTable() {
    slots = new IntColumn(SMALLEST);
  }

  /** The ids of a table that was saved. */
  public IdTable(ColumnReader reader, String name) throws IOException {
    slots = reader.ints(name);
    size = reader.ints(name + ".size").get(0);
    if (Integer.bitCount(slots.length()) != 1 || size >= slots.length()) {
      throw new IOException("The table (%s) does not have the size of one.".formatted(name));
    }
  }

  /** Writes the table. */
  public void save(ColumnWriter writer, String name) throws IOException {
    IntColumn sizes = new IntColumn(1);
    sizes.set(0, size);
    writer.ints(name, slots);
    writer.ints(name + ".size", sizes);
  }

  /** The id with a hash that is the one meant; -1 if there is none. */
  public int find(int hash, IntPredicate isMeant) {
    IntColumn all = slots;
    int mask = all.length() - 1;
    for (int i = 0; i <= mask; i++) {
      int entry = all.getAcquire((hash + i) & mask);
      if (entry == 0) {
        return -1;
      }
      if (((entry ^ hash) & TAG) == 0 && isMeant.test(id(entry))) {
        return id(entry);
      }
    }
    throw new IllegalStateException("A table without an empty place is damaged.");
  }

  /**
   * Adds an id that is not there.
   *
   * @param hashes gives the hash of an id that is there
   */
  public void add(int id, int hash, IntUnaryOperator hashes) {
    if (id >= ~TAG) {
      throw new IllegalStateException("A table cannot hold more than 2^28 ids.");
    }
    if (size >= slots.length() / 3 * 2) {
      grow(hashes);
    }
    put(slots, id, hash);
    size++;
  }

  private void grow(IntUnaryOperator hashes) {
    IntColumn old = slots;
    IntColumn larger = new IntColumn(2L * old.length());
    for (int slot = 0; slot < old.length(); slot++) {
      int entry = old.get(slot);
      if (entry != 0) {
        put(larger, id(entry), hashes.applyAsInt(id(entry)));
      }
    }
    slots = larger;
  }

  private static int id(int entry) {
    return (entry & ~TAG) - 1;
  }

  private static void put(IntColumn slots, int id, int hash) {
    int mask = slots.length() - 1;
    int slot = hash & mask;
    while (slots.get(slot) != 0) {
      slot = (slot + 1) & mask;
    }
    slots.setRelease(slot, (hash & TAG) | (id + 1));
  }
}
