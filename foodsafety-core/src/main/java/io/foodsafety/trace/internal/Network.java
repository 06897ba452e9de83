package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.LiveGraph;
import io.foodsafety.trace.internal.graph.TimedGraphBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Holdings and processes, in every version that somebody may still read, and the graph of the links
 * between them. One thread writes; any number of threads read, each a {@link Snapshot} of one
 * position, and none ever waits.
 */
final class Network {

  /** A delta of the graph is merged when it is this part of the whole, and not small. */
  private static final int REBASE_SHARE = 10;

  private static final int REBASE_EDGES = 50_000;

  /**
   * What readers see.
   *
   * @param version of which each change has its own
   * @param position the position of the log that it stands for
   * @param graph the links
   */
  private record Published(long version, long position, GraphSnapshot graph) {}

  private final Map<Holding, Node.OfHolding> holdings = new ConcurrentHashMap<>();
  private final Map<String, Node.OfProcess> processes = new ConcurrentHashMap<>();
  private final Map<String, GrowingList<Node.OfHolding>> byLot = new ConcurrentHashMap<>();

  /** By lot, where it was created or made. */
  private final Map<String, Versions<List<Node.OfHolding>>> origins = new ConcurrentHashMap<>();

  private final Map<String, GrowingList<Node.OfHolding>> byParty = new ConcurrentHashMap<>();
  private final Pages<Node.OfHolding> nodes = new Pages<>();
  private final Pages<OwnEdge> edges = new Pages<>();
  private final LiveGraph graph = new LiveGraph(new TimedGraphBuilder().build());
  private final ConcurrentSkipListMap<Long, Integer> readers = new ConcurrentSkipListMap<>();
  private volatile Published published = new Published(0, 0, graph.snapshot());
  private int nextLink;
  private int edgeCount;

  /** The records of one position, however many are written meanwhile. */
  final class Snapshot implements AutoCloseable {
    private final Published seen;

    private Snapshot(Published seen) {
      this.seen = seen;
    }

    long position() {
      return seen.position();
    }

    GraphSnapshot graph() {
      return seen.graph();
    }

    /** The node of a holding that is known. */
    int node(Holding holding) {
      return Objects.requireNonNull(holdings.get(holding)).id();
    }

    /** All that is known of the holding of a node. */
    HoldingRecord record(int node) {
      return record(Objects.requireNonNull(nodes.get(node)));
    }

    private HoldingRecord record(Node.OfHolding node) {
      HoldingRecord found = Versions.at(node.versions(), seen.version());
      return found == null ? new HoldingRecord(node.holding(), List.of()) : found;
    }

    /** What makes the edges with a link. */
    OwnEdge edge(int link) {
      return Objects.requireNonNull(edges.get(link));
    }

    /** All that is known of a holding; an empty record if nothing is. */
    HoldingRecord holding(Holding holding) {
      Node.OfHolding node = holdings.get(holding);
      return node == null ? new HoldingRecord(holding, List.of()) : record(node);
    }

    ProcessRecord process(String key) {
      Node.OfProcess node = processes.get(key);
      ProcessRecord found = node == null ? null : Versions.at(node.versions(), seen.version());
      return found == null ? ProcessRecord.EMPTY : found;
    }

    /** Whether a lot and a party were ever recorded, not necessarily together. */
    boolean knows(String lot, String party) {
      return byLot.containsKey(lot) && byParty.containsKey(party);
    }

    /** The holdings of a lot, in order of party. */
    List<Holding> ofLot(String lot) {
      List<Holding> holdings = new ArrayList<>();
      recordsOf(lot).forEach(record -> holdings.add(record.holding()));
      holdings.sort(Comparator.comparing(Holding::party));
      return holdings;
    }

