package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What is in containers when: docs/trace.md § 2.2, by trying every event that can be next. */
final class ReferenceContainers {

  private final Function<TraceEvent, ReferenceSpan> times;
  private final Map<String, Map<String, ReferenceAmount>> lots = new TreeMap<>();
  private final Map<String, String> within = new TreeMap<>();
  private final Map<String, String> places = new TreeMap<>();
  private final Set<String> onTheWay = new TreeSet<>();
  private final Set<String> group;
  private final Map<String, Map<String, Map<String, ReferenceAmount>>> opened;

  private ReferenceContainers(
      Function<TraceEvent, ReferenceSpan> times,
      Set<String> group,
      Map<String, Map<String, Map<String, ReferenceAmount>>> opened) {
    this.times = times;
    this.group = group;
    this.opened = opened;
  }

  /** By event and container: what it stood for. */
  static Map<String, Map<String, Map<String, ReferenceAmount>>> open(
      List<TraceEvent> events, Function<TraceEvent, ReferenceSpan> times) {
    Map<String, Map<String, Map<String, ReferenceAmount>>> opened = new TreeMap<>();
    for (Set<String> group : groups(events)) {
      ReferenceContainers yard = new ReferenceContainers(times, group, opened);
      List<TraceEvent> left = new ArrayList<>();
      for (TraceEvent event : events) {
        if (!yard.containers(event).isEmpty()) {
          left.add(event);
        }
      }
      while (!left.isEmpty()) {
        TraceEvent next = yard.next(left);
        yard.apply(next);
        left.remove(next);
      }
    }
    return opened;
  }

  /** Containers that a pack or unpack names together. */
  private static Set<Set<String>> groups(List<TraceEvent> events) {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (TraceEvent event : events) {
      for (String container : all(event)) {
        groups.computeIfAbsent(container, c -> new TreeSet<>(Set.of(c)));
      }
      if (event instanceof TraceEvent.Pack || event instanceof TraceEvent.Unpack) {
        Set<String> one = new TreeSet<>();
        all(event).forEach(container -> one.addAll(groups.get(container)));
        one.forEach(container -> groups.put(container, one));
      }
    }
    return new LinkedHashSet<>(groups.values());
  }

  private TraceEvent next(List<TraceEvent> left) {
    long bound = left.stream().mapToLong(e -> times.apply(e).last()).min().orElseThrow();
    List<TraceEvent> candidates =
        left.stream().filter(e -> times.apply(e).first() <= bound).toList();
    Optional<TraceEvent> possible =
        candidates.stream()
            .filter(this::canHappen)
            .min(
                Comparator.comparing(this::rank)
                    .thenComparing(e -> times.apply(e).first())
                    .thenComparing(TraceEvent::id));
    return possible.orElseGet(
        () ->
            candidates.stream()
                .min(
                    Comparator.comparing((TraceEvent e) -> times.apply(e).first())
                        .thenComparing(ReferenceContainers::rankIfImpossible)
                        .thenComparing(TraceEvent::id))
                .orElseThrow());
  }

  private int rank(TraceEvent event) {
    if (event instanceof TraceEvent.Receive) {
      return containers(event).stream().anyMatch(onTheWay::contains) ? 1 : 5;
    }
    if (event instanceof TraceEvent.Unpack) {
      return 2;
    }
    if (event instanceof TraceEvent.Pack) {
      return 3;
    }
    return endsContent(event) ? 6 : 4;
  }

  private static int rankIfImpossible(TraceEvent event) {
    if (event instanceof TraceEvent.Pack) {
      return 1;
    }
    if (event instanceof TraceEvent.Unpack) {
      return 5;
    }
    return event instanceof TraceEvent.Receive ? 3 : endsContent(event) ? 4 : 2;
  }

  private static boolean endsContent(TraceEvent event) {
    return event instanceof TraceEvent.Transform || event instanceof TraceEvent.Remove;
  }

  private boolean canHappen(TraceEvent event) {
    for (String container : containers(event)) {
      String place = places.get(container);
      boolean arriving =
          event instanceof TraceEvent.Receive receive
              && receive.from().map(from -> from.equals(place)).orElse(true);
      if (place != null && !arriving && !place.equals(party(event))) {
        return false;
      }
    }
    return !(event instanceof TraceEvent.Unpack unpack) || canTakeOut(unpack);
  }

  private boolean canTakeOut(TraceEvent.Unpack unpack) {
    Map<String, ReferenceAmount> content = lots.getOrDefault(unpack.container(), Map.of());
    return !content.isEmpty() || within.containsValue(unpack.container());
  }

  private void apply(TraceEvent event) {
    Set<String> counted = new LinkedHashSet<>();
    for (TraceItem item : items(event)) {
      if (item instanceof TraceItem.OfContainer && group.contains(container(item))) {
        opened
            .computeIfAbsent(event.id(), id -> new TreeMap<>())
            .computeIfAbsent(container(item), each -> content(each, counted));
      }
    }
    if (event instanceof TraceEvent.Pack pack) {
      containers(pack).forEach(container -> place(container, pack.party()));
      pack.items().forEach(item -> put(pack, item));
    } else if (event instanceof TraceEvent.Unpack unpack) {
      containers(unpack).forEach(container -> place(container, unpack.party()));
      takeOut(unpack);
    } else {
      for (String container : containers(event)) {
        place(container, placeAfter(event));
        if (event instanceof TraceEvent.Ship) {
          onTheWay.addAll(inside(container));
        }
      }
    }
    List<TraceItem> consumed =
        event instanceof TraceEvent.Transform transform
            ? transform.inputs()
            : event instanceof TraceEvent.Remove remove ? remove.items() : List.of();
    for (TraceItem item : consumed) {
      if (item instanceof TraceItem.OfContainer && group.contains(container(item))) {
        inside(container(item)).forEach(lots::remove);
      }
    }
  }

