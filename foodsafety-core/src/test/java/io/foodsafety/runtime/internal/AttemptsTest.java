package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static int fail(String message) {
    throw new IllegalStateException(message);
  }

  @Test
  void doesWhatIsLeftAndThenThrowsTheFirstFailureWithTheOthers() {
    Attempts attempts = new Attempts();
    assertThat(attempts.<Integer>attempt(() -> fail("first"))).isEmpty();
    assertThat(attempts.attempt(() -> 7)).contains(7);
    assertThat(attempts.<Integer>attempt(() -> fail("second"))).isEmpty();
    assertThatThrownBy(attempts::rethrow)
        .hasMessage("first")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("second"));
  }

  @Test
  void throwsNothingIfAllWasDone() {
    Attempts attempts = new Attempts();
    assertThat(attempts.attempt(() -> 7)).contains(7);
    attempts.rethrow();
  }
}