    /** The holdings of a lot of which something is recorded at the position, in no order. */
    List<HoldingRecord> recordsOf(String lot) {
      GrowingList<Node.OfHolding> all = byLot.get(lot);
      List<HoldingRecord> records = new ArrayList<>();
      if (all != null) {
        for (Node.OfHolding node : all.elements()) {
          HoldingRecord record = record(node);
          if (!record.entries().isEmpty()) {
            records.add(record);
          }
        }
      }
      return records;
    }

    /** The holdings of a lot that were created or made, in no order. */
    List<HoldingRecord> originsOf(String lot) {
      List<Node.OfHolding> all = Versions.at(origins.get(lot), seen.version());
      return all == null ? List.of() : all.stream().map(this::record).toList();
    }

    private boolean isAlive(GrowingList<Node.OfHolding> all) {
      for (Node.OfHolding node : all.elements()) {
        if (!record(node).entries().isEmpty()) {
          return true;
        }
      }
      return false;
    }

    /** All lots, in no order. */
    List<String> lots() {
      return alive(byLot);
    }

    /** All parties, in no order. */
    List<String> parties() {
      return alive(byParty);
    }

    private List<String> alive(Map<String, GrowingList<Node.OfHolding>> index) {
      List<String> keys = new ArrayList<>();
      index.forEach(
          (key, all) -> {
            if (isAlive(all)) {
              keys.add(key);
            }
          });
      return keys;
    }

    /** Ends the reading, so that older versions can be dropped. */
    @Override
    public void close() {
      leave(seen.version());
    }
  }

  /** The network as it is now. */
  Snapshot snapshot() {
    while (true) {
      Published now = published;
      readers.merge(now.version(), 1, Integer::sum);
      // Else the writer may have dropped what this reader needs before it saw the reader.
      if (now.equals(published)) {
        return new Snapshot(now);
      }
      leave(now.version());
    }
  }

  private void leave(long version) {
    readers.computeIfPresent(version, (unused, count) -> count == 1 ? null : count - 1);
  }

  long position() {
    return published.position();
  }

  private long oldestReader() {
    Map.Entry<Long, Integer> first = readers.firstEntry();
    return first == null ? published.version() : Math.min(published.version(), first.getKey());
  }

  /** Replaces a record, for readers that come after the next {@link #publish}. */
  void put(HoldingRecord changed) {
    long since = published.version() + 1;
    Node.OfHolding node = node(changed.holding());
    Versions<HoldingRecord> before = node.versions();
    node.versions(Versions.next(before, changed, since, oldestReader()));
    if (before == null) {
      append(byLot, changed.holding().lot(), node);
      append(byParty, changed.holding().party(), node);
    }
    putOrigin(node, changed, since);
    putEdges(node, changed);
  }

  private void putOrigin(Node.OfHolding node, HoldingRecord changed, long since) {
    if (node.isOrigin() != changed.hasOrigin()) {
      node.isOrigin(changed.hasOrigin());
      String lot = changed.holding().lot();
      Versions<List<Node.OfHolding>> before = origins.get(lot);
      List<Node.OfHolding> now = new ArrayList<>(1);
      if (before != null) {
        now.addAll(before.newest());
      }
      if (changed.hasOrigin()) {
        now.add(node);
      } else {
        now.remove(node);
      }
      origins.put(lot, Versions.next(before, List.copyOf(now), since, oldestReader()));
    }
  }

  private Node.OfHolding node(Holding holding) {
    Node.OfHolding known = holdings.get(holding);
    if (known != null) {
      return known; // without the lock that the call below takes
    }
    return holdings.computeIfAbsent(
        holding,
        unused -> {
          int id = graph.addNode();
          Node.OfHolding node = new Node.OfHolding(id, holding);
          nodes.set(id, node);
          return node;
        });
  }

  private Node.OfProcess process(String key) {
    return processes.computeIfAbsent(key, unused -> new Node.OfProcess(graph.addHub()));
  }

