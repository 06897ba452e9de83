package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.format.DataRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawalSpoolTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 100})
  void givesBackWhatItKeptInOrder(int count) throws Exception {
    List<DataRecord> records =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    DataRecord.of(
                        "withdraw",
                        Map.of("id", "W" + i, "reason", "申诉 \uD83C\uDF5C"),
                        Location.line("a b.ndjson", i + 1)))
            .toList();
    List<DataRecord> back = new ArrayList<>();
    try (WithdrawalSpool spool = new WithdrawalSpool("withdraw", 3)) {
      records.forEach(spool::add);
      spool.drain(back::add);
    }
    assertThat(back).isEqualTo(records);
  }
}
