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
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A network that is written by one thread at a time while others read it. */
public final class LiveNetwork implements TraceNetwork {

  /** A base is made of more changes than this. */
  private static final int REBASE_FROM = 50_000;

  private final Names names;
  private final TimeAxis axis;
  private final EventLog log;
  private final Network network;
  private final Resolver resolver;

  /** The id of the last event of those that came last; no event has an empty one. */
  private String last = "";

  /**
   * A network without events.
   *
   * @param zone the zone in which dates lie
   */
  public LiveNetwork(ZoneId zone) {
    this(zone, REBASE_FROM);
  }

  /**
   * A network without events that moves what it knows into columns more or less often.
   *
   * @param zone the zone in which dates lie
   * @param rebaseFrom after more changes than this, if they are not few beside the rest
   */
  public LiveNetwork(ZoneId zone, int rebaseFrom) {
    this.names = new Names();
    this.axis = new TimeAxis(zone);
    this.log = new EventLog(names, axis);
    this.network = new Network(names, log, rebaseFrom);
    this.resolver = new Resolver(names, log, network, axis);
  }

  private LiveNetwork(ColumnReader columns, ZoneId zone, int rebaseFrom, Position position)
      throws IOException {
    Names names = Names.open(columns);
    this.names = names;
    this.last = position.last();
    this.axis = new TimeAxis(zone);
    this.log = EventLog.open(columns, names, axis);
    this.network = Network.open(columns, names, log, rebaseFrom, position.value());
    this.resolver = Resolver.open(columns, names, log, network, axis);
  }

  /**
   * The network that was saved in a directory, without a look at all of it.
   *
   * @param columns the directory; what it opens here is for {@link ColumnReader#check}
   * @param zone the zone in which dates lie
   * @throws IOException if the directory cannot be read, is of another version or zone, or holds
   *     what cannot be a network
   */
  public static LiveNetwork open(ColumnReader columns, ZoneId zone) throws IOException {
    return open(columns, zone, REBASE_FROM);
  }

  /** As {@link #open(ColumnReader, ZoneId)}; see {@link #LiveNetwork(ZoneId, int)}. */
  public static LiveNetwork open(ColumnReader columns, ZoneId zone, int rebaseFrom)
      throws IOException {
    try {
      return new LiveNetwork(columns, zone, rebaseFrom, Position.open(columns, zone));
    } catch (RuntimeException e) {
      throw new IOException("The directory holds no network: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void save(Path directory) throws IOException {
    Position position = new Position(network.position(), last);
    ColumnWriter.save(
        directory,
        columns -> {
          position.save(columns, axis.zone());
          names.save(columns);
          log.save(columns);
          network.save(columns);
          resolver.save(columns);
        });
  }

  /** Whether an event is the last of those that were taken last, with this content. */
  public synchronized boolean isLast(TraceEvent event) {
    int taken = log.find(event.id());
    return event.id().equals(last) && taken != Dictionary.NONE && log.isSame(taken, event);
  }

  /** The codes of all lots that any event ever named, in no order. */
  public synchronized List<String> lots() {
    return IntStream.range(0, names.lots().size()).mapToObj(names.lots()::get).toList();
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
      int taken = log.find(event.id());
      TraceEvent known = fresh.get(event.id());
      if (taken != Dictionary.NONE ? !log.isSame(taken, event) : differs(known, event)) {
        throw new IllegalArgumentException(
            "The trace event (%s) is known with other content.".formatted(event.id()));
      }
      if (taken == Dictionary.NONE) {
        fresh.put(event.id(), event);
      }
    }
    if (!events.isEmpty()) {
      last = events.get(events.size() - 1).id();
    }
    return resolver.take(fresh.values(), position);
  }

  private static boolean differs(@Nullable TraceEvent known, TraceEvent event) {
    return known != null && !known.equals(event);
  }

  @Override
  public long position() {
    return network.position();
  }

  @Override
  public boolean knows(TraceStart start) {
    try (Snapshot snapshot = network.snapshot()) {
      return !Starts.of(snapshot, start).isEmpty();
    }
  }

  @Override
  public TraceResult trace(TraceQuery query) {
    try (Snapshot snapshot = network.snapshot()) {
      return new TraceRun(snapshot, axis, query).result();
    }
  }

  @Override
  public Optional<TracePath> path(Holding from, Holding to, boolean strict) {
    try (Snapshot snapshot = network.snapshot()) {
      return new PathRun(snapshot).path(from, to, strict);
    }
  }

  @Override
  public RecallScope recall(TraceStart start) {
    try (Snapshot snapshot = network.snapshot()) {
      return new RecallRun(snapshot, axis, start).scope();
    }
  }

  @Override
  public OutbreakScores outbreak(OutbreakCases cases) {
    try (Snapshot snapshot = network.snapshot()) {
      return new OutbreakRun(snapshot, axis, cases).scores();
    }
  }

  @Override
  public TraceGaps gaps(Optional<String> lot) {
    try (Snapshot snapshot = network.snapshot()) {
      List<TraceFinding> findings = new ArrayList<>();
      lot.map(List::of)
          .orElseGet(snapshot::lots)
          .forEach(each -> findings.addAll(Findings.of(snapshot, each)));
      findings.sort(TraceFinding.ORDER);
      return new TraceGaps(snapshot.position(), findings);
    }
  }
}