  private static void append(
      Map<String, GrowingList<Node.OfHolding>> index, String key, Node.OfHolding node) {
    index.computeIfAbsent(key, unused -> new GrowingList<>()).add(node);
  }

  /** Takes out the edges that the record no longer makes, and puts in those that it makes now. */
  private void putEdges(Node.OfHolding node, HoldingRecord changed) {
    List<OwnEdge> before = node.edges();
    List<OwnEdge> now = edgesOf(changed);
    int first = 0;
    int end = now.size();
    int endBefore = before.size();
    while (first < Math.min(end, endBefore) && now.get(first).equals(before.get(first))) {
      now.set(first, before.get(first));
      first++;
    }
    while (end > first && endBefore > first && now.get(end - 1).equals(before.get(endBefore - 1))) {
      now.set(--end, before.get(--endBefore));
    }
    Map<OwnEdge, OwnEdge> gone = new LinkedHashMap<>();
    before.subList(first, endBefore).forEach(edge -> gone.put(edge, edge));
    for (int i = first; i < end; i++) {
      OwnEdge known = gone.remove(now.get(i));
      if (known == null) {
        add(node, now.get(i));
      } else {
        now.set(i, known);
      }
    }
    gone.values().forEach(edge -> remove(node, edge));
    node.edges(List.copyOf(now));
  }

  /** The edges that a record makes, each once. */
  private static List<OwnEdge> edgesOf(HoldingRecord record) {
    List<OwnEdge> edges = new ArrayList<>();
    for (Entry entry : record.entries()) {
      if (entry.type() == EntryType.DISPATCHED) {
        for (Partner other : entry.partners()) {
          addOnce(edges, new OwnEdge(entry, Optional.of(other)));
        }
      } else if (entry.process().isPresent()) {
        addOnce(edges, new OwnEdge(entry, Optional.empty()));
      }
    }
    return edges;
  }

  /** Adds an edge to a list in which those of one event stand side by side. */
  private static void addOnce(List<OwnEdge> edges, OwnEdge edge) {
    for (int i = edges.size() - 1; i >= 0; i--) {
      OwnEdge other = edges.get(i);
      if (!other.entry().event().equals(edge.entry().event())) {
        break;
      }
      if (other.equals(edge)) {
        return;
      }
    }
    edges.add(edge);
  }

  private void add(Node.OfHolding node, OwnEdge edge) {
    int link = nextLink++;
    edge.link(link);
    edges.set(link, edge);
    int other = otherEnd(node, edge);
    boolean leadsOn = edge.leadsOn();
    graph.addEdge(
        leadsOn ? node.id() : other, leadsOn ? other : node.id(), edge.lo(), edge.hi(), link);
    edgeCount++;
  }

  private void remove(Node.OfHolding node, OwnEdge edge) {
    int other = otherEnd(node, edge);
    boolean leadsOn = edge.leadsOn();
    graph.remove(leadsOn ? node.id() : other, leadsOn ? other : node.id(), edge.link());
    edgeCount--;
  }

  /** The node to which an edge of a holding leads, or from which it comes. */
  private int otherEnd(Node.OfHolding node, OwnEdge edge) {
    return edge.partner().isPresent()
        ? node(new Holding(node.holding().lot(), edge.partner().get().party())).id()
        : process(edge.entry().process().orElseThrow()).id();
  }

  void put(String key, ProcessRecord changed) {
    long since = published.version() + 1;
    Node.OfProcess node = process(key);
    node.versions(Versions.next(node.versions(), changed, since, oldestReader()));
  }

  /** Shows all that was put to readers that come from now on. */
  void publish(long position) {
    published = new Published(published.version() + 1, position, graph.publish());
    int changes = published.graph().addedEdges() + published.graph().removedEdges();
    if (changes > REBASE_EDGES && changes > edgeCount / REBASE_SHARE) {
      graph.rebase();
      published = new Published(published.version(), position, graph.snapshot());
    }
  }
}