  private static String placeAfter(TraceEvent event) {
    if (event instanceof TraceEvent.Ship) {
      return ((TraceEvent.Ship) event).to().orElse(null);
    }
    return event instanceof TraceEvent.Transfer transfer ? transfer.to() : party(event);
  }

  private void put(TraceEvent.Pack pack, TraceItem item) {
    if (item instanceof TraceItem.OfLot lot) {
      lots.computeIfAbsent(pack.container(), c -> new LinkedHashMap<>())
          .merge(lot.lot(), ReferenceAmount.of(lot.quantity()), ReferenceAmount::plus);
    } else {
      within.remove(container(item));
      if (!container(item).equals(pack.container())) {
        within.put(container(item), pack.container());
      }
    }
  }

  private void takeOut(TraceEvent.Unpack unpack) {
    Map<String, ReferenceAmount> content =
        lots.getOrDefault(unpack.container(), new LinkedHashMap<>());
    if (unpack.items().isEmpty()) {
      content.clear();
      within.values().removeIf(unpack.container()::equals);
    }
    for (TraceItem item : unpack.items()) {
      if (item instanceof TraceItem.OfLot lot) {
        ReferenceAmount now = content.get(lot.lot());
        if (now != null) {
          Optional<ReferenceAmount> rest = lot.quantity().flatMap(q -> minus(now, q));
          rest.ifPresentOrElse(
              amount -> content.put(lot.lot(), amount), () -> content.remove(lot.lot()));
        }
      } else {
        within.remove(container(item));
      }
    }
  }

  private static Optional<ReferenceAmount> minus(ReferenceAmount amount, Quantity taken) {
    List<Quantity> rest = new ArrayList<>();
    for (Quantity part : amount.parts()) {
      boolean same =
          ReferenceAmount.dimension(part.unit()).equals(ReferenceAmount.dimension(taken.unit()));
      Quantity left =
          same
              ? new Quantity(part.amount().subtract(taken.to(part.unit()).amount()), part.unit())
              : part;
      if (left.amount().signum() > 0) {
        rest.add(left);
      }
    }
    return rest.isEmpty() && !amount.unknown()
        ? Optional.empty()
        : Optional.of(new ReferenceAmount(rest, amount.unknown()));
  }

  /** What is in a container and was not counted before. */
  private Map<String, ReferenceAmount> content(String container, Set<String> counted) {
    Map<String, ReferenceAmount> all = new LinkedHashMap<>();
    for (String each : inside(container)) {
      if (!counted.add(each)) {
        continue;
      }
      lots.getOrDefault(each, Map.of())
          .forEach((lot, amount) -> all.merge(lot, amount, ReferenceAmount::plus));
    }
    return all;
  }

  /** A container and all that are in it. */
  private Set<String> inside(String container) {
    Set<String> all = new LinkedHashSet<>(Set.of(container));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, String> each : within.entrySet()) {
        grown |= all.contains(each.getValue()) && all.add(each.getKey());
      }
    }
    return all;
  }

  private void place(String container, String place) {
    inside(container)
        .forEach(
            each -> {
              places.put(each, place);
              onTheWay.remove(each);
            });
  }

  private Set<String> containers(TraceEvent event) {
    Set<String> own = all(event);
    own.retainAll(group);
    return own;
  }

  private static Set<String> all(TraceEvent event) {
    Set<String> found = new TreeSet<>();
    if (event instanceof TraceEvent.Pack pack) {
      found.add(pack.container());
    } else if (event instanceof TraceEvent.Unpack unpack) {
      found.add(unpack.container());
    }
    for (TraceItem item : items(event)) {
      if (item instanceof TraceItem.OfContainer) {
        found.add(container(item));
      }
    }
    return found;
  }

  private static String container(TraceItem item) {
    return ((TraceItem.OfContainer) item).container();
  }

  static List<TraceItem> items(TraceEvent event) {
    if (event instanceof TraceEvent.Create e) {
      return e.outputs();
    } else if (event instanceof TraceEvent.Transfer e) {
      return e.items();
    } else if (event instanceof TraceEvent.Ship e) {
      return e.items();
    } else if (event instanceof TraceEvent.Receive e) {
      return e.items();
    } else if (event instanceof TraceEvent.Transform e) {
      List<TraceItem> all = new ArrayList<>(e.inputs());
      all.addAll(e.outputs());
      return all;
    } else if (event instanceof TraceEvent.Pack e) {
      return e.items();
    } else if (event instanceof TraceEvent.Unpack e) {
      return e.items();
    } else if (event instanceof TraceEvent.Remove e) {
      return e.items();
    }
    return event instanceof TraceEvent.Observe e ? e.items() : List.of();
  }

  static String party(TraceEvent event) {
    if (event instanceof TraceEvent.Create e) {
      return e.party();
    } else if (event instanceof TraceEvent.Transfer e) {
      return e.from();
    } else if (event instanceof TraceEvent.Ship e) {
      return e.from();
    } else if (event instanceof TraceEvent.Receive e) {
      return e.to();
    } else if (event instanceof TraceEvent.Transform e) {
      return e.party();
    } else if (event instanceof TraceEvent.Pack e) {
      return e.party();
    } else if (event instanceof TraceEvent.Unpack e) {
      return e.party();
    } else if (event instanceof TraceEvent.Remove e) {
      return e.party();
    } else if (event instanceof TraceEvent.Observe e) {
      return e.party();
    }
    throw new IllegalArgumentException(event.id());
  }
}
