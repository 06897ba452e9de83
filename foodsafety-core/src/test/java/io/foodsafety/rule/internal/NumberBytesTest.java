package io.foodsafety.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberBytesTest {

  @Test
  void numbersOfAllSizesComeBack() {
    Random random = new Random(1);
    List<Long> numbers = new ArrayList<>(List.of(0L, 127L, 128L, -1L, Long.MAX_VALUE));
    numbers.add(Long.MIN_VALUE);
    for (int i = 0; i < 2000; i++) {
      numbers.add(random.nextLong() >> random.nextInt(64));
    }
    NumberWriter writer = new NumberWriter();
    for (long number : numbers) {
      writer.add(number);
      writer.addSigned(number);
    }
    NumberReader reader = new NumberReader(writer.toBytes());
    for (long number : numbers) {
      assertThat(reader.next()).isEqualTo(number);
      assertThat(reader.nextSigned()).isEqualTo(number);
    }
  }

  @Test
  void smallNumbersTakeAByte() {
    NumberWriter writer = new NumberWriter();
    writer.add(100);
    writer.addSigned(-60);
    assertThat(writer.toBytes()).hasSize(2);
    writer.clear();
    assertThat(writer.toBytes()).isEmpty();
  }
}
