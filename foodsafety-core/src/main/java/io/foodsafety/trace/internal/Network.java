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
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holdings and processes, in every version that somebody may still read, and the graph of the links
 * between them. One thread writes; any number of threads read, each a {@link Snapshot} of one
 * position, and none ever waits.
 */
final class Network {

  /** A delta of the graph is merged when it is this part of the whole, and not small. */
  private static final int REBASE_SHARE = 10;

  private static final int REBASE_EDGES = 10_000;

  /** Fewer new holdings or parties get no ranks. */
  private static final int RANKED_AT_ONCE = 4096;

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
  private final Map<String, Lot> lots = new ConcurrentHashMap<>();
  private final Map<String, Party> parties = new ConcurrentHashMap<>();
  private final Pages<Node.OfHolding> nodes = new Pages<>();
  private final Pages<HoldingRecord> records = new Pages<>();
  private final Pages<Party> partiesByNumber = new Pages<>();
  private final Pages<OwnEdge> edges = new Pages<>();
  private final LiveGraph graph = new LiveGraph(new TimedGraphBuilder().build());
  private final ConcurrentSkipListMap<Long, Integer> readers = new ConcurrentSkipListMap<>();
  private volatile Ranks holdingRanks = Ranks.NONE;
  private volatile Ranks partyRanks = Ranks.NONE;
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

    /** Sorts nodes that are holdings by lot, then party. */
    void sort(int[] some, int from, int to) {
      holdingRanks.sort(some, from, to, Network.this::compareNodes);
    }

    /** Sorts numbers of parties by their ids. */
    void sortParties(int[] some, int from, int to) {
      partyRanks.sort(some, from, to, Network.this::compareParties);
    }

    /** The party with a number. */
    Party partyOf(int number) {
      return Network.this.partyOf(number);
    }

    /** All that is known of the holding of a node that the graph knows at this position. */
    HoldingRecord record(int node) {
      return Objects.requireNonNull(find(node));
    }

    private @Nullable HoldingRecord find(int node) {
      return Version.at(records.get(node), seen.version());
    }

    /** What makes the edges with a link. */
    OwnEdge edge(int link) {
      return Objects.requireNonNull(edges.get(link));
    }

    /** All that is known of a holding; nothing if there are no entries. */
    Optional<HoldingRecord> record(Holding holding) {
      Node.OfHolding node = holdings.get(holding);
      return Optional.ofNullable(node == null ? null : find(node.id()))
          .filter(record -> !record.entries().isEmpty());
    }

    ProcessRecord process(String key) {
      Node.OfProcess node = processes.get(key);
      Versions<ProcessRecord> found =
          node == null ? null : Version.at(node.versions(), seen.version());
      return found == null ? ProcessRecord.EMPTY : found.value();
    }

    /** Whether a lot and a party were ever recorded, not necessarily together. */
    boolean knows(String lot, String party) {
      return lots.containsKey(lot) && parties.containsKey(party);
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
      Lot all = lots.get(lot);
      List<HoldingRecord> records = new ArrayList<>();
      if (all != null) {
        for (Node.OfHolding node : all.holdings().elements()) {
          HoldingRecord record = find(node.id());
          if (record != null && !record.entries().isEmpty()) {
            records.add(record);
          }
        }
      }
      return records;
    }

    /** The holdings of a lot that were created or made, in no order. */
    List<HoldingRecord> originsOf(Lot lot) {
      Versions<List<Node.OfHolding>> all = Version.at(lot.origins(), seen.version());
      return all == null ? List.of() : all.value().stream().map(node -> record(node.id())).toList();
    }

    /** A lot; nothing if it was never recorded. */
    Optional<Lot> lot(String code) {
      return Optional.ofNullable(lots.get(code));
    }

    private boolean isAlive(GrowingList<Node.OfHolding> all) {
      for (Node.OfHolding node : all.elements()) {
        HoldingRecord record = find(node.id());
        if (record != null && !record.entries().isEmpty()) {
          return true;
        }
      }
      return false;
    }

