package io.foodsafety.trace;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is asked of a network when it is compared with another one.
 *
 * @param starts what traces and recalls begin with
 * @param cases what an outbreak begins with
 * @param seed for the limits of traces
 */
record TraceQuestions(List<TraceStart> starts, OutbreakCases cases, long seed) {

  /** Questions about the random network of a seed. */
  static TraceQuestions of(long seed) {
    RandomTrace trace = new RandomTrace(seed);
    return new TraceQuestions(trace.starts(), trace.cases(), seed);
  }

  /** Questions about all lots, parties and times of some events. */
  static TraceQuestions about(List<TraceEvent> events) {
    Set<String> parties = new TreeSet<>();
    Set<String> lots = new TreeSet<>();
    for (TraceEvent event : events) {
      parties(event).forEach(parties::add);
      for (TraceItem item : event.items()) {
        if (item instanceof TraceItem.OfLot lot) {
          lots.add(lot.lot());
        }
      }
    }
    List<Optional<EventTime>> times =
        events.stream().map(TraceEvent::at).filter(Optional::isPresent).distinct().toList();
    List<TraceStart> starts = new ArrayList<>();
    for (String lot : lots) {
      starts.add(TraceStart.lot(lot));
      times.forEach(time -> starts.add(new TraceStart(lot, Optional.empty(), time)));
      parties.forEach(
          party -> starts.add(new TraceStart(lot, Optional.of(party), Optional.empty())));
    }
    return new TraceQuestions(starts, cases(parties), 1);
  }

  private static Stream<String> parties(TraceEvent event) {
    if (event instanceof TraceEvent.Create create) {
      return Stream.of(create.party());
    } else if (event instanceof TraceEvent.Transfer transfer) {
      return Stream.of(transfer.from(), transfer.to());
    } else if (event instanceof TraceEvent.Ship ship) {
      return Stream.concat(Stream.of(ship.from()), ship.to().stream());
    } else if (event instanceof TraceEvent.Receive receive) {
      return Stream.concat(Stream.of(receive.to()), receive.from().stream());
    } else if (event instanceof TraceEvent.Transform transform) {
      return Stream.of(transform.party());
    } else if (event instanceof TraceEvent.Remove remove) {
      return Stream.of(remove.party());
    }
    return Stream.empty();
  }

  /** Every second party has cases, each more than the one before. */
  private static OutbreakCases cases(Set<String> parties) {
    Map<String, BigDecimal> weights = new HashMap<>();
    int number = 0;
    for (String party : parties) {
      if (number++ % 2 == 0) {
        weights.put(party, BigDecimal.valueOf(number));
      }
    }
    return new OutbreakCases(weights, Map.of(), Set.of(), Set.of(), Set.of());
  }
}
