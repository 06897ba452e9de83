package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.GrowingInts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /** The voids that name an event. */
  private final Map<Integer, List<Integer>> voids = new HashMap<>();

  /** The events that were taken and do not count. */
  private final Set<Integer> voided = new HashSet<>();

  /** The voids among events that were taken. */
  VoidedEvents(EventLog log) {
    this(log, new GrowingInts());
  }

  private VoidedEvents(EventLog log, GrowingInts all) {
    this.log = log;
    this.all = all;
    Set<Integer> known = new LinkedHashSet<>();
    for (int i = 0; i < all.size(); i++) {
      put(all.get(i));
      known.add(all.get(i));
    }
    known.addAll(voids.keySet().stream().filter(log::isTaken).toList());
    judge(known);
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

  /** Takes events; all events taken that may now count or no longer count. */
  Set<Integer> addAll(Collection<Integer> fresh) {
    for (int event : fresh) {
      if (log.at(event).kind() == EventKind.VOIDING) {
        all.add(event);
        put(event);
      }
    }
    // A void changes whether its target counts, and so whether the target of that one does.
    Set<Integer> changed = new LinkedHashSet<>();
    for (Integer event : fresh) {
      Optional<Integer> each = Optional.of(event);
      while (each.isPresent() && log.isTaken(each.get()) && changed.add(each.get())) {
        each = target(each.get());
      }
    }
    judge(changed);
    return changed;
  }

  /** Decides about events; about the voids that name one of them and are not among them, it is. */
  private void judge(Set<Integer> changed) {
    if (targets.isEmpty()) {
      return;
    }
    voided.addAll(changed); // those on a circle remain: some void before them is never decided
    Map<Integer, Integer> undecided = new HashMap<>();
    for (Integer event : changed) {
      target(event).ifPresent(target -> undecided.merge(target, 1, Integer::sum));
    }
    Deque<Integer> ready = new ArrayDeque<>();
    changed.stream().filter(event -> !undecided.containsKey(event)).forEach(ready::add);
    while (!ready.isEmpty()) {
      Integer event = ready.remove();
      if (voids.getOrDefault(event, List.of()).stream().noneMatch(this::counts)) {
        voided.remove(event);
      }
      target(event)
          .filter(target -> undecided.merge(target, -1, Integer::sum) == 0)
          .filter(changed::contains)
          .ifPresent(ready::add);
    }
  }

  /** What a void names. */
  private Optional<Integer> target(int event) {
    return Optional.ofNullable(targets.get(event));
  }

  /** Whether an event that was taken counts. */
  boolean counts(int event) {
    return !voided.contains(event);
  }
}
