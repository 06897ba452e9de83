package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void helpIsNoFault() {
    assertThat(Main.execute("--help")).isZero();
  }

  @Test
  void aMissingCommandIsAUsageFault() {
    assertThat(Main.execute()).isEqualTo(2);
  }
}
