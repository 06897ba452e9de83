package io.foodsafety.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  @Test
  void areWrittenAsRanges() {
    assertThat(Positions.of(1, 2, 3, 5, 7, 8)).hasToString("1-3,5,7-8");
    assertThat(Positions.of(Long.MAX_VALUE)).hasToString("9223372036854775807");
  }

  @Test
  void areReadAsTheyAreWritten() {
    Positions positions = Positions.parse("1-3,5,7-8");
    assertThat(positions.count()).isEqualTo(6);
    assertThat(positions.at(3)).isEqualTo(5);
    assertThat(positions.first()).isEqualTo(1);
    assertThat(positions.last()).isEqualTo(8);
    assertThat(positions).hasToString("1-3,5,7-8");
  }

  @Test
  void holdAsManyAsASeal() {
    long[] most = LongStream.rangeClosed(5, 1_004).toArray();
    assertThat(Positions.parse(Positions.of(most).toString()).count()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "3,2",
        "2,2",
        "3-1",
        "1-1001",
        "1-2-3",
        "1,,2",
        "x",
        "1-9223372036854775807",
        "9223372036854775808"
      })
  void refuseAnythingElse(String text) {
    assertThatThrownBy(() -> Positions.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
