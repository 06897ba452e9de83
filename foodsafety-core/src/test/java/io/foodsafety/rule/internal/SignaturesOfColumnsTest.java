package io.foodsafety.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.rule.Value;
import io.foodsafety.rule.ValueType;
import io.foodsafety.rule.internal.Signatures.Part;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignaturesOfColumnsTest {

  private final Column column = new Column(ValueType.NUMBER, new Dictionary());
  private final Part part = new Part(column, false);
  private final Signatures signatures = new Signatures();

  private void addFacts(int count, int values) {
    for (int i = 0; i < count; i++) {
      if (i % 1000 == 0) {
        column.clear();
        signatures.clear();
      }
      column.add(Optional.of(Value.of(i % values)));
      signatures.add();
    }
  }

  @Test
  void factsThatAreAlikeShareANumber() {
    assertThat(signatures.read(part)).isTrue();
    addFacts(90, 30);
    assertThat(signatures.count()).isEqualTo(31); // with that of misfits
    assertThat(signatures.numbers()[0]).isEqualTo(signatures.numbers()[60]);
    assertThat(signatures.numbers()[0]).isNotEqualTo(signatures.numbers()[61]);
  }

  @Test
  void aColumnThatHadTooManyValuesIsTriedAgainLater() {
    signatures.read(part);
    addFacts(100, Signatures.MOST_VALUES + 1);
    assertThat(signatures.read(part)).isFalse();
    addFacts(100_000, 2);
    assertThat(signatures.read(part)).isFalse();
    int generation = signatures.generation();
    addFacts(40_000, 2);
    assertThat(signatures.read(part)).isTrue();
    assertThat(signatures.generation()).isGreaterThan(generation);
  }

  @Test
  void aColumnThatHasTooManyValuesIsSeldomTriedAgain() {
    signatures.read(part);
    addFacts(2_000_000, Signatures.MOST_VALUES + 1);
    assertThat(signatures.read(part)).isFalse();
    assertThat(signatures.generation()).isLessThan(14);
  }
}
