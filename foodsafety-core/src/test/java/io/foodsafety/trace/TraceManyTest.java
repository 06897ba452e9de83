package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sizes at which whatever takes the square of them, or a frame of the stack for each, would not end
 * in time, or not at all.
 */
@Timeout(120)
class TraceManyTest {

  private static final Optional<EventTime> NEVER = Optional.empty();
  private static final Optional<String> NOBODY = Optional.empty();
  private static final Optional<String> NO_DOCUMENT = Optional.empty();

  private static Optional<EventTime> hour(int hour) {
    Instant instant = Instant.parse("2020-01-01T00:00:00Z").plus(hour, ChronoUnit.HOURS);
    return Optional.of(EventTime.parse(instant.toString()));
  }

  private static TraceNetwork network(List<TraceEvent> events) {
    return TraceNetwork.of(events, TraceComparison.ZONE);
  }

  private static int reached(TraceNetwork network, String lot) {
    TraceQuery query = TraceQuery.of(TraceStart.lot(lot), TraceDirection.FORWARD);
    return network.trace(query).holdings().size();
  }

  private static TraceItem kilograms(String lot, long amount) {
    return TraceItem.lot(lot, new Quantity(BigDecimal.valueOf(amount), Unit.KILOGRAM));
  }

  @Test
  void aContainerHoldsAHundredThousandLots() {
    List<TraceEvent> events = new ArrayList<>();
    for (int pack = 0; pack < 10; pack++) {
      int first = pack * 10_000;
      List<TraceItem> lots =
          IntStream.range(first, first + 10_000).mapToObj(i -> kilograms("L" + i, 1)).toList();
      events.add(new TraceEvent.Pack("P" + pack, hour(1), "farm", "C", lots));
    }
    List<TraceItem> container = List.of(TraceItem.container("C"));
    events.add(
        new TraceEvent.Transfer("T", hour(2), NEVER, "farm", "shop", NO_DOCUMENT, container));

    TraceNetwork network = network(events);

    assertThat(reached(network, "L0")).isEqualTo(2);
    assertThat(reached(network, "L99999")).isEqualTo(2);
  }

  @Test
  void voidsFollowEachOther() {
    List<TraceEvent> events = new ArrayList<>();
    events.add(new TraceEvent.Create("V0", hour(1), "farm", List.of(kilograms("L", 1))));
    for (int i = 1; i <= 20_001; i++) {
      events.add(new TraceEvent.Voiding("V" + i, NEVER, "V" + (i - 1), "wrong"));
    }

    assertThat(reached(network(events), "L")).isZero();
    assertThat(reached(network(events.subList(0, events.size() - 1)), "L")).isEqualTo(1);
  }

  @Test
  void containersLieInEachOther() {
    int depth = 20_000;
    List<TraceEvent> events = new ArrayList<>();
    for (int i = depth; i > 0; i--) {
      List<TraceItem> inner = List.of(TraceItem.container("C" + (i - 1)));
      events.add(new TraceEvent.Pack("P" + (depth - i), hour(depth - i), "farm", "C" + i, inner));
    }
    events.add(new TraceEvent.Pack("Q", hour(depth), "farm", "C0", List.of(kilograms("L", 1))));
    List<TraceItem> outer = List.of(TraceItem.container("C" + depth));
    events.add(
        new TraceEvent.Transfer("T", hour(depth + 1), NEVER, "farm", "shop", NO_DOCUMENT, outer));
    events.add(
        new TraceEvent.Transform(
            "U", hour(depth + 2), "shop", outer, List.of(kilograms("M", 1)), NOBODY));

    TraceNetwork network = network(events);

    assertThat(reached(network, "L")).isEqualTo(3);
  }

  @Test
  void containersAreUsedWithoutTimes() {
    List<TraceEvent> events = new ArrayList<>();
    List<TraceItem> container = List.of(TraceItem.container("C"));
    for (int i = 0; i < 10_000; i++) {
      List<TraceItem> lot = List.of(kilograms("L" + i, 1));
      events.add(new TraceEvent.Pack("P" + i, NEVER, "S1", "C", lot));
      events.add(new TraceEvent.Unpack("U" + i, NEVER, "S1", "C", List.of()));
      if (i % 100 == 0) {
        events.add(
            new TraceEvent.Transfer("T" + i, NEVER, NEVER, "S1", "S1", NO_DOCUMENT, container));
      }
    }

    assertThat(reached(network(events), "L7")).isEqualTo(1);
  }

  @Test
  void halvesBetweenTwoPartiesPair() {
    int count = 4_000;
    List<TraceItem> lot = List.of(kilograms("L", 1));
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          new TraceEvent.Ship("S" + i, hour(0), "farm", Optional.of("shop"), NO_DOCUMENT, lot));
      events.add(
          new TraceEvent.Receive(
              "R" + i, hour(i + 1), Optional.of("farm"), "shop", NO_DOCUMENT, lot));
    }

    TraceNetwork network = network(events);

    assertThat(network.recall(TraceStart.lot("L")).complete()).isTrue();
    assertThat(network.gaps(Optional.of("L")).findings())
        .noneMatch(finding -> finding.kind() == FindingKind.SENT_NOT_RECEIVED);
  }

  /** Each receipt changes what one depot and one shop have, and nothing else. */
  @Test
  void oneHalfOfALotInThousandsOfPlacesComesIn() {
    int shops = 1_000;
    List<TraceItem> lot = List.of(kilograms("L", 1));
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < shops; i++) {
      Optional<String> shop = Optional.of("shop" + i);
      events.add(new TraceEvent.Ship("S" + i, hour(i), "depot" + i, shop, NO_DOCUMENT, lot));
    }
    TraceNetwork network = network(events);
    for (int i = 0; i < shops / 4; i++) {
      Optional<String> depot = Optional.of("depot" + i);
      network.capture(
          List.of(new TraceEvent.Receive("R" + i, hour(i), depot, "shop" + i, NO_DOCUMENT, lot)),
          shops + i);
    }

    assertThat(network.gaps(Optional.of("L")).findings())
        .filteredOn(finding -> finding.kind() == FindingKind.SENT_NOT_RECEIVED)
        .hasSize(shops - shops / 4);
  }
}
