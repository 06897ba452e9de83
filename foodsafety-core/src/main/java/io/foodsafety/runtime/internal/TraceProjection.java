package io.foodsafety.runtime.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.runtime.internal.StoredTrace.Captured;
import io.foodsafety.trace.TraceNetwork;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The network of a city's trace events, in memory: it follows the log of captured events. Built
 * when it is first asked. Queries touch the storage only if this process has captured something
 * since, or was told to look. Safe for use by many threads.
 */
final class TraceProjection {

  private static final int BATCH = 50_000;

  private final StoredTrace stored;
  private final TraceNetwork network;
  private volatile boolean stale = true;

  TraceProjection(StoredTrace stored, ZoneId zone) {
    this.stored = stored;
    this.network = TraceNetwork.empty(zone);
  }

  /** Says that there may be new events. */
  void touch() {
    stale = true;
  }

  /** The network, with all that this process knows of. */
  TraceNetwork current() {
    if (stale) {
      refresh();
    }
    return network;
  }

  /** Takes all events that are captured; the position reached. */
  synchronized long refresh() {
    stale = false; // before reading, so that what is captured meanwhile is looked for again
    List<TraceEvent> events = new ArrayList<>();
    long position = network.position();
    for (Iterator<Captured> each = stored.follow(position).iterator(); each.hasNext(); ) {
      Captured captured = each.next();
      events.add(captured.event());
      position = captured.position();
      if (events.size() == BATCH) {
        network.capture(events, position);
        events.clear();
      }
    }
    network.capture(events, position);
    return position;
  }
}
