package io.foodsafety.runtime.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.runtime.internal.StoredTrace.Captured;
import io.foodsafety.trace.TraceNetwork;
import io.foodsafety.trace.internal.LiveNetwork;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The network of a city's trace events, in memory: it follows the log of captured events. Built
 * when it is first asked. Queries touch the storage only if this process has captured something
 * since, or was told to look. Remembers which lots have changed until their findings are recorded,
 * by whatever process. Safe for use by many threads.
 */
final class TraceProjection implements AutoCloseable {

  private static final int BATCH = 50_000;

  /** A network is saved again when it has grown by this part, and by no less than a batch. */
  private static final int SAVED_SHARE = 10;

  /**
   * What the network has reached.
   *
   * @param position the position of the log
   * @param lots the lots that have changed since the position that was asked for, and maybe others
   */
  record Changes(long position, List<String> lots) {}

  private final StoredTrace stored;
  private final LongSupplier recorded;
  private final ZoneId zone;
  private final Optional<TraceSnapshots> snapshots;
  private volatile TraceNetwork network;
  private boolean isOpened;

  /** Whether the network is one that was opened. */
  private volatile boolean isSuspect;

  /** The position at which the network was saved last. */
  private long saved;

  /** Up to there it is not known which lots have changed, because the network was opened. */
  private long unknownTo;

  /** The last position at which a lot changed, for those whose findings may not be recorded. */
  private final Map<String, Long> changed = new HashMap<>();

  /** Changes up to there are forgotten. */
  private long forgotten;

  /** Grows whenever there may be new events; the network has followed up to the second one. */
  private final AtomicLong wanted = new AtomicLong(1);

  private volatile long followed;

  /**
   * A network that is not built yet.
   *
   * @param stored the events
   * @param recorded reads the position up to which findings are recorded, which only grows
   * @param zone the zone in which dates lie
   * @param snapshots where the network is kept from one start to the next, if it is
   */
  TraceProjection(
      StoredTrace stored, LongSupplier recorded, ZoneId zone, Optional<TraceSnapshots> snapshots) {
    this.snapshots = snapshots;
    this.stored = stored;
    this.recorded = recorded;
    this.zone = zone;
    this.network = TraceNetwork.empty(zone);
  }

  /** Says that there may be new events. */
  void touch() {
    wanted.incrementAndGet();
  }

  /** The network, with all that this process knew of when it was asked. */
  TraceNetwork current() {
    long wantedNow = wanted.get();
    if (followed < wantedNow || isDamaged()) {
      followTo(wantedNow);
    }
    return network;
  }

  /** Waits for whoever is following; nothing is left to do if that one began late enough. */
  private synchronized void followTo(long wantedNow) {
    if (followed < wantedNow || isDamaged()) {
      refresh();
    }
  }

  /** Takes all events that are captured; the position reached. */
  long refresh() {
    return refresh(() -> true);
  }

  /** Takes all events that are captured, as long as it may; the lots changed after a position. */
  synchronized Changes changes(long after, BooleanSupplier mayGoOn) {
    long position = refresh(mayGoOn);
    if (after < unknownTo && network instanceof LiveNetwork opened) {
      return new Changes(position, opened.lots());
    }
    List<String> lots = new ArrayList<>();
    changed.forEach(
        (lot, last) -> {
          if (last > after) {
            lots.add(lot);
          }
        });
    return new Changes(position, lots);
  }

  private synchronized long refresh(BooleanSupplier mayGoOn) {
    long began = wanted.get(); // before reading: what is captured meanwhile is looked for again
    if (isDamaged()) {
      isSuspect = false;
      begin(TraceNetwork.empty(zone));
    }
    if (!isOpened) {
      open();
    }
    Progress progress = follow(mayGoOn);
    if (progress.isWhole()) {
      followed = began;
    }
    return progress.position();
  }

  /** How far the log was followed, and whether to its end. */
  private record Progress(long position, boolean isWhole) {}

  private Progress follow(BooleanSupplier mayGoOn) {
    long done = recorded.getAsLong();
    if (done > forgotten) {
      changed.values().removeIf(last -> last <= done);
      forgotten = done;
    }
    List<TraceEvent> events = new ArrayList<>();
    long position = network.position();
    for (Iterator<Captured> each = stored.follow(position).iterator(); each.hasNext(); ) {
      Captured captured = each.next();
      events.add(captured.event());
      position = captured.position();
      // A batch ends where findings are recorded to, so that what comes before is not looked at.
      if (events.size() == BATCH || position == done) {
        capture(events, position, done);
        events.clear();
        if (!mayGoOn.getAsBoolean()) {
          return new Progress(position, false);
        }
      }
    }
    capture(events, position, done);
    return new Progress(position, true);
  }

  private void capture(List<TraceEvent> events, long to, long done) {
    boolean isTaken = false;
    try {
      for (String lot : network.capture(events, to)) {
        if (to > done) {
          changed.put(lot, to);
        }
      }
      isTaken = true;
    } finally {
      if (!isTaken) { // perhaps in part: it is built anew when it is asked next
        begin(TraceNetwork.empty(zone));
      }
    }
    long position = network.position();
    if (position - saved > Math.max(BATCH, position / SAVED_SHARE)) {
      save();
    }
  }

  /** Goes on from what was saved, if there is such. */
  private void open() {
    isOpened = true;
    Optional<LiveNetwork> kept = snapshots.flatMap(each -> each.open(stored, zone));
    isSuspect = kept.isPresent();
    kept.ifPresent(this::begin);
  }

  private boolean isDamaged() {
    return isSuspect && snapshots.map(TraceSnapshots::isDamaged).orElse(false);
  }

  private void begin(TraceNetwork anew) {
    network = anew;
    saved = anew.position();
    unknownTo = saved;
    changed.clear();
    followed = 0;
  }

  /** What was opened must be whole before it goes into other files. */
  private void save() {
    if (network.position() > saved
        && snapshots.isPresent()
        && (!isSuspect || snapshots.get().awaitWhole())) {
      snapshots.get().save(network);
      saved = network.position();
    }
  }

  /** Keeps the network for the next start. */
  @Override
  public synchronized void close() {
    save();
    snapshots.ifPresent(TraceSnapshots::close);
  }
}
