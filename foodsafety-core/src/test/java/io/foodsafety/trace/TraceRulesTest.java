package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/trace.md § 1 to § 4, one by one: farm, mill, bakery, shops. */
class TraceRulesTest {

  private static TraceStory breadFromWheat() {
    return new TraceStory()
        .create("E1", "2024-05-01", "farm", "wheat 100")
        .ship("E2", "2024-05-01", "farm", "mill", "D1", "wheat 100")
        .receive("E3", "2024-05-02", "farm", "mill", "D1", "wheat 100")
        .transform("E4", "2024-05-03", "mill", "wheat 100", "flour 80")
        .transfer("E5", "2024-05-04", "2024-05-04", "mill", "bakery", "flour 80")
        .transform("E6", "2024-05-05", "bakery", "flour 60", "bread 90")
        .transfer("E7", "2024-05-06", "2024-05-06", "bakery", "shop-a", "bread 50")
        .transfer("E8", "2024-05-06", "2024-05-06", "bakery", "shop-b", "bread 40")
        .remove("E9", "2024-05-07", "shop-a", RemovalReason.SOLD, "bread 50");
  }

  @Test
  void forwardIsEverythingThatFollows() {
    assertThat(breadFromWheat().reached(fromFarm(TraceDirection.FORWARD)))
        .containsExactly(
            "wheat@mill",
            "flour@mill",
            "flour@bakery",
            "bread@bakery",
            "bread@shop-a",
            "bread@shop-b");
  }

  private static TraceQuery fromFarm(TraceDirection direction) {
    TraceStart start = new TraceStart("wheat", Optional.of("farm"), Optional.empty());
    return TraceQuery.of(start, direction);
  }

  @Test
  void backwardIsEverythingItCameFrom() {
    assertThat(breadFromWheat().backward("bread"))
        .containsExactly("flour@bakery", "flour@mill", "wheat@mill", "wheat@farm");
  }

  @Test
  void aLotStartsWhereverItIs() {
    assertThat(breadFromWheat().backward("wheat")).isEmpty();
    assertThat(breadFromWheat().forward("wheat")).startsWith("flour@mill");
  }

  @Test
  void endsSayWhyNothingFollows() {
    assertThat(breadFromWheat().ends("flour", TraceDirection.FORWARD))
        .containsExactly("bread@shop-a removed", "bread@shop-b on-hand");
    assertThat(breadFromWheat().ends("flour", TraceDirection.BACKWARD)).isEmpty();
  }

  @Test
  void anUnknownReceiverAndAnUnknownSenderAreEnds() {
    TraceStory story =
        new TraceStory()
            .receive("E1", "2024-05-01", "", "mill", "", "wheat 1")
            .ship("E2", "2024-05-02", "mill", "", "", "wheat 1");
    // Both halves fit each other, so they are one movement, from the mill to itself.
    assertThat(story.gaps()).contains("self-transfer wheat@mill E1,E2");
    TraceStory two =
        new TraceStory()
            .receive("E1", "2024-05-01", "", "mill", "", "wheat 1")
            .transform("E2", "2024-05-01", "mill", "wheat 1", "flour 1")
            .ship("E3", "2024-05-02", "mill", "", "", "flour 1");
    assertThat(two.ends("wheat", TraceDirection.BACKWARD))
        .containsExactly("wheat@mill unknown-counterpart");
    assertThat(two.ends("wheat", TraceDirection.FORWARD))
        .containsExactly("flour@mill unknown-counterpart");
  }

  @Test
  void aRecallLosesNoBranchToAWrongDate() {
    TraceStory story =
        new TraceStory()
            .transfer("E1", "2024-05-09", "2024-05-09", "farm", "mill", "wheat 1")
            .transform("E2", "2023-05-10", "mill", "wheat 1", "flour 1");
    assertThat(story.reached(fromFarm(TraceDirection.FORWARD)))
        .containsExactly("wheat@mill", "flour@mill");
    assertThat(story.reached(fromFarm(TraceDirection.FORWARD).asStrict()))
        .containsExactly("wheat@mill");
    assertThat(story.gaps()).contains("time-reversed wheat@mill E2,E1");
  }

  @Test
  void strictTakesThePartOfAMonthThatFits() {
    TraceStory story =
        new TraceStory()
            .transfer("E1", "2024-05-09", "2024-05-09", "farm", "mill", "wheat 1")
            .transform("E2", "2024-05", "mill", "wheat 1", "flour 1")
            .transfer("E3", "2024-05-08", "2024-05-08", "mill", "shop", "flour 1");
    assertThat(story.reached(fromFarm(TraceDirection.FORWARD).asStrict()))
        .containsExactly("wheat@mill", "flour@mill");
  }

