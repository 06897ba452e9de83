package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Map<String, List<String>> voids = new HashMap<>();

  /** Takes an event; the ids of all events taken that may now count or no longer count. */
  Set<String> add(TraceEvent event) {
    events.put(event.id(), event);
    target(event.id())
        .ifPresent(
            target -> voids.computeIfAbsent(target, unused -> new ArrayList<>(1)).add(event.id()));
    // A void changes whether its target counts, and so whether the target of that one does.
    Set<String> changed = new HashSet<>();
    Optional<String> each = Optional.of(event.id());
    while (each.isPresent() && events.containsKey(each.get()) && changed.add(each.get())) {
      each = target(each.get());
    }
    return changed;
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
    Map<String, Boolean> verdicts = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      String each = open.element();
      List<String> own = voids.getOrDefault(each, List.of());
      boolean onCircle = !own.isEmpty() && isOnCircle(each);
      Optional<String> next =
          onCircle
              ? Optional.empty()
              : own.stream().filter(erasure -> !verdicts.containsKey(erasure)).findFirst();
      if (next.isPresent()) {
        open.push(next.get());
      } else {
        verdicts.put(each, !onCircle && own.stream().noneMatch(verdicts::get));
        open.remove();
      }
    }
    return Objects.requireNonNull(verdicts.get(id));
  }

  private boolean isOnCircle(String id) {
    Set<String> visited = new HashSet<>();
    Optional<String> each = target(id);
    while (each.isPresent() && visited.add(each.get())) {
      if (each.get().equals(id)) {
        return true;
      }
      each = target(each.get());
    }
    return false;
  }
}
