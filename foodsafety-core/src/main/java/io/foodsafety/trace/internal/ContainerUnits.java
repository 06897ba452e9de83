package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The containers that have to do with each other, since one was put into the other. When an event
 * of one changes, all of them are gone through anew.
 */
final class ContainerUnits {

  private final TimeAxis axis;
  private final Map<String, Map<String, ContainerStep>> steps = new HashMap<>();
  private final Map<String, Map<String, List<LotAmount>>> seen = new HashMap<>();
  private final Map<String, Map<String, ContainerStep>> fresh = new HashMap<>();
  private final Map<String, ContainerYard> yards = new HashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();

  ContainerUnits(TimeAxis axis) {
    this.axis = axis;
  }

  /** Takes an event that counts or no longer counts. */
  void change(TraceEvent event, boolean counts) {
    Optional<ContainerStep> step = ContainerStep.of(event, axis);
    if (step.isEmpty()) {
      return;
    }
    for (String container : step.get().containers()) {
      Map<String, ContainerStep> known =
          steps.computeIfAbsent(container, unused -> new LinkedHashMap<>());
      boolean isNew = counts && known.put(event.id(), step.get()) == null;
      if (isNew) {
        fresh
            .computeIfAbsent(container, unused -> new LinkedHashMap<>())
            .put(event.id(), step.get());
      } else {
        yards.remove(container);
      }
      if (!counts) {
        known.remove(event.id());
      }
      changed.add(container);
    }
  }

  /** Goes through what changed; the ids of events for which a container held something else. */
  Set<String> resolve() {
    Set<String> events = new LinkedHashSet<>();
    while (!changed.isEmpty()) {
      String first = changed.iterator().next();
      ContainerYard known = yards.get(first);
      Map<String, ContainerStep> all =
          known == null ? new LinkedHashMap<>() : stepsOf(fresh, known.unit());
      ContainerYard yard;
      if (known != null && isWhole(known) && known.canGoOn(all.values())) {
        yard = known;
      } else {
        yard = new ContainerYard(unit(first));
        all = stepsOf(steps, yard.unit());
      }
      Set<String> unit = yard.unit();
      yard.go(all.values());
      for (String container : unit) {
        yards.put(container, yard);
      }
      changed.removeAll(unit);
      for (ContainerStep step : all.values()) {
        if (step.container().isEmpty() && see(step, unit, yard)) {
          events.add(step.event().id());
        }
      }
    }
    fresh.clear();
    return events;
  }

  /** Whether no step of a yard was taken back. */
  private boolean isWhole(ContainerYard yard) {
    return yard.unit().stream().allMatch(container -> yards.get(container) == yard);
  }

  private static Map<String, ContainerStep> stepsOf(
      Map<String, Map<String, ContainerStep>> steps, Set<String> unit) {
    Map<String, ContainerStep> all = new LinkedHashMap<>();
    unit.forEach(container -> all.putAll(steps.getOrDefault(container, Map.of())));
    return all;
  }

  private boolean see(ContainerStep step, Set<String> unit, ContainerYard yard) {
    Map<String, List<LotAmount>> known =
        seen.computeIfAbsent(step.event().id(), unused -> new HashMap<>());
    boolean differs = false;
    for (String container : step.containers()) {
      if (unit.contains(container)) {
        List<LotAmount> now = yard.seen(step.event().id(), container);
        differs |= !now.equals(known.put(container, now));
      }
    }
    return differs;
  }

  private Set<String> unit(String first) {
    Set<String> unit = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(first);
    while (!open.isEmpty()) {
      String container = open.remove();
      if (unit.add(container)) {
        for (ContainerStep step : steps.getOrDefault(container, Map.of()).values()) {
          if (step.container().isPresent()) {
            open.addAll(step.containers());
          }
        }
      }
    }
    return unit;
  }

  /** The lots that were in a container when an event named it. */
  List<LotAmount> seen(String event, String container) {
    return seen.getOrDefault(event, Map.of()).getOrDefault(container, List.of());
  }
}
