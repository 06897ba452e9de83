package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Holdings and processes, in every version that somebody may still read. One thread writes; any
 * number of threads read, each a {@link Snapshot} of one position, and none ever waits.
 */
final class Network {

  private final Map<Holding, Versions<HoldingRecord>> holdings = new ConcurrentHashMap<>();
  private final Map<String, Versions<ProcessRecord>> processes = new ConcurrentHashMap<>();
  private final Map<String, Versions<List<Holding>>> byLot = new ConcurrentHashMap<>();
  private final Map<String, Versions<List<Holding>>> byParty = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, Integer> readers = new ConcurrentSkipListMap<>();
  private volatile Published published = new Published(0, 0);

  /**
   * What readers see: a version, of which each change has its own, and the position it stands for.
   */
  private record Published(long version, long position) {}

  /** The records of one position, however many are written meanwhile. */
  final class Snapshot implements AutoCloseable {
    private final long at;
    private final long position;

    private Snapshot(Published seen) {
      this.at = seen.version();
      this.position = seen.position();
    }

    long position() {
      return position;
    }

    /** All that is known of a holding; an empty record if nothing is. */
    HoldingRecord holding(Holding holding) {
      HoldingRecord found = Versions.at(holdings.get(holding), at);
      return found == null ? new HoldingRecord(holding, List.of()) : found;
    }

    ProcessRecord process(String key) {
      ProcessRecord found = Versions.at(processes.get(key), at);
      return found == null ? ProcessRecord.EMPTY : found;
    }

    /** The holdings of a lot, in order of party. */
    List<Holding> ofLot(String lot) {
      return alive(byLot.get(lot), Comparator.comparing(Holding::party));
    }

    /** The holdings of a party, in order of lot. */
    List<Holding> ofParty(String party) {
      return alive(byParty.get(party), Comparator.comparing(Holding::lot));
    }

    private List<Holding> alive(
        @Nullable Versions<List<Holding>> versions, Comparator<Holding> order) {
      List<Holding> found = Versions.at(versions, at);
      return found == null
          ? List.of()
          : found.stream()
              .filter(each -> !holding(each).entries().isEmpty())
              .sorted(order)
              .toList();
    }

    /** All lots, in no order. */
    List<String> lots() {
      return byLot.keySet().stream().filter(lot -> !ofLot(lot).isEmpty()).toList();
    }

    /** All parties, in no order. */
    List<String> parties() {
      return byParty.keySet().stream().filter(party -> !ofParty(party).isEmpty()).toList();
    }

    /** Ends the reading, so that older versions can be dropped. */
    @Override
    public void close() {
      readers.computeIfPresent(at, (unused, count) -> count == 1 ? null : count - 1);
    }
  }

  /** The network as it is now. */
  Snapshot snapshot() {
    while (true) {
      Published now = published;
      readers.merge(now.version(), 1, Integer::sum);
      // Else the writer may have dropped what this reader needs before it saw the reader.
      if (now == published) {
        return new Snapshot(now);
      }
      readers.computeIfPresent(now.version(), (unused, count) -> count == 1 ? null : count - 1);
    }
  }

  private long oldestReader() {
    Map.Entry<Long, Integer> first = readers.firstEntry();
    return first == null ? published.version() : Math.min(published.version(), first.getKey());
  }

  /** Replaces a record, for readers that come after the next {@link #publish}. */
  void put(HoldingRecord changed) {
    Holding holding = changed.holding();
    long since = published.version() + 1;
    Versions<HoldingRecord> before = holdings.get(holding);
    holdings.put(holding, Versions.next(before, changed, since, oldestReader()));
    if (before == null) {
      append(byLot, holding.lot(), holding, since);
      append(byParty, holding.party(), holding, since);
    }
  }

  private void append(
      Map<String, Versions<List<Holding>>> index, String key, Holding holding, long since) {
    Versions<List<Holding>> before = index.get(key);
    List<Holding> old = Versions.at(before, Long.MAX_VALUE);
    List<Holding> all = new ArrayList<>(old == null ? List.of() : old);
    all.add(holding);
    index.put(key, Versions.next(before, List.copyOf(all), since, oldestReader()));
  }

  void put(String process, ProcessRecord changed) {
    long since = published.version() + 1;
    processes.put(process, Versions.next(processes.get(process), changed, since, oldestReader()));
  }

  /** Shows all that was put to readers that come from now on. */
  void publish(long newPosition) {
    published = new Published(published.version() + 1, newPosition);
  }

  long position() {
    return published.position();
  }
}
