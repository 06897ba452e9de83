package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.ContainerStep.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was in containers when events named them. Goes through the events of containers that have to
 * do with each other in order of time; among those whose order the times leave open, first what can
 * happen. Used by one thread.
 */
final class ContainerYard implements OpenSteps.Judge {

  private final Set<String> unit;
  private int lastEnd = Integer.MIN_VALUE;
  private final ContainerContents contents = new ContainerContents();
  private final Map<String, Map<String, List<LotAmount>>> seen = new HashMap<>();

  /**
   * A yard in which nothing has happened.
   *
   * @param unit containers that have to do with each other
   */
  ContainerYard(Set<String> unit) {
    this.unit = unit;
  }

  /** Whether all these steps come after every step taken, so that the yard can go on with them. */
  boolean canGoOn(Collection<ContainerStep> steps) {
    return steps.stream()
        .allMatch(step -> step.at().first() > lastEnd && unit.containsAll(step.unit()));
  }

  /** Takes further steps, all of which come after those taken. */
  void go(Collection<ContainerStep> steps) {
    List<ContainerStep> waiting = steps.stream().sorted(OpenSteps.BY_TIME).toList();
    OpenSteps open = new OpenSteps(this);
    int next = 0;
    while (next < waiting.size() || !open.isEmpty()) {
      while (next < waiting.size() && waiting.get(next).at().first() <= open.firstEnd()) {
        open.add(waiting.get(next++));
      }
      ContainerStep step = open.remove();
      take(step);
      open.change(contents.takeChanged());
      lastEnd = Math.max(lastEnd, step.at().last());
    }
  }

  /** Forgets what was in containers then, not what is in them now. */
  void forgetSeen() {
    seen.clear();
  }

  /** The containers that have to do with each other. */
  Set<String> unit() {
    return unit;
  }

  /** The lots that were in a container when an event named it. */
  List<LotAmount> seen(String event, String container) {
    return seen.getOrDefault(event, Map.of()).getOrDefault(container, List.of());
  }

  @Override
  public boolean canHappen(ContainerStep step) {
    if (step.kind() == Kind.UNPACK && contents.isEmpty(step.container().orElseThrow())) {
      return false;
    }
    return step.kind() == Kind.RECEIVE
        ? canArrive(step)
        : own(step).stream().allMatch(container -> isAt(container, step.place()));
  }

  /** Something arrives from elsewhere, unless its dispatch named the receiver. */
  private boolean canArrive(ContainerStep step) {
    return own(step).stream()
        .allMatch(
            container ->
                isAt(container, step.place())
                    || (step.event() instanceof TraceEvent.Receive receive
                        && isAt(container, receive.from())));
  }

  @Override
  public boolean isAwaited(ContainerStep step) {
    return step.kind() == Kind.RECEIVE && own(step).stream().anyMatch(contents::isOnTheWay);
  }

  private boolean isAt(String container, Optional<String> place) {
    Optional<String> known = contents.place(container);
    return known.isEmpty() || place.isEmpty() || known.equals(place);
  }

  /** The containers of a step that are looked at here; others have a yard of their own. */
  private List<String> own(ContainerStep step) {
    return step.containers().stream().filter(unit::contains).toList();
  }

  private void take(ContainerStep step) {
    boolean onTheWay = step.event() instanceof TraceEvent.Ship;
    own(step).forEach(container -> contents.move(container, step.destination(), onTheWay));
    switch (step.kind()) {
      case PACK -> contents.pack(step.container().orElseThrow(), step.items());
      case UNPACK -> contents.unpack(step.container().orElseThrow(), step.items());
      default -> pass(step);
    }
  }

  private void pass(ContainerStep step) {
    Map<String, List<LotAmount>> named = new LinkedHashMap<>();
    Set<String> opened = new HashSet<>(); // what is in a container and named itself counts once
    for (String container : own(step)) {
      named.put(container, contents.lots(container, opened));
    }
    seen.put(step.event().id(), named);
    step.consumed().stream().filter(unit::contains).forEach(contents::clear);
  }
}
