package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.trace.Holding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shortest ways from one holding to another. */
class TracePathTest {

  private static final TraceNetwork NETWORK =
      new TraceStory()
          .create("E1", "2024-05-01", "farm", "wheat 100")
          .ship("E2", "2024-05-01", "farm", "mill", "D1", "wheat 100")
          .receive("E3", "2024-05-02", "farm", "mill", "D1", "wheat 100")
          .process("E4", "2024-05-03", "mill", "wheat 100, rye 5", "", "P1")
          .process("E5", "2024-05-04", "mill", "", "flour 80, bran 20", "P1")
          .transfer("E6", "2024-05-05", "2024-05-05", "mill", "trader", "flour 40")
          .transfer("E7", "2024-05-06", "2024-05-06", "trader", "bakery", "flour 40")
          .transfer("E8", "2024-05-02", "2024-05-02", "mill", "bakery", "flour 40")
          .network();

  private static Optional<List<String>> path(String lot, String party, boolean strict) {
    return NETWORK
        .path(new Holding("wheat", "farm"), new Holding(lot, party), strict)
        .map(
            path ->
                path.steps().stream()
                    .map(
                        step ->
                            step.to().lot()
                                + "@"
                                + step.to().party()
                                + " "
                                + String.join(",", step.events()))
                    .toList());
  }

  @Test
  void aTransformationIsOneStep() {
    assertThat(path("flour", "mill", false))
        .contains(List.of("wheat@mill E2,E3", "flour@mill E4,E5"));
  }

  @Test
  void theFewestLinksWinAndStrictlyOnlyThoseInTime() {
    assertThat(path("flour", "bakery", false))
        .contains(List.of("wheat@mill E2,E3", "flour@mill E4,E5", "flour@bakery E8"));
    assertThat(path("flour", "bakery", true))
        .contains(
            List.of("wheat@mill E2,E3", "flour@mill E4,E5", "flour@trader E6", "flour@bakery E7"));
  }

  @Test
  void thereMayBeNoWay() {
    assertThat(path("wheat", "farm", false)).contains(List.of());
    assertThat(path("rye", "mill", false)).isEmpty();
    assertThat(path("barley", "mill", false)).isEmpty();
  }
}
