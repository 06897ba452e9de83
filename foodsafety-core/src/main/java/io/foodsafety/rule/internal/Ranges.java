package io.foodsafety.rule.internal;

import java.util.Arrays;

/** Ranges of whole numbers, with a row each. Immutable. */
public final class Ranges {

  /** So few thresholds are compared with; more are looked up, if they lie near each other. */
  private static final int FEW = 4;

  /** With more thresholds than that, far from each other, keys are compared one by one. */
  private static final int MANY = 24;

  /** How far from the first threshold the last may be for a look-up. */
  private static final int MOST = 2048;

  private static final long FAR = 1L << 40;

  private final long[] thresholds;
  private final long least;
  private final byte[] byKey;

  /** The ranges between thresholds, which ascend: the least number that has passed each. */
  public Ranges(long[] thresholds) {
    this.thresholds = thresholds;
    int count = thresholds.length;
    boolean isNear =
        count > FEW
            && count < Byte.MAX_VALUE
            && thresholds[0] > -FAR
            && thresholds[count - 1] < FAR
            && thresholds[count - 1] < thresholds[0] + MOST;
    least = isNear ? thresholds[0] - 1 : 0;
    byKey = new byte[isNear ? (int) (thresholds[count - 1] - least) + 1 : 0];
    for (int i = 0; i < byKey.length; i++) {
      byKey[i] = (byte) Cuts.range(thresholds, least + i);
    }
  }

  /** The number of the range of a key. */
  public int of(long key) {
    return Cuts.range(thresholds, key);
  }

  /** Finds the row of the range of each key. */
  public void find(long[] keys, long[] rows, long[] found, int count) {
    if (byKey.length > 0) {
      lookUp(keys, rows, found, count);
    } else if (thresholds.length <= MANY) {
      Arrays.fill(found, 0, count, rows[0]);
      for (int i = 0; i < thresholds.length; i++) {
        addFrom(thresholds[i], rows[i + 1] - rows[i], keys, found, count);
      }
    } else {
      for (int i = 0; i < count; i++) {
        found[i] = rows[of(keys[i])];
      }
    }
  }

  private void lookUp(long[] keys, long[] rows, long[] found, int count) {
    long last = least + byKey.length - 1;
    for (int i = 0; i < count; i++) {
      found[i] = rows[byKey[(int) (Math.max(least, Math.min(last, keys[i])) - least)]];
    }
  }

  /** Adds a step where the key has reached a threshold; without a branch, so that it is fast. */
  private static void addFrom(long threshold, long step, long[] keys, long[] into, int count) {
    for (int i = 0; i < count; i++) {
      long key = keys[i];
      long rest = key - threshold;
      long isBelow = (rest ^ ((key ^ threshold) & (rest ^ key))) >>> 63;
      into[i] += step & (isBelow - 1);
    }
  }
}
