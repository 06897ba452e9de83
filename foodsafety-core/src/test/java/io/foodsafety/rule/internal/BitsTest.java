package io.foodsafety.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sets of bits against one truth value after the other. */
class BitsTest {

  private static final int SIZE = 300;

  private final Random random = new Random();
  private final boolean[] plain = new boolean[SIZE];
  private final long[] bits = new long[Bits.words(SIZE) + 2];

  private void fillAtRandom() {
    int oneIn = 1 + random.nextInt(100);
    for (int i = 0; i < SIZE; i++) {
      if (random.nextInt(oneIn) == 0) {
        plain[i] = true;
        Bits.set(bits, i);
      }
    }
  }

  private int plainFirst(int from, int to) {
    int found = from;
    while (found < to && !plain[found]) {
      found++;
    }
    return found;
  }

  private int plainLast(int from, int to) {
    int found = to - 1;
    while (found >= from && !plain[found]) {
      found--;
    }
    return found;
  }

  @RepeatedTest(50)
  void findsTheFirstAndTheLastBitOfARange() {
    fillAtRandom();
    for (int i = 0; i < 500; i++) {
      int from = random.nextInt(SIZE + 1);
      int to = from + random.nextInt(SIZE + 1 - from);
      int first = Bits.first(bits, from, to);
      int last = Bits.last(bits, from, to);
      if (plainLast(from, to) < from) {
        assertThat(first).isGreaterThanOrEqualTo(to);
        assertThat(last).isLessThan(from);
      } else {
        assertThat(first).isEqualTo(plainFirst(from, to));
        assertThat(last).isEqualTo(plainLast(from, to));
      }
      assertThat(Bits.next(bits, from, to)).isEqualTo(plainFirst(from, to));
    }
  }

  @RepeatedTest(50)
  void slicesAndCutsWords() {
    fillAtRandom();
    int from = random.nextInt(SIZE + 1);
    int to = from + random.nextInt(Math.min(Long.SIZE, SIZE - from) + 1);
    long slice = 0;
    for (int i = from; i < to; i++) {
      slice |= (plain[i] ? 1L : 0) << (i - from);
    }
    assertThat(Bits.slice(bits, from, to)).isEqualTo(slice);
    int count = 1 + random.nextInt(SIZE);
    for (int word = 0; word < Bits.words(count); word++) {
      long within = 0;
      for (int i = word << 6; i < Math.min(count, (word + 1) << 6); i++) {
        within |= (plain[i] ? 1L : 0) << i;
      }
      assertThat(Bits.within(bits, word, count)).isEqualTo(within);
    }
  }

  @Test
  void slicesNothingBehindTheLastBit() {
    assertThat(Bits.slice(new long[] {-1L, -1L, 0}, 128 - 64, 128)).isEqualTo(-1L);
    assertThat(Bits.slice(new long[] {-1L, 0}, 0, 0)).isZero();
  }
}
