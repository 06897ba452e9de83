package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The events taken so far, and which of them count: all but those that a void names which itself
 * counts. Of voids that name each other in a circle none counts.
 */
final class VoidedEvents {

  private final Map<String, TraceEvent> events = new HashMap<>();

  /** The ids of the voids that name an event, by its id. */
  private final Map<String, List<String>> voids = new HashMap<>();

  /** The ids of the events that were taken and do not count. */
  private final Set<String> voided = new HashSet<>();

  /** Takes events; the ids of all events taken that may now count or no longer count. */
  Set<String> addAll(Collection<TraceEvent> fresh) {
    for (TraceEvent event : fresh) {
      events.put(event.id(), event);
      target(event.id())
          .ifPresent(
              target ->
                  voids.computeIfAbsent(target, unused -> new ArrayList<>(1)).add(event.id()));
    }
    // A void changes whether its target counts, and so whether the target of that one does.
    Set<String> changed = new LinkedHashSet<>();
    for (TraceEvent event : fresh) {
      Optional<String> each = Optional.of(event.id());
      while (each.isPresent() && events.containsKey(each.get()) && changed.add(each.get())) {
        each = target(each.get());
      }
    }
    judge(changed);
    return changed;
  }

  /** Decides about events; about the voids that name one of them and are not among them, it is. */
  private void judge(Set<String> changed) {
    voided.addAll(changed); // those on a circle remain: some void before them is never decided
    Map<String, Integer> undecided = new HashMap<>();
    for (String id : changed) {
      target(id).ifPresent(target -> undecided.merge(target, 1, Integer::sum));
    }
    Deque<String> ready = new ArrayDeque<>();
    changed.stream().filter(id -> !undecided.containsKey(id)).forEach(ready::add);
    while (!ready.isEmpty()) {
      String id = ready.remove();
      if (voids.getOrDefault(id, List.of()).stream().noneMatch(this::counts)) {
        voided.remove(id);
      }
      target(id)
          .filter(target -> undecided.merge(target, -1, Integer::sum) == 0)
          .filter(changed::contains)
          .ifPresent(ready::add);
    }
  }

  /** What a void names. */
  private Optional<String> target(String id) {
    return events.get(id) instanceof TraceEvent.Voiding erasure
        ? Optional.of(erasure.target())
        : Optional.empty();
  }

  Optional<TraceEvent> find(String id) {
    return Optional.ofNullable(events.get(id));
  }

  TraceEvent get(String id) {
    return Objects.requireNonNull(events.get(id));
  }

  /** Whether an event that was taken counts. */
  boolean counts(String id) {
    return !voided.contains(id);
  }
}
