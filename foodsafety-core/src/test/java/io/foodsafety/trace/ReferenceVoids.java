package io.foodsafety.trace;

import io.foodsafety.model.trace.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which events count: docs/trace.md § 2.1. */
final class ReferenceVoids {

  private ReferenceVoids() {}

  static List<TraceEvent> counting(List<TraceEvent> events) {
    Map<String, Boolean> counts = new HashMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (TraceEvent event : events) {
        if (!counts.containsKey(event.id())) {
          List<Boolean> voids = verdicts(events, event.id(), counts);
          if (voids.contains(true)) {
            counts.put(event.id(), false);
            changed = true;
          } else if (!voids.contains(null)) {
            counts.put(event.id(), true);
            changed = true;
          }
        }
      }
    }
    // What is left is circles of voids, and none of those counts.
    return events.stream()
        .filter(event -> counts.getOrDefault(event.id(), false))
        .filter(event -> !(event instanceof TraceEvent.Voiding))
        .toList();
  }

  private static List<Boolean> verdicts(
      List<TraceEvent> events, String target, Map<String, Boolean> counts) {
    List<Boolean> verdicts = new java.util.ArrayList<>();
    for (TraceEvent event : events) {
      if (event instanceof TraceEvent.Voiding voiding && voiding.target().equals(target)) {
        verdicts.add(counts.get(voiding.id()));
      }
    }
    return verdicts;
  }
}
