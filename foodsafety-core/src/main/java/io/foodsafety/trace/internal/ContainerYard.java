package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.trace.internal.ContainerStep.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was in containers when events named them. Goes through the events of containers that have to
 * do with each other in order of time; among those whose order the times leave open, first what can
 * happen. Used by one thread.
 */
final class ContainerYard {

  private static final Comparator<ContainerStep> BY_TIME =
      Comparator.comparingInt((ContainerStep step) -> step.at().first())
          .thenComparing(step -> step.event().id());

  /** If nothing can happen: what is put in comes first, what is taken out last. */
  private static final Comparator<ContainerStep> IMPOSSIBLE =
      Comparator.comparingInt((ContainerStep step) -> step.at().first())
          .thenComparing(step -> step.kind() == Kind.UNPACK)
          .thenComparing(ContainerStep::kind)
          .thenComparing(step -> step.event().id());

  /** What is in a container, where it is, and in which other one. */
  private static final class Content {
    private final List<LotAmount> lots = new ArrayList<>();
    private final Set<String> inner = new LinkedHashSet<>();
    private Optional<String> place = Optional.empty();
    private boolean onTheWay;
    private @Nullable String outer;
  }

  /** What was sent arrives before anything else happens to it. */
  private final Comparator<ContainerStep> possible =
      Comparator.comparing((ContainerStep step) -> !isAwaited(step))
          .thenComparing(ContainerStep::kind)
          .thenComparing(BY_TIME);

  private final Set<String> unit;
  private int lastEnd = Integer.MIN_VALUE;
  private final Map<String, Content> contents = new HashMap<>();
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
    List<ContainerStep> waiting = steps.stream().sorted(BY_TIME).toList();
    List<ContainerStep> open = new ArrayList<>();
    int next = 0;
    while (next < waiting.size() || !open.isEmpty()) {
      while (next < waiting.size() && waiting.get(next).at().first() <= firstEnd(open)) {
        open.add(waiting.get(next++));
      }
      ContainerStep step = choose(open);
      open.remove(step);
      take(step);
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

  /** By when one of the steps has certainly been taken: what begins later comes after it. */
  private static int firstEnd(List<ContainerStep> open) {
    return open.stream().mapToInt(step -> step.at().last()).min().orElse(TimeAxis.LATEST);
  }

  private ContainerStep choose(List<ContainerStep> open) {
    int end = firstEnd(open);
    List<ContainerStep> first = open.stream().filter(step -> step.at().first() <= end).toList();
    return first.stream()
        .filter(this::canHappen)
        .min(possible)
        .orElseGet(() -> first.stream().min(IMPOSSIBLE).orElseThrow());
  }

  private boolean canHappen(ContainerStep step) {
    if (step.kind() == Kind.UNPACK && isEmpty(content(step.container().orElseThrow()))) {
      return false;
    }
    return step.kind() == Kind.RECEIVE
        ? canArrive(step)
        : own(step).stream().allMatch(c -> isAt(c, step.place()));
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

  private boolean isAwaited(ContainerStep step) {
    return step.kind() == Kind.RECEIVE
        && own(step).stream().anyMatch(container -> content(container).onTheWay);
  }

  private boolean isAt(String container, Optional<String> place) {
    Optional<String> known = content(container).place;
    return known.isEmpty() || place.isEmpty() || known.equals(place);
  }

  private static boolean isEmpty(Content content) {
    return content.lots.isEmpty() && content.inner.isEmpty();
  }

  /** The containers of a step that are looked at here; others have a yard of their own. */
  private List<String> own(ContainerStep step) {
    return step.containers().stream().filter(unit::contains).toList();
  }

  private Content content(String container) {
    return contents.computeIfAbsent(container, unused -> new Content());
  }

  private void take(ContainerStep step) {
    for (String container : own(step)) {
      move(container, step, new HashSet<>());
    }
    switch (step.kind()) {
      case PACK -> pack(step.container().orElseThrow(), step.items());
      case UNPACK -> unpack(step.container().orElseThrow(), step.items());
      default -> pass(step);
    }
  }

  private void move(String container, ContainerStep step, Set<String> moved) {
    if (moved.add(container)) {
      Content content = content(container);
      content.place = step.destination();
      content.onTheWay = step.event() instanceof TraceEvent.Ship;
      content.inner.forEach(inner -> move(inner, step, moved));
    }
  }

  private void pack(String container, List<TraceItem> items) {
    Content content = content(container);
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        LotAmount.addTo(content.lots, new LotAmount(lot.lot(), lot.quantity()));
      } else {
        String inner = ((TraceItem.OfContainer) item).container();
        takeOutOfOuter(inner);
        if (!inner.equals(container)) {
          content.inner.add(inner);
          content(inner).outer = container;
        }
      }
    }
  }

  private void takeOutOfOuter(String inner) {
    String outer = content(inner).outer;
    if (outer != null) {
      content(outer).inner.remove(inner);
      content(inner).outer = null;
    }
  }

  private void unpack(String container, List<TraceItem> items) {
    Content content = content(container);
    if (items.isEmpty()) {
      content.lots.clear();
      List.copyOf(content.inner).forEach(this::takeOutOfOuter);
      return;
    }
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        takeOut(content.lots, lot.lot(), lot.quantity());
      } else {
        takeOutOfOuter(((TraceItem.OfContainer) item).container());
      }
    }
  }

  private static void takeOut(List<LotAmount> lots, String lot, Optional<Quantity> quantity) {
    if (quantity.isEmpty()) {
      lots.removeIf(each -> each.lot().equals(lot));
      return;
    }
    for (int i = 0; i < lots.size(); i++) {
      LotAmount each = lots.get(i);
      Optional<Quantity> inside = each.quantity();
      if (each.lot().equals(lot)
          && inside.isPresent()
          && inside.get().isCompatible(quantity.get())) {
        Quantity taken = quantity.get().to(inside.get().unit());
        Quantity left =
            new Quantity(
                Amounts.rounded(inside.get().amount().subtract(taken.amount())), taken.unit());
        if (left.amount().signum() > 0) {
          lots.set(i, new LotAmount(lot, Optional.of(left)));
        } else {
          lots.remove(i);
        }
        return;
      }
    }
  }

  private void pass(ContainerStep step) {
    Map<String, List<LotAmount>> named = new LinkedHashMap<>();
    Set<String> opened = new HashSet<>(); // what is in a container and named itself counts once
    for (String container : own(step)) {
      List<LotAmount> lots = new ArrayList<>();
      collect(container, lots, opened);
      named.put(container, List.copyOf(lots));
    }
    seen.put(step.event().id(), named);
    step.consumed().stream()
        .filter(unit::contains)
        .forEach(container -> empty(container, new HashSet<>()));
  }

  private void collect(String container, List<LotAmount> lots, Set<String> visited) {
    if (visited.add(container)) {
      Content content = content(container);
      content.lots.forEach(amount -> LotAmount.addTo(lots, amount));
      content.inner.forEach(inner -> collect(inner, lots, visited));
    }
  }

  private void empty(String container, Set<String> visited) {
    if (visited.add(container)) {
      content(container).lots.clear();
      content(container).inner.forEach(inner -> empty(inner, visited));
    }
  }
}
