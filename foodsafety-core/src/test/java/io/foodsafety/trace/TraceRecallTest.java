package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.trace.RemovalReason;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Quantities of a recall, by hand: docs/trace.md § 5. */
class TraceRecallTest {

  private static final String DAY = "2024-05-02";

  @Test
  void whatCameInIsSomewhere() {
    TraceStory story =
        new TraceStory()
            .create("E1", DAY, "mill", "flour 120")
            .transfer("E2", DAY, "", "mill", "shop", "flour 50")
            .transform("E3", DAY, "mill", "flour 40", "bread 60")
            .remove("E4", DAY, "shop", RemovalReason.SOLD, "flour 20");
    assertThat(story.balance("flour", "flour", "mill"))
        .isEqualTo("in 120 out 50 used 40 sold 0 onHand 30 attributable 120");
    assertThat(story.balance("flour", "flour", "shop"))
        .isEqualTo("in 50 out 0 used 0 sold 20 onHand 30 attributable 50");
  }

  @Test
  void totalsCountAKilogramOncePerLot() {
    RecallScope scope =
        new TraceStory()
            .create("E1", DAY, "mill", "flour 120")
            .transfer("E2", DAY, "", "mill", "shop", "flour 50")
            .remove("E4", DAY, "shop", RemovalReason.SOLD, "flour 20")
            .network()
            .recall(TraceStart.lot("flour"));
    assertThat(scope.toJson(Map.of(), Locale.ENGLISH))
        .contains(
            "\"totals\":[{\"lot\":\"flour\",\"unit\":\"KGM\",\"released\":120,\"onHand\":100,"
                + "\"used\":0,\"sold\":20,\"destroyed\":0,\"sampled\":0,\"lost\":0,"
                + "\"unaccounted\":0}]");
  }

  @Test
  void whatIsMixedIsAttributedByQuantity() {
    TraceStory story =
        new TraceStory().transform("E1", DAY, "mill", "wheat 30, rye 10", "flour 36");
    assertThat(story.balance("wheat", "flour", "mill")).contains("in 36 ").endsWith(" 27");
    assertThat(story.balance("rye", "flour", "mill")).endsWith("attributable 9");
  }

  @Test
  void whatIsMadeOfItselfAlmostEntirelyIsAttributedExactly() {
    TraceStory story =
        new TraceStory()
            .create("E1", DAY, "farm", "old 3")
            .create("E2", DAY, "farm", "new 1")
            .transform("E3", DAY, "vat", "old 3, new 1, stock 999999999996", "mother 1000000000000")
            .transform("E4", DAY, "vat", "mother 1000000000000", "stock 999999999996");
    assertThat(story.balance("old", "stock", "vat")).endsWith("attributable 749999999997");
    assertThat(story.balance("new", "mother", "vat")).endsWith("attributable 250000000000");
  }

  @Test
  void aLongCircleIsAttributedExactly() {
    TraceStory story = new TraceStory().transform("E", DAY, "S0", "raw 3, other 1", "milk 4");
    for (int i = 0; i < 2_000; i++) {
      story.transfer("T" + i, DAY, "", "S" + i, "S" + (i + 1) % 2_000, "milk 99998");
    }
    assertThat(story.balance("raw", "milk", "S0")).endsWith("attributable 75001.5");
    assertThat(story.balance("raw", "milk", "S1999")).endsWith("attributable 74998.5");
  }

  @Test
  void whatWasSplitAndMergedIsAttributedByQuantity() {
    TraceStory story =
        new TraceStory()
            .transform("E1", DAY, "mill", "wheat 100", "fine 60, coarse 40")
            .transform("E2", DAY, "mill", "fine 30, coarse 20, rye 50", "mix 100");
    assertThat(story.balance("wheat", "mix", "mill")).endsWith("attributable 50");
  }

  @Test
  void anUnknownInputMakesTheShareUnknown() {
    TraceStory story = new TraceStory().transform("E1", DAY, "mill", "wheat 30, rye", "flour 36");
    assertThat(story.balance("wheat", "flour", "mill"))
        .endsWith("in 36 out 0 used 0 sold 0 onHand 36 attributable ?");
  }

