package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.GrowingInts;
import java.io.IOException;
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
 * Which events count: all but those that a void names which itself counts. Of voids that name each
 * other in a circle none counts. Events are named by their numbers.
 */
final class VoidedEvents {

  private final EventLog log;

  /** All voids, in order of arrival, for files. */
  private final GrowingInts all;

  private final Map<Integer, Integer> targets = new HashMap<>();
  private final Map<Integer, List<Integer>> voids = new HashMap<>();

  /** The voids among events that were taken. */
  VoidedEvents(EventLog log) {
    this(log, new GrowingInts());
  }

  private VoidedEvents(EventLog log, GrowingInts all) {
    this.log = log;
    this.all = all;
    for (int i = 0; i < all.size(); i++) {
      put(all.get(i));
    }
  }

  /** The voids that were saved. */
  static VoidedEvents open(ColumnReader columns, EventLog log) throws IOException {
    return new VoidedEvents(log, columns.growingInts("voids"));
  }

  void save(ColumnWriter columns) throws IOException {
    columns.ints("voids", all);
  }

  private void put(int erasure) {
    int target = log.at(erasure).other();
    targets.put(erasure, target);
    voids.computeIfAbsent(target, unused -> new ArrayList<>(1)).add(erasure);
  }

  /** Takes an event; all events taken that may now count or no longer count. */
  Set<Integer> add(int event) {
    if (log.at(event).kind() == EventKind.VOIDING) {
      all.add(event);
      put(event);
    }
    // A void changes whether its target counts, and so whether the target of that one does.
    Set<Integer> changed = new HashSet<>();
    Optional<Integer> each = Optional.of(event);
    while (each.isPresent() && log.isTaken(each.get()) && changed.add(each.get())) {
      each = target(each.get());
    }
    return changed;
  }

  /** What a void names. */
  private Optional<Integer> target(int event) {
    return Optional.ofNullable(targets.get(event));
  }

  /** Whether an event that was taken counts. */
  boolean counts(int event) {
    if (!voids.containsKey(event)) {
      return true;
    }
    Map<Integer, Boolean> verdicts = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(event));
    while (!open.isEmpty()) {
      Integer each = open.element();
      List<Integer> own = voids.getOrDefault(each, List.of());
      boolean onCircle = !own.isEmpty() && isOnCircle(each);
      Optional<Integer> next =
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
    return Objects.requireNonNull(verdicts.get(event));
  }

  private boolean isOnCircle(Integer event) {
    Set<Integer> visited = new HashSet<>();
    Optional<Integer> each = target(event);
    while (each.isPresent() && visited.add(each.get())) {
      if (each.get().equals(event)) {
        return true;
      }
      each = target(each.get());
    }
    return false;
  }
}
