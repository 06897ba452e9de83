package io.foodsafety.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.record.internal.NearestNames;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

  private static final List<String> KNOWN =
      List.of("penalty", "inspection", "sample", "self-check", "recall", "report", "grading");

  @ParameterizedTest
  @CsvSource({
    "penality, penalty",
    "Inspection, inspection",
    "smaple, sample",
    "selfcheck, self-check",
    "recal, recall",
    // nothing is near: the first names there are
    "xyzxyzxyz, 'grading, inspection, penalty, recall, report, sample'"
  })
  void namesWhatMayHaveBeenMeant(String unknown, String expected) {
    assertThat(NearestNames.of(unknown, KNOWN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', -", "x, -"})
  void saysThatThereIsNothing(String unknown, String expected) {
    assertThat(NearestNames.of(unknown, List.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource("1000000")
  void aLongTextIsCompared(int length) {
    assertThat(NearestNames.of("p".repeat(length), KNOWN)).isNotEmpty();
  }
}
