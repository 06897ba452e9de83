package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.storage.DocumentWrite;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static List<DocumentWrite> writes(int count, int bytes) {
    return IntStream.range(0, count)
        .mapToObj(i -> DocumentWrite.insert("facts", "F" + i, new byte[bytes], Map.of()))
        .toList();
  }

  private static List<Integer> sizes(int count, int bytes) {
    List<DocumentWrite> writes = writes(count, bytes);
    List<List<DocumentWrite>> batches = Batches.of(writes);
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(writes);
    return batches.stream().map(List::size).toList();
  }

  @Test
  void aBatchHasAThousandRowsAtMost() {
    assertThat(sizes(0, 10)).isEmpty();
    assertThat(sizes(1, 10)).containsExactly(1);
    assertThat(sizes(1_000, 10)).containsExactly(1_000);
    assertThat(sizes(2_001, 10)).containsExactly(1_000, 1_000, 1);
  }

  @Test
  void aBatchEndsBehindEightMegabytes() {
    assertThat(sizes(5, 3 << 20)).containsExactly(3, 2);
    assertThat(sizes(3, 9 << 20)).containsExactly(1, 1, 1);
  }
}
