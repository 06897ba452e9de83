package io.foodsafety.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedBytesTest {

  /** Without a file, with a few, and with so many that they are merged on the way. */
  @ParameterizedTest
  @CsvSource({"0, 1000", "1, 1000", "500, 1000000", "500, 10000", "20000, 1000"})
  void sortsLikeAListInMemory(int count, int maxBytes) {
    Random random = new Random(count + maxBytes);
    List<byte[]> values = new ArrayList<>();
    try (SortedBytes sorter = new SortedBytes(maxBytes)) {
      for (int i = 0; i < count; i++) {
        byte[] value = new byte[random.nextInt(20)];
        random.nextBytes(value);
        values.add(value);
        sorter.add(value);
      }
      values.sort(Arrays::compareUnsigned);
      List<byte[]> sorted = ImmutableList.copyOf(sorter.sorted());
      assertThat(sorted).hasSameSizeAs(values);
      for (int i = 0; i < count; i++) {
        assertThat(sorted.get(i)).isEqualTo(values.get(i));
      }
    }
  }
}
