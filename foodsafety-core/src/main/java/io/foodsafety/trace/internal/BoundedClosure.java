package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A search with limits, from a time on, or of what the times allow: level by level, in order of lot
 * and party, so that a limit cuts off the same whatever the order of arrival. Each holding and each
 * process has a label: the best time at which the search can be there, as the way turns time. Used
 * once, by one thread.
 */
final class BoundedClosure implements Reached {

  /**
   * How far a search goes.
   *
   * @param time the label of the start; it holds for the links of the start
   * @param strict whether times hold for all links
   * @param maxDepth the most links from the start
   * @param maxHoldings the most holdings beyond the start
   */
  record Bounds(int time, boolean strict, int maxDepth, int maxHoldings) {

    /** None, except for a time of the start. */
    static Bounds from(int time) {
      return new Bounds(time, false, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Whether they need a search of this kind. */
    boolean areBounds() {
      return strict || areLimits() || time != TimeAxis.EARLIEST;
    }

    boolean areLimits() {
      return maxDepth < Integer.MAX_VALUE || maxHoldings < Integer.MAX_VALUE;
    }
  }

  /** A holding that a level can reach. */
  private static final class Offer {
    private final List<Holding> sources = new ArrayList<>(1);
    private int label = TimeAxis.LATEST;
  }

  private final Network.Snapshot snapshot;
  private final Way way;
  private final Bounds bounds;
  private final Set<Holding> starts;
  private final Map<Holding, Integer> depths = new LinkedHashMap<>();
  private final Map<Holding, Versions<Integer>> labels = new HashMap<>();
  private final Map<String, Integer> processLabels = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Set<String>>> processEvents = new HashMap<>();
  private final Set<Holding> cutOff = new HashSet<>();

  /** Searches from some holdings. */
  BoundedClosure(Network.Snapshot snapshot, Way way, Collection<Holding> starts, Bounds bounds) {
    this.snapshot = snapshot;
    this.way = way;
    this.bounds = bounds;
    this.starts = new TreeSet<>(ORDER);
    this.starts.addAll(starts);
    for (Holding start : this.starts) {
      depths.put(start, 0);
      putLabel(start, bounds.time(), 0);
    }
    Collection<Holding> level = this.starts;
    for (int depth = 1; !level.isEmpty(); depth++) {
      level = reach(level, depth);
    }
  }

  @Override
  public List<Found> found() {
    List<Found> found = new ArrayList<>(depths.size());
    depths.forEach(
        (holding, depth) -> found.add(new Found(snapshot.holding(holding), depth, found.size())));
    return found;
  }

  @Override
  public Set<Holding> cutOff() {
    return Collections.unmodifiableSet(cutOff);
  }

  private List<Holding> reach(Collection<Holding> level, int depth) {
    Map<Holding, Offer> offers = new TreeMap<>(ORDER);
    for (Holding holding : level) {
      expand(holding, offers);
    }
    List<Holding> next = new ArrayList<>();
    offers.forEach(
        (holding, offer) -> {
          Integer known = Versions.at(labels.get(holding), depth);
          boolean isBetter = known != null && bounds.strict() && offer.label < known;
          if (known == null ? admits(depth) : isBetter && depth <= bounds.maxDepth()) {
            depths.putIfAbsent(holding, depth);
            putLabel(holding, offer.label, depth);
            next.add(holding);
          } else if (known == null) {
            cutOff.addAll(offer.sources);
          }
        });
    return next;
  }

  private boolean admits(int depth) {
    return depth <= bounds.maxDepth() && depths.size() - starts.size() < bounds.maxHoldings();
  }

  private void expand(Holding holding, Map<Holding, Offer> offers) {
    HoldingRecord record = snapshot.holding(holding);
    int label = label(holding);
    way.movements(record)
        .forEach(
            link -> {
              Span here = way.turn(link.here());
              Span there = way.turn(link.there());
              if (passes(label, here, there)) {
                offer(offers, link.other(), holding, after(after(label, here), there));
              }
            });
    way.transformations(record)
        .forEach(entry -> enter(entry, holding, way.turn(entry.at()), offers));
  }

  private void enter(Entry entry, Holding holding, Span here, Map<Holding, Offer> offers) {
    int label = label(holding);
    if (label > here.last()) {
      return;
    }
    String process = entry.process().orElseThrow();
    int inside = after(label, here);
    Integer known = processLabels.get(process);
    boolean isBetter = known == null || inside < known;
    if (isBetter) {
      processLabels.put(process, inside);
    }
    if (isBetter || bounds.areLimits()) {
      for (ProcessRecord.Part part : way.farParts(snapshot.process(process))) {
        Span there = way.turn(part.at());
        if (!bounds.strict() || inside <= there.last()) {
          offer(offers, part.holding(), holding, after(inside, there));
        }
      }
    }
  }

  private static void offer(
      Map<Holding, Offer> offers, Holding holding, Holding source, int label) {
    Offer offer = offers.computeIfAbsent(holding, unused -> new Offer());
    offer.sources.add(source);
    offer.label = Math.min(offer.label, label);
  }

  private int label(Holding holding) {
    return Objects.requireNonNull(Versions.at(labels.get(holding), Integer.MAX_VALUE));
  }

  private void putLabel(Holding holding, int label, int depth) {
    labels.put(holding, Versions.next(labels.get(holding), label, depth, -1));
  }

  /** Whether a link can be taken by what is at its near end since a time. */
  private boolean passes(int label, Span here, Span there) {
    return label <= here.last()
        && (!bounds.strict() || Math.max(label, here.first()) <= there.last());
  }

  /** The best time after a time and within a span; without strictness times end with the start. */
  private int after(int label, Span span) {
    return bounds.strict() ? Math.max(label, span.first()) : TimeAxis.EARLIEST;
  }

  @Override
  public List<String> via(Found found) {
    int depth = found.depth();
    if (depth == 0) {
      return List.of();
    }
    Set<String> events = new TreeSet<>();
    HoldingRecord record = found.record();
    way.reverse()
        .movements(record)
        .filter(
            link -> {
              Integer label = Versions.at(labels.get(link.other()), depth - 1);
              return label != null && passes(label, way.turn(link.there()), way.turn(link.here()));
            })
        .forEach(
            link -> {
              events.add(link.entry().event());
              link.partner().event().ifPresent(events::add);
            });
    way.reverse()
        .transformations(record)
        .forEach(
            entry -> {
              int last = bounds.strict() ? way.turn(entry.at()).last() : TimeAxis.LATEST;
              nearEvents(entry.process().orElseThrow(), depth - 1)
                  .headMap(last, true)
                  .values()
                  .forEach(
                      near -> {
                        events.add(entry.event());
                        events.addAll(near);
                      });
            });
    return List.copyOf(events);
  }

  /** The events by which holdings went into a process up to a depth, by the label in it. */
  private NavigableMap<Integer, Set<String>> nearEvents(String process, int depth) {
    return processEvents.computeIfAbsent(
        depth + " " + process,
        unused -> {
          NavigableMap<Integer, Set<String>> events = new TreeMap<>();
          for (ProcessRecord.Part part : way.nearParts(snapshot.process(process))) {
            Integer label = Versions.at(labels.get(part.holding()), depth);
            Span here = way.turn(part.at());
            if (label != null && label <= here.last()) {
              events
                  .computeIfAbsent(after(label, here), inside -> new TreeSet<>())
                  .add(part.event());
            }
          }
          return events;
        });
  }
}
