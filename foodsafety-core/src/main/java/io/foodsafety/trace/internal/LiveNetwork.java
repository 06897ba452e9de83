package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.OutbreakCases;
import io.foodsafety.trace.OutbreakScores;
import io.foodsafety.trace.RecallScope;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceGaps;
import io.foodsafety.trace.TraceNetwork;
import io.foodsafety.trace.TracePath;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import io.foodsafety.trace.TraceStart;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network that is written by one thread at a time while others read it. */
public final class LiveNetwork implements TraceNetwork {

  private final Network network = new Network();
  private final TimeAxis axis;
  private final Resolver resolver;

  /**
   * A network without events.
   *
   * @param zone the zone in which dates lie
   */
  public LiveNetwork(ZoneId zone) {
    this.axis = new TimeAxis(zone);
    this.resolver = new Resolver(network, axis);
  }

  @Override
  public synchronized Set<String> capture(List<? extends TraceEvent> events, long position) {
    if (position < network.position()) {
      throw new IllegalArgumentException(
          "The position (%d) lies below the one reached (%d)."
              .formatted(position, network.position()));
    }
    Map<String, TraceEvent> fresh = new HashMap<>();
    for (TraceEvent event : events) {
      TraceEvent known = fresh.get(event.id());
      TraceEvent taken = known == null ? resolver.find(event.id()).orElse(null) : known;
      if (taken != null && !taken.equals(event)) {
        throw new IllegalArgumentException(
            "The trace event (%s) is known with other content.".formatted(event.id()));
      }
      if (taken == null) {
        fresh.put(event.id(), event);
      }
    }
    return resolver.take(fresh.values(), position);
  }

  @Override
  public long position() {
    return network.position();
  }

  @Override
  public boolean knows(TraceStart start) {
    try (Network.Snapshot snapshot = network.snapshot()) {
      return !Starts.of(snapshot, start).isEmpty();
    }
  }

  @Override
  public TraceResult trace(TraceQuery query) {
    try (Network.Snapshot snapshot = network.snapshot()) {
      return new TraceRun(snapshot, axis, query).result();
    }
  }

  @Override
  public Optional<TracePath> path(Holding from, Holding to, boolean strict) {
    try (Network.Snapshot snapshot = network.snapshot()) {
      return new PathRun(snapshot).path(from, to, strict);
    }
  }

  @Override
  public RecallScope recall(TraceStart start) {
    try (Network.Snapshot snapshot = network.snapshot()) {
      return new RecallRun(snapshot, axis, start).scope();
    }
  }

  @Override
  public OutbreakScores outbreak(OutbreakCases cases) {
    try (Network.Snapshot snapshot = network.snapshot()) {
      return new OutbreakRun(snapshot, axis, cases).scores();
    }
  }

  @Override
  public TraceGaps gaps(Optional<String> lot) {
    try (Network.Snapshot snapshot = network.snapshot()) {
      List<TraceFinding> findings = new ArrayList<>();
      lot.map(List::of)
          .orElseGet(snapshot::lots)
          .forEach(each -> findings.addAll(Findings.of(snapshot, each)));
      findings.sort(TraceFinding.ORDER);
      return new TraceGaps(snapshot.position(), findings);
    }
  }
}