  @Test
  void aTimeHoldsForTheLinksOfTheStart() {
    TraceStart late = TraceStart.lot("bread").at(EventTime.parse("2024-05-07"));
    assertThat(breadFromWheat().reached(TraceQuery.of(late, TraceDirection.FORWARD))).isEmpty();
    TraceStart flour = TraceStart.lot("flour").at(EventTime.parse("2024-05-05"));
    assertThat(breadFromWheat().reached(TraceQuery.of(flour, TraceDirection.FORWARD)))
        .contains("bread@shop-a");
  }

  @Test
  void aLimitIsSaid() {
    TraceResult result =
        breadFromWheat().network().trace(fromFarm(TraceDirection.FORWARD).toDepth(2));
    assertThat(result.truncated()).isTrue();
    assertThat(result.ends())
        .extracting(each -> each.holding().lot() + " " + each.reason().code())
        .containsExactly("flour limit");
    assertThat(breadFromWheat().reached(fromFarm(TraceDirection.FORWARD).atMost(1)))
        .containsExactly("wheat@mill");
  }

  @Test
  void aTraceWithinSomePartiesEndsBeforeTheOthers() {
    TraceQuery query = fromFarm(TraceDirection.FORWARD);
    Predicate<String> some = party -> !party.equals("bakery");
    TraceResult result = breadFromWheat().network().trace(query.within(some));
    assertThat(result.truncated()).isTrue();
    assertThat(breadFromWheat().reached(query.within(some)))
        .containsExactly("wheat@mill", "flour@mill");
    assertThat(result.ends()).extracting(TraceEnd::reason).contains(TraceEnd.Reason.LIMIT);
    assertThat(breadFromWheat().network().trace(query.within(party -> true)).truncated()).isFalse();
  }

  @Test
  void pagesCoverTheResultOnce() {
    TraceResult all = breadFromWheat().network().trace(fromFarm(TraceDirection.FORWARD));
    List<ReachedHolding> paged = new ArrayList<>();
    for (int first = 0; first < all.reached(); first += 2) {
      TraceResult page = all.page(first, 2);
      assertThat(page.reached()).isEqualTo(all.holdings().size());
      paged.addAll(page.holdings());
    }
    assertThat(paged).isEqualTo(all.holdings());
    assertThat(all.page(all.reached() + 1, Integer.MAX_VALUE).holdings()).isEmpty();
  }