  @Test
  void inCyclesTheEquationsAreSolved() {
    // Of the dough 1 part in 10 comes back into it: d = 0.9 start + 0.1 d, so all is from the
    // start.
    TraceStory story =
        new TraceStory().transform("E1", DAY, "bakery", "flour 90, dough 10", "dough 100");
    assertThat(story.balance("flour", "dough", "bakery")).endsWith("attributable 100");
  }

  @Test
  void nearlyEndlessReworkIsSolvedToo() {
    TraceStory story =
        new TraceStory()
            .transform("E1", DAY, "bakery", "dough 9999", "dough 9999")
            .transform("E2", DAY, "bakery", "flour 1", "dough 1");
    assertThat(story.balance("flour", "dough", "bakery")).contains("attributable 10000");
  }

  @Test
  void anUnknownQuantityIsNeverZero() {
    TraceStory story =
        new TraceStory()
            .create("E1", DAY, "mill", "flour 10")
            .transfer("E2", DAY, "", "mill", "shop", "flour");
    assertThat(story.balance("flour", "flour", "mill"))
        .isEqualTo("in 10 out ? used 0 sold 0 onHand ? attributable 10");
  }

  @Test
  void amountsOfOneDimensionAreSummed() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "mill", "flour 1 TNE")
            .transfer("E2", DAY, "", "mill", "shop", "flour 250");
    assertThat(story.balance("flour", "flour", "mill")).startsWith("in 1 out 0.25 ");
  }

  @Test
  void eachSideCountsWhatItRecorded() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "mill", "flour 100")
            .ship("E2", DAY, "mill", "shop", "", "flour 100")
            .receive("E3", DAY, "mill", "shop", "", "flour 98");
    assertThat(story.balance("flour", "flour", "mill")).startsWith("in 100 out 100 ");
    assertThat(story.balance("flour", "flour", "shop")).startsWith("in 98 ");
  }

  @Test
  void aRecallIsIncompleteIfAReceiverIsUnknown() {
    TraceStory story =
        new TraceStory()
            .create("E1", DAY, "mill", "flour 100")
            .ship("E2", DAY, "mill", "", "", "flour 60");
    assertThat(story.network().recall(TraceStart.lot("flour")).complete()).isFalse();
  }

  @Test
  void aDozenInPairsIsADozen() {
    TraceStory story = new TraceStory().create("E0", "2024-05-01", "farm", "eggs 1 DZN");
    for (int i = 1; i <= 6; i++) {
      story.transfer("E" + i, "2024-05-02", "2024-05-02", "farm", "shop-" + i, "eggs 2 EA");
    }
    assertThat(story.gaps()).isEmpty();
  }

  @Test
  void aPalletAndACrateOnItCountOnce() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "farm", "apples 10")
            .pack("E2", "2024-05-01", "farm", "crate", "apples 10")
            .pack("E3", "2024-05-01", "farm", "pallet", "[crate]")
            .transfer("E4", "2024-05-02", "2024-05-02", "farm", "shop", "[pallet],[crate],[crate]");
    assertThat(story.gaps()).isEmpty();
  }

  @Test
  void aRecallIsIncompleteIfItsLotTurnsUpElsewhere() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "mill", "flour 10")
            .transform("E2", "2024-05-02", "mill", "flour 10", "bread 10");
    assertThat(story.network().recall(TraceStart.lot("flour")).complete()).isTrue();
    story.remove("E3", "2024-05-03", "shop", RemovalReason.SOLD, "bread 4");
    RecallScope scope = story.network().recall(TraceStart.lot("flour"));
    assertThat(scope.complete()).isFalse();
    assertThat(scope.findings()).anyMatch(finding -> finding.kind() == FindingKind.NO_ORIGIN);
  }

  @Test
  void aRecallIsIncompleteIfItCannotBeToldWhichReceiptADispatchIs() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "mill", "flour 20")
            .ship("E2", "2024-05-02", "mill", "", "", "flour 10")
            .ship("E3", "2024-05-02", "mill", "", "", "flour 10")
            .receive("E4", "2024-05-03", "", "bakery", "", "flour 10");
    assertThat(story.network().recall(TraceStart.lot("flour")).complete()).isFalse();
  }
}