    /** All lots, in no order. */
    List<String> lots() {
      List<String> codes = new ArrayList<>();
      for (Lot lot : lots.values()) {
        if (isAlive(lot.holdings())) {
          codes.add(lot.code());
        }
      }
      return codes;
    }

    /** All parties, in no order. */
    List<String> parties() {
      List<String> codes = new ArrayList<>();
      for (Party party : parties.values()) {
        if (isAlive(party.holdings())) {
          codes.add(party.code());
        }
      }
      return codes;
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
  void put(Holding holding, List<Entry> entries) {
    long since = published.version() + 1;
    Node.OfHolding node = node(holding);
    HoldingRecord before = records.get(node.id());
    HoldingRecord changed = new HoldingRecord(node, entries, before, since, oldestReader());
    records.set(node.id(), changed);
    if (before == null) {
      node.lot().holdings().add(node);
      node.party().holdings().add(node);
    }
    putOrigin(node, changed, since);
    putEdges(node, changed);
  }

  private void putOrigin(Node.OfHolding node, HoldingRecord changed, long since) {
    if (node.isOrigin() != changed.hasOrigin()) {
      node.isOrigin(changed.hasOrigin());
      Versions<List<Node.OfHolding>> before = node.lot().origins();
      List<Node.OfHolding> now = new ArrayList<>(1);
      if (before != null) {
        now.addAll(before.value());
      }
      if (changed.hasOrigin()) {
        now.add(node);
      } else {
        now.remove(node);
      }
      node.lot().origins(new Versions<>(before, List.copyOf(now), since, oldestReader()));
    }
  }

  private Node.OfHolding node(Holding holding) {
    Node.OfHolding known = holdings.get(holding);
    if (known != null) {
      return known; // without the lock that the call below takes
    }
    Lot lot = lots.computeIfAbsent(holding.lot(), Lot::new);
    int id = graph.addNode();
    Node.OfHolding node = new Node.OfHolding(id, holding, lot, party(holding.party()));
    nodes.set(id, node);
    holdings.put(holding, node);
    return node;
  }

  private Party party(String code) {
    Party known = parties.get(code);
    if (known != null) {
      return known;
    }
    Party party = new Party(parties.size(), code, new GrowingList<>());
    partiesByNumber.set(party.number(), party);
    parties.put(code, party);
    return party;
  }

  private Party partyOf(int number) {
    return Objects.requireNonNull(partiesByNumber.get(number));
  }

  /** Nodes of processes, which nobody asks for, come first. */
  private int compareNodes(int one, int other) {
    Node.OfHolding left = nodes.get(one);
    Node.OfHolding right = nodes.get(other);
    if (left == null) {
      return right == null ? Integer.compare(one, other) : -1;
    }
    return right == null ? 1 : HoldingRecord.ORDER.compare(left.holding(), right.holding());
  }

  private int compareParties(int one, int other) {
    return partyOf(one).code().compareTo(partyOf(other).code());
  }

  private Node.OfProcess process(String key) {
    return processes.computeIfAbsent(key, unused -> new Node.OfProcess(graph.addHub()));
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
    node.versions(new Versions<>(node.versions(), changed, since, oldestReader()));
  }

  /** Shows all that was put to readers that come from now on. */
  void publish(long position) {
    holdingRanks = extended(holdingRanks, graph.nodes(), this::compareNodes);
    partyRanks = extended(partyRanks, parties.size(), this::compareParties);
    published = new Published(published.version() + 1, position, graph.publish());
    int changes = published.graph().addedEdges() + published.graph().removedEdges();
    if (changes > REBASE_EDGES && changes > edgeCount / REBASE_SHARE) {
      graph.rebase();
      published = new Published(published.version(), position, graph.snapshot());
    }
  }

  private static Ranks extended(Ranks known, int count, IntBinaryOperator order) {
    int missing = count - known.size();
    return missing > RANKED_AT_ONCE && missing > known.size() / REBASE_SHARE
        ? known.extended(count, order)
        : known;
  }
}
