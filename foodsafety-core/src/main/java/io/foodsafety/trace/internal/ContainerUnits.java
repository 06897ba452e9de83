package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The containers that have to do with each other, since one was put into the other. When an event
 * of one changes, all of them are gone through anew. What was in a container goes into the log,
 * with the event that names it.
 */
final class ContainerUnits {

  /** Containers of which it is kept what is in them now; of others it is worked out again. */
  private static final int MOST_YARDS = 20_000;

  private final Names names;
  private final EventLog log;
  private final TimeAxis axis;
  private final ContainerSteps steps;
  private final Map<String, Map<String, ContainerStep>> fresh = new HashMap<>();
  private final Map<String, ContainerYard> yards = new HashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();

  ContainerUnits(Names names, EventLog log, TimeAxis axis) {
    this(names, log, axis, new ContainerSteps(names, log, axis));
  }

  private ContainerUnits(Names names, EventLog log, TimeAxis axis, ContainerSteps steps) {
    this.names = names;
    this.log = log;
    this.axis = axis;
    this.steps = steps;
  }

  /** The containers that were saved. */
  static ContainerUnits open(ColumnReader columns, Names names, EventLog log, TimeAxis axis)
      throws IOException {
    return new ContainerUnits(names, log, axis, new ContainerSteps(columns, names, log, axis));
  }

  void save(ColumnWriter columns) throws IOException {
    steps.save(columns);
  }

  /**
   * Takes an event that counts or no longer counts.
   *
   * @param number the number of the event
   * @param counts whether it counts
   * @param isFresh whether it was not taken before
   */
  void change(int number, boolean counts, boolean isFresh) {
    if (!namesContainers(log.at(number))) {
      return;
    }
    TraceEvent event = log.get(number);
    ContainerStep step = ContainerStep.of(event, axis).orElseThrow();
    boolean isNew = counts && !steps.counts(number);
    for (String container : step.containers()) {
      if (isFresh) {
        steps.add(container, number);
      }
      if (isNew) {
        fresh.computeIfAbsent(container, unused -> new LinkedHashMap<>()).put(event.id(), step);
      } else {
        yards.remove(container);
      }
      changed.add(container);
    }
    steps.count(number, counts);
  }

  private static boolean namesContainers(EventReader event) {
    if (event.kind() == EventKind.PACK || event.kind() == EventKind.UNPACK) {
      return true;
    }
    for (int i = 0; i < event.size(); i++) {
      if (event.isContainer(i)) {
        return true;
      }
    }
    return false;
  }

  /** Goes through what changed; by number of event, containers that held something else. */
  Map<Integer, Map<Integer, List<LotAmount>>> resolve() {
    Map<Integer, Map<Integer, List<LotAmount>>> opened = new LinkedHashMap<>();
    while (!changed.isEmpty()) {
      String first = changed.iterator().next();
      ContainerYard known = yards.get(first);
      Map<String, ContainerStep> all = known == null ? Map.of() : freshOf(known.unit());
      ContainerYard yard;
      if (known != null && isWhole(known) && known.canGoOn(all.values())) {
        yard = known;
      } else {
        all = new LinkedHashMap<>();
        yard = new ContainerYard(unit(first, all));
      }
      yard.go(all.values());
      see(all.values(), yard, opened);
      yard.forgetSeen();
      keep(yard);
      changed.removeAll(yard.unit());
    }
    fresh.clear();
    return opened;
  }

  private void keep(ContainerYard yard) {
    if (yards.size() > MOST_YARDS) {
      yards.clear();
    }
    for (String container : yard.unit()) {
      yards.put(container, yard);
    }
  }

  /** Whether no step of a yard was taken back. */
  private boolean isWhole(ContainerYard yard) {
    return yard.unit().stream().allMatch(container -> yards.get(container) == yard);
  }

  private Map<String, ContainerStep> freshOf(Set<String> unit) {
    Map<String, ContainerStep> all = new LinkedHashMap<>();
    unit.forEach(container -> all.putAll(fresh.getOrDefault(container, Map.of())));
    return all;
  }

  private void see(
      Collection<ContainerStep> all,
      ContainerYard yard,
      Map<Integer, Map<Integer, List<LotAmount>>> opened) {
    for (ContainerStep step : all) {
      if (step.container().isEmpty()) {
        String id = step.event().id();
        int event = names.events().find(id);
        Map<Integer, List<LotAmount>> known = log.at(event).opened();
        for (String container : step.containers()) {
          if (yard.unit().contains(container)) {
            int number = names.containers().find(container);
            List<LotAmount> now = yard.seen(id, container);
            if (!now.equals(known.getOrDefault(number, List.of()))) {
              opened.computeIfAbsent(event, unused -> new LinkedHashMap<>()).put(number, now);
            }
          }
        }
      }
    }
  }

  /** The containers that have to do with one; adds all steps of them. */
  private Set<String> unit(String first, Map<String, ContainerStep> all) {
    Set<String> unit = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(first);
    while (!open.isEmpty()) {
      String container = open.remove();
      if (unit.add(container)) {
        for (ContainerStep step : steps.of(container)) {
          all.put(step.event().id(), step);
          if (step.container().isPresent()) {
            open.addAll(step.containers());
          }
        }
      }
    }
    return unit;
  }
}
