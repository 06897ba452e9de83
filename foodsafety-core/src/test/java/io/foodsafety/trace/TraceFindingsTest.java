package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.trace.RemovalReason;
import org.junit.jupiter.api.Test;

/** One story for each kind of finding: docs/trace.md § 7. */
class TraceFindingsTest {

  private static final String DAY = "2024-05-02";

  private static TraceStory milled() {
    return new TraceStory().create("E1", "2024-05-01", "mill", "flour 10");
  }

  @Test
  void goodsOnHandAreNoFinding() {
    assertThat(milled().gaps()).isEmpty();
  }

  @Test
  void sentNotReceived() {
    assertThat(milled().ship("E2", DAY, "mill", "shop", "", "flour 10").gaps())
        .containsExactly("sent-not-received flour@mill E2");
  }

  @Test
  void receivedNotSentAndTheLinkIsInferred() {
    TraceStory story = milled().receive("E2", DAY, "mill", "shop", "", "flour 10");
    assertThat(story.gaps()).containsExactly("received-not-sent flour@shop E2");
    assertThat(story.balance("flour", "flour", "mill")).startsWith("in 10 out 10 ");
  }

  @Test
  void noOrigin() {
    assertThat(
            new TraceStory()
                .observe("E1", DAY, "mill", "flour 1")
                .transfer("E2", DAY, "", "mill", "shop", "flour 10")
                .gaps())
        .containsExactly("no-origin flour@mill E1,E2");
  }

  @Test
  void timeReversedOnTheWay() {
    assertThat(
            milled().transfer("E2", "2024-05-05", "2024-05-04", "mill", "shop", "flour 10").gaps())
        .containsExactly("time-reversed flour@shop E2");
  }

  @Test
  void timeReversedAtAHolding() {
    assertThat(milled().transfer("E2", "2024-04-30", "", "mill", "shop", "flour 10").gaps())
        .containsExactly("time-reversed flour@mill E2,E1");
    assertThat(milled().transfer("E2", "2024", "", "mill", "shop", "flour 10").gaps()).isEmpty();
  }

  @Test
  void overSent() {
    assertThat(
            milled()
                .transfer("E2", DAY, "", "mill", "shop", "flour 8")
                .remove("E3", DAY, "mill", RemovalReason.SAMPLED, "flour 3")
                .gaps())
        .containsExactly("over-sent flour@mill E2,E3");
  }

  @Test
  void overSentNeedsAllQuantities() {
    assertThat(
            milled()
                .transfer("E2", DAY, "", "mill", "shop", "flour 18")
                .receive("E3", DAY, "", "mill", "", "flour")
                .gaps())
        .containsExactly("received-not-sent flour@mill E3");
  }

  @Test
  void selfTransfer() {
    assertThat(milled().transfer("E2", DAY, "", "mill", "mill", "flour 1").gaps())
        .containsExactly("self-transfer flour@mill E2");
  }

  @Test
  void ownInput() {
    assertThat(milled().transform("E2", DAY, "mill", "flour 10", "flour 9").gaps())
        .containsExactly("own-input flour@mill E2");
  }

  @Test
  void unitMismatch() {
    assertThat(milled().transfer("E2", DAY, "", "mill", "shop", "flour 10 LTR").gaps())
        .containsExactly("unit-mismatch flour@mill E1,E2");
  }

  @Test
  void unitMismatchInAPair() {
    assertThat(
            milled()
                .ship("E2", DAY, "mill", "shop", "", "flour 10")
                .receive("E3", DAY, "mill", "shop", "", "flour 5 C62")
                .gaps())
        .containsExactly("unit-mismatch flour@shop E2,E3");
  }

  @Test
  void ambiguousCounterpart() {
    assertThat(
            milled()
                .ship("E2", DAY, "mill", "", "", "flour 10")
                .receive("E3", DAY, "", "shop-a", "", "flour 5")
                .receive("E4", DAY, "", "shop-b", "", "flour 5")
                .gaps())
        .containsExactly("ambiguous-counterpart flour@mill E2,E3,E4");
  }

  @Test
  void codeInTwoPlaces() {
    assertThat(milled().create("E2", DAY, "forger", "flour 10").gaps())
        .containsExactly("code-in-two-places flour@- E1,E2");
  }

  @Test
  void aDocumentTellsHalvesApart() {
    assertThat(
            milled()
                .ship("E2", DAY, "mill", "", "D1", "flour 5")
                .ship("E3", DAY, "mill", "", "D2", "flour 5")
                .receive("E4", DAY, "", "shop-a", "D1", "flour 5")
                .receive("E5", DAY, "", "shop-b", "D2", "flour 5")
                .gaps())
        .isEmpty();
  }

  @Test
  void betweenTheSamePartiesTheNearestPair() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "mill", "flour 30")
            .ship("E2", "2024-05-01", "mill", "shop", "", "flour 10")
            .ship("E3", "2024-05-05", "mill", "shop", "", "flour 20")
            .receive("E4", "2024-05-06", "mill", "shop", "", "flour 20");
    assertThat(story.gaps()).containsExactly("sent-not-received flour@mill E2");
  }
}
