package io.foodsafety.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;

/** Ranges found without a branch against a plain count of the thresholds passed. */
class RangesTest {

  private final Random random = new Random();

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(100) - 50;
      case 1 -> random.nextLong();
      case 2 -> random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(3) : Long.MIN_VALUE;
      default -> random.nextInt(5000);
    };
  }

  @RepeatedTest(300)
  void findsTheRowOfEachKey() {
    boolean areNear = random.nextBoolean();
    long[] thresholds =
        LongStream.generate(() -> areNear ? random.nextInt(200) : number())
            .limit(random.nextInt(30))
            .sorted()
            .distinct()
            .toArray();
    long[] rows = LongStream.generate(this::number).limit(thresholds.length + 1).toArray();
    long[] keys =
        LongStream.concat(LongStream.generate(this::number).limit(100), Arrays.stream(thresholds))
            .toArray();
    long[] found = new long[keys.length];
    new Ranges(thresholds).find(keys, rows, found, keys.length);
    for (int i = 0; i < keys.length; i++) {
      long key = keys[i];
      int passed = (int) Arrays.stream(thresholds).filter(each -> key >= each).count();
      assertThat(found[i])
          .as("key %d in %s", key, Arrays.toString(thresholds))
          .isEqualTo(rows[passed]);
    }
  }
}
