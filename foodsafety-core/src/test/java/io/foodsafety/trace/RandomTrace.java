package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Small networks in which everything meets everything, from a seed. */
final class RandomTrace {

  private final Random random;
  private final int parties;
  private final int lots;
  private final int containers;
  private final double unknown;
  private final double mixed;
  private final int kinds;

  RandomTrace(long seed) {
    random = new Random(seed * 7_919 + 13);
    parties = 1 + random.nextInt(4);
    lots = 1 + random.nextInt(5);
    containers = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
    unknown = random.nextInt(3) * 0.15;
    mixed = random.nextInt(3) == 0 ? 0.15 : 0;
    kinds = containers == 0 ? 17 : 26;
  }

  List<TraceEvent> events() {
    int size = 1 + random.nextInt(random.nextBoolean() ? 8 : 40);
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      events.add(event("E%02d".formatted(i), size));
    }
    return events;
  }

  private TraceEvent event(String id, int size) {
    return switch (random.nextInt(kinds)) {
      case 0, 1, 2 -> new TraceEvent.Create(id, time(), party(), items());
      case 3, 4 ->
          new TraceEvent.Transfer(id, time(), time(), party(), party(), document(), items());
      case 5, 6, 7 -> new TraceEvent.Ship(id, time(), party(), counterpart(), document(), items());
      case 8, 9, 10 ->
          new TraceEvent.Receive(id, time(), counterpart(), party(), document(), items());
      case 11, 12 ->
          new TraceEvent.Transform(id, time(), party(), items(), items(), Optional.empty());
      case 13 -> {
        boolean inputs = random.nextBoolean();
        boolean outputs = !inputs || random.nextBoolean();
        yield new TraceEvent.Transform(
            id,
            time(),
            party(),
            inputs ? items() : List.of(),
            outputs ? items() : List.of(),
            Optional.of("P" + random.nextInt(2)));
      }
      case 14 ->
          new TraceEvent.Remove(
              id,
              time(),
              party(),
              RemovalReason.values()[random.nextInt(RemovalReason.values().length)],
              items());
      case 15 -> new TraceEvent.Observe(id, time(), party(), items(), Map.of());
      case 16 -> voiding(id, size);
      case 17, 18, 19, 20 -> new TraceEvent.Pack(id, time(), party(), container(), items());
      case 21, 22, 23 -> {
        List<TraceItem> items = random.nextBoolean() ? List.of() : items();
        yield new TraceEvent.Unpack(id, time(), party(), container(), items);
      }
      default ->
          new TraceEvent.Transfer(
              id,
              time(),
              time(),
              party(),
              party(),
              document(),
              List.of(TraceItem.container(container())));
    };
  }

  private TraceEvent voiding(String id, int size) {
    String target = "E%02d".formatted(random.nextInt(size + 1));
    return target.equals(id)
        ? new TraceEvent.Observe(id, time(), party(), items(), Map.of())
        : new TraceEvent.Voiding(id, time(), target, "error");
  }

  private List<TraceItem> items() {
    List<TraceItem> items = new ArrayList<>();
    int size = random.nextInt(3) == 0 ? 2 : 1;
    for (int i = 0; i < size; i++) {
      boolean box = containers > 0 && random.nextInt(3) == 0;
      items.add(box ? TraceItem.container(container()) : lot());
    }
    return items;
  }

  private TraceItem lot() {
    String lot = "L" + random.nextInt(lots);
    if (random.nextDouble() < unknown) {
      return TraceItem.lot(lot);
    }
    Unit unit = Unit.KILOGRAM;
    if (random.nextDouble() < mixed) {
      unit = Unit.of(List.of("GRM", "TNE", "LTR", "C62", "XBX").get(random.nextInt(5)));
    }
    return TraceItem.lot(lot, new Quantity(BigDecimal.valueOf(1 + random.nextInt(20)), unit));
  }

  private Optional<EventTime> time() {
    if (random.nextDouble() < unknown) {
      return Optional.empty();
    }
    int day = 1 + random.nextInt(9);
    return Optional.of(
        EventTime.parse(
            switch (random.nextInt(8)) {
              case 0 -> "2024";
              case 1 -> "2024-0" + (5 + random.nextInt(2));
              case 2, 3, 4 -> "2024-05-0" + day;
              default -> "2024-05-0%dT%02d:00:00+08:00".formatted(day, random.nextInt(24));
            }));
  }

  private String party() {
    return "S" + random.nextInt(parties);
  }

  private Optional<String> counterpart() {
    return random.nextInt(3) > 0 ? Optional.of(party()) : Optional.empty();
  }

  private Optional<String> document() {
    return random.nextInt(3) == 0 ? Optional.of("D" + random.nextInt(2)) : Optional.empty();
  }

  private String container() {
    return "C" + random.nextInt(containers);
  }

  List<TraceStart> starts() {
    List<TraceStart> starts = new ArrayList<>();
    for (int lot = 0; lot < lots; lot++) {
      starts.add(TraceStart.lot("L" + lot));
      TraceStart at = new TraceStart("L" + lot, Optional.of(party()), Optional.empty());
      starts.add(at);
      starts.add(new TraceStart("L" + lot, at.party(), time()));
      starts.add(new TraceStart("L" + lot, Optional.empty(), time()));
    }
    return starts;
  }

  OutbreakCases cases() {
    Map<String, BigDecimal> weightsOfParties = new HashMap<>();
    Map<String, BigDecimal> weightsOfLots = new HashMap<>();
    Set<String> crossContaminated = new HashSet<>();
    Set<String> killing = new HashSet<>();
    Set<String> killed = new HashSet<>();
    for (int i = 0; i <= parties; i++) {
      if (random.nextInt(2) == 0) {
        weightsOfParties.put("S" + i, BigDecimal.valueOf(random.nextInt(7) - 2));
      }
      addSometimes(crossContaminated, "S" + i);
      addSometimes(killing, "S" + i);
    }
    for (int i = 0; i <= lots; i++) {
      if (random.nextInt(3) == 0) {
        weightsOfLots.put("L" + i, BigDecimal.valueOf(random.nextInt(7) - 2));
      }
      addSometimes(killed, "L" + i);
    }
    return new OutbreakCases(weightsOfParties, weightsOfLots, crossContaminated, killing, killed);
  }

  private void addSometimes(Set<String> set, String id) {
    if (random.nextInt(5) == 0) {
      set.add(id);
    }
  }
}
