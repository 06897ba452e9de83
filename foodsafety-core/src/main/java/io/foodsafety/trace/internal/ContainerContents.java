package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in containers, where they are, and which of them is in which. Containers may lie in each
 * other thousands deep. Used by one thread.
 */
final class ContainerContents {

  /** What is in a container, where it is, and in which other one. */
  private static final class Content {
    private final LotAmounts lots = new LotAmounts();
    private final Set<String> inner = new LinkedHashSet<>();
    private Optional<String> place = Optional.empty();
    private boolean onTheWay;
    private @Nullable String outer;
  }

  private final Map<String, Content> contents = new HashMap<>();
  private Set<String> changed = new HashSet<>();

  private Content content(String container) {
    return contents.computeIfAbsent(container, unused -> new Content());
  }

  private Content change(String container) {
    changed.add(container);
    return content(container);
  }

  /** The containers of which something has changed since this was asked last. */
  Set<String> takeChanged() {
    Set<String> taken = changed;
    changed = new HashSet<>();
    return taken;
  }

  /** Whether there is nothing to take out. */
  boolean isEmpty(String container) {
    Content content = content(container);
    return content.lots.isEmpty() && content.inner.isEmpty();
  }

  /** Where a container is, if that is known. */
  Optional<String> place(String container) {
    return content(container).place;
  }

  /** Whether a container was sent, and nothing has happened to it since. */
  boolean isOnTheWay(String container) {
    return content(container).onTheWay;
  }

  /** Brings a container, with all in it, to a place that may not be known. */
  void move(String container, Optional<String> place, boolean onTheWay) {
    for (String each : within(container, new HashSet<>())) {
      Content content = change(each);
      content.place = place;
      content.onTheWay = onTheWay;
    }
  }

  /** Puts lots, or other containers, into a container. */
  void pack(String container, List<TraceItem> items) {
    Content content = change(container);
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        content.lots.add(new LotAmount(lot.lot(), lot.quantity()));
      } else {
        String inner = ((TraceItem.OfContainer) item).container();
        takeOutOfOuter(inner);
        if (!inner.equals(container)) {
          content.inner.add(inner);
          change(inner).outer = container;
        }
      }
    }
  }

  private void takeOutOfOuter(String inner) {
    String outer = content(inner).outer;
    if (outer != null) {
      change(outer).inner.remove(inner);
      change(inner).outer = null;
    }
  }

  /** Takes lots, or other containers, out of a container; all of them if none is named. */
  void unpack(String container, List<TraceItem> items) {
    Content content = change(container);
    if (items.isEmpty()) {
      content.lots.clear();
      List.copyOf(content.inner).forEach(this::takeOutOfOuter);
      return;
    }
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        content.lots.takeOut(lot.lot(), lot.quantity());
      } else {
        takeOutOfOuter(((TraceItem.OfContainer) item).container());
      }
    }
  }

  /**
   * The lots in a container, and in the containers in it.
   *
   * @param container the container
   * @param opened containers whose content counts elsewhere; those that are opened are added
   */
  List<LotAmount> lots(String container, Set<String> opened) {
    LotAmounts lots = new LotAmounts();
    for (String each : within(container, opened)) {
      content(each).lots.toList().forEach(lots::add);
    }
    return lots.toList();
  }

  /** Ends what is in a container, and in the containers in it. */
  void clear(String container) {
    within(container, new HashSet<>()).forEach(each -> change(each).lots.clear());
  }

  /** A container and all that are in it, each before those in it, without those visited before. */
  private List<String> within(String container, Set<String> visited) {
    List<String> all = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(container));
    while (!open.isEmpty()) {
      String each = open.pop();
      if (visited.add(each)) {
        all.add(each);
        List<String> inner = new ArrayList<>(content(each).inner);
        for (int i = inner.size() - 1; i >= 0; i--) {
          open.push(inner.get(i));
        }
      }
    }
    return all;
  }
}