  /** Also if the number of a holding has no room for it, and when it is asked for again. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "1", "1000000", "0.001", "34359738367", "34359738368", "1234567890123.456"})
  void quantitiesOfAnySizeAreSaid(String amount) {
    TraceNetwork network =
        new TraceStory()
            .create("E1", "2024-05-01", "farm", "wheat " + amount)
            .transfer("E2", "2024-05-02", "", "farm", "mill", "wheat " + amount)
            .network();
    Quantity quantity = Quantity.of(amount, Unit.KILOGRAM);
    for (int again = 0; again < 2; again++) {
      assertThat(network.trace(fromFarm(TraceDirection.FORWARD)).holdings())
          .extracting(ReachedHolding::quantity)
          .containsExactly(Optional.of(quantity), Optional.of(quantity));
    }
  }

  @Test
  void aResultStaysAsItWas() {
    TraceStory story = breadFromWheat();
    TraceNetwork network = story.network();
    TraceResult result = network.trace(fromFarm(TraceDirection.BOTH));
    List<ReachedHolding> before =
        List.copyOf(network.trace(fromFarm(TraceDirection.BOTH)).holdings());
    List<TraceEvent> later =
        new TraceStory()
            .voiding("E10", "E8")
            .transfer("E11", "2024-05-03", "", "farm", "mill", "wheat 7")
            .events();
    network.capture(later, network.position() + 1);
    assertThat(result.holdings()).isEqualTo(before);
    assertThat(network.trace(fromFarm(TraceDirection.BOTH)).holdings()).isNotEqualTo(before);
  }

  @Test
  void aCycleByAReturnEnds() {
    TraceStory story =
        new TraceStory()
            .transfer("E1", "2024-05-01", "", "mill", "shop", "flour 10")
            .transfer("E2", "2024-05-02", "", "shop", "mill", "flour 4");
    assertThat(
            story.reached(
                TraceQuery.of(
                    TraceStart.holding(new io.foodsafety.model.trace.Holding("flour", "mill")),
                    TraceDirection.BOTH)))
        .containsExactly("flour@shop", "flour@shop");
  }

  @Test
  void aVoidTakesAnEventBackAndAVoidOfItRestoresIt() {
    TraceStory story = breadFromWheat().voiding("V1", "E7");
    assertThat(story.forward("flour")).containsExactly("bread@bakery", "bread@shop-b");
    assertThat(story.voiding("V2", "V1").forward("flour")).contains("bread@shop-a");
  }

  @Test
  void ofVoidsInACircleNoneCounts() {
    TraceStory story = breadFromWheat().voiding("V1", "V2").voiding("V2", "V1");
    assertThat(story.forward("flour")).contains("bread@shop-a", "bread@shop-b");
  }

  @Test
  void lotsInOneCrateNeverReachEachOther() {
    TraceStory story =
        new TraceStory()
            .pack("E1", "2024-05-01", "farm", "crate", "wheat 10, rye 5")
            .transfer("E2", "2024-05-02", "", "farm", "mill", "[crate]");
    assertThat(story.reached(fromFarm(TraceDirection.FORWARD))).containsExactly("wheat@mill");
    assertThat(story.balance("wheat", "wheat", "mill")).startsWith("in 10 ");
  }

  @Test
  void aCrateCarriesWhatIsInItEachTime() {
    String day = "2024-05-01T%s:00:00+08:00";
    TraceStory story =
        new TraceStory()
            .pack("E1", day.formatted("06"), "farm", "crate", "wheat 10")
            .transfer("E2", day.formatted("07"), day.formatted("08"), "farm", "mill", "[crate]")
            .unpack("E3", day.formatted("09"), "mill", "crate", "")
            .transfer("E4", day.formatted("10"), day.formatted("11"), "mill", "farm", "[crate]")
            .pack("E5", day.formatted("12"), "farm", "crate", "rye 5")
            .transfer("E6", day.formatted("13"), day.formatted("14"), "farm", "shop", "[crate]");
    assertThat(story.reached(fromFarm(TraceDirection.FORWARD))).containsExactly("wheat@mill");
    assertThat(story.ends("rye", TraceDirection.FORWARD)).containsExactly("rye@shop on-hand");
  }

  @Test
  void onOneDayACrateArrivesBeforeItIsUnpacked() {
    TraceStory story =
        new TraceStory()
            .unpack("E1", "2024-05-01", "mill", "crate", "")
            .receive("E2", "2024-05-01", "", "mill", "", "[crate]")
            .ship("E3", "2024-05-01", "farm", "mill", "", "[crate]")
            .pack("E4", "2024-05-01", "farm", "crate", "wheat 10");
    assertThat(story.gaps()).containsExactly("no-origin wheat@farm E3,E4");
    assertThat(story.balance("wheat", "wheat", "mill")).startsWith("in 10 ");
  }

  @Test
  void whatIsMadeInACrateStaysInIt() {
    TraceStory story =
        new TraceStory()
            .pack("E1", "2024-05-01", "mill", "crate", "flour 8")
            .transform("E2", "2024-05-02", "mill", "wheat 10", "[crate]")
            .transfer("E3", "2024-05-03", "", "mill", "shop", "[crate]");
    assertThat(story.forward("wheat")).containsExactly("flour@mill", "flour@shop");
  }

  @Test
  void aPalletCarriesItsCrates() {
    TraceStory story =
        new TraceStory()
            .pack("E1", "2024-05-01", "farm", "crate", "wheat 10")
            .pack("E2", "2024-05-02", "farm", "pallet", "[crate]")
            .transfer("E3", "2024-05-03", "", "farm", "mill", "[pallet]")
            .unpack("E4", "2024-05-04", "mill", "pallet", "[crate]")
            .transfer("E5", "2024-05-05", "", "mill", "shop", "[crate]")
            .transfer("E6", "2024-05-06", "", "mill", "farm", "[pallet]");
    assertThat(story.reached(fromFarm(TraceDirection.FORWARD)))
        .containsExactly("wheat@mill", "wheat@shop");
  }

  @Test
  void aProcessJoinsTheInputsAndOutputsOfAllItsEvents() {
    TraceStory story =
        new TraceStory()
            .process("E1", "2024-05-01", "vat", "milk-a 10", "", "P1")
            .process("E2", "2024-05-02", "vat", "milk-b 10", "cheese-a 5", "P1")
            .process("E3", "2024-05-03", "vat", "", "cheese-b 5", "P1");
    assertThat(story.forward("milk-b")).containsExactly("cheese-a@vat", "cheese-b@vat");
    assertThat(story.backward("cheese-b")).containsExactly("milk-a@vat", "milk-b@vat");
  }

  @Test
  void oneLotInTwoUnitsIsOneHalf() {
    TraceStory story =
        new TraceStory()
            .create("E1", "2024-05-01", "farm", "eggs 10, eggs 200 C62")
            .ship("E2", "2024-05-02", "farm", "shop", "D1", "eggs 10, eggs 200 C62")
            .receive("E3", "2024-05-02", "farm", "shop", "D1", "eggs 10, eggs 200 C62");
    assertThat(story.gaps()).noneMatch(gap -> gap.startsWith("ambiguous"));
  }
}
