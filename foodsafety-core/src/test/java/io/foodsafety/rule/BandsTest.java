package io.foodsafety.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

  /** Ranges in the order given, separated by blanks; clashes as lower index, upper index. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (,1] (1,2] (2,)       | ''
          (2,) (,1] (1,2]       | ''
          [1,1] (1,2]           | ''
          (0,1) [1,1] (1,2)     | ''
          (,1] [2,)             | GAP 0 1
          (,1) (1,)             | GAP 0 1
          (,1] [1,)             | OVERLAP 0 1
          (2,) (,3]             | OVERLAP 1 0
          (,) (1,2]             | OVERLAP 0 1
          (,5] (,3]             | OVERLAP 0 1
          (0,1] (0,1]           | OVERLAP 0 1
          # the one that reaches highest counts, not the neighbour
          [0,100] [10,20] [30,40] | OVERLAP 0 1 OVERLAP 0 2
          [0,100] [10,20] (100,)  | OVERLAP 0 1
          [0,10] [5,20] [15,30]   | OVERLAP 0 1 OVERLAP 1 2
          """)
  void findsGapsAndOverlaps(String ranges, String clashes) {
    assertThat(
            Bands.check(intervals(ranges)).stream()
                .map(clash -> clash.fault() + " " + clash.lower() + " " + clash.upper())
                .collect(Collectors.joining(" ")))
        .isEqualTo(clashes);
  }

  @Test
  void refusesOverlapsAndAllowsGaps() {
    assertThatThrownBy(() -> bands("(,1] [1,)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(-∞, 1]")
        .hasMessageContaining("[1, ∞)");
    assertThat(bands("(,1] [2,)").find(new BigDecimal("1.5"))).isEmpty();
  }

  @Test
  void ordersThemAndFindsByValue() {
    Bands<Integer> bands = bands("(2,) (,1] (1,2]");
    assertThat(bands.bands()).extracting(Bands.Band::result).containsExactly(1, 2, 0);
    assertThat(bands.find(new BigDecimal("1.000"))).contains(1);
    assertThat(bands.find(new BigDecimal("1.0000001"))).contains(2);
    assertThat(bands.find(new BigDecimal("2"))).contains(2);
    assertThat(bands.find(new BigDecimal("2e9"))).contains(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"(1,1)", "[1,1)", "(1,1]", "[2,1]"})
  void refusesARangeWithoutNumbers(String range) {
    assertThatThrownBy(() -> interval(range))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no number");
  }

  private static Bands<Integer> bands(String ranges) {
    List<Bands.Band<Integer>> bands = new ArrayList<>();
    for (Interval interval : intervals(ranges)) {
      bands.add(new Bands.Band<>(interval, bands.size()));
    }
    return Bands.of(bands);
  }

  private static List<Interval> intervals(String ranges) {
    List<Interval> intervals = new ArrayList<>();
    for (String range : ranges.split(" ")) {
      intervals.add(interval(range));
    }
    return intervals;
  }

  private static Interval interval(String range) {
    int comma = range.indexOf(',');
    return new Interval(
        bound(range.substring(1, comma)),
        range.startsWith("["),
        bound(range.substring(comma + 1, range.length() - 1)),
        range.endsWith("]"));
  }

  private static Optional<BigDecimal> bound(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
