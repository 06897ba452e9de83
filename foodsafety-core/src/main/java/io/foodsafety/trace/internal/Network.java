package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.LiveGraph;
import io.foodsafety.trace.internal.graph.NodeSet;
import io.foodsafety.trace.internal.graph.TimedGraph;
import io.foodsafety.trace.internal.graph.TimedGraphBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntBinaryOperator;

/**
 * Holdings and processes, and the graph of the links between them. Most lie in a base of columns
 * that does not change; what was put since, in every version that somebody may still read, lies
 * beside it until it moves into the next base. One thread writes; any number of threads read, each
 * a {@link Snapshot} of one position, and none ever waits.
 */
final class Network {

  /** What was put since the base moves into a new one when it is this part of the whole. */
  private static final int REBASE_SHARE = 10;

  /** Fewer new holdings or parties get no ranks. */
  private static final int RANKED_AT_ONCE = 4096;

  private final Codes codes;
  private final Nodes nodes;
  private final LiveGraph graph;
  private final int rebaseFrom;
  private final Records records;
  private final RecordEdges edges;
  private final ConcurrentSkipListMap<Long, Integer> readers = new ConcurrentSkipListMap<>();
  private volatile Decoded decoded = Decoded.NONE;
  private volatile Ranks holdingRanks = Ranks.NONE;
  private volatile Ranks partyRanks = Ranks.NONE;
  private RecordBase base;
  private Map<Integer, Versions<byte[]>> changed = new ConcurrentHashMap<>();
  private NodeSet changedNodes = new NodeSet(0);
  private volatile Published published;

  /**
   * A network without holdings.
   *
   * @param names the codes
   * @param log the events, of which holdings are made
   * @param rebaseFrom a base is made of more changes than this, if they are not few beside the rest
   */
  Network(Names names, EventLog log, int rebaseFrom) {
    this(
        new Codes(names, new Nodes(names), new Links(), log),
        rebaseFrom,
        new TimedGraphBuilder().build(),
        new RecordBase().whole(),
        0);
  }

  private Network(Codes codes, int rebaseFrom, TimedGraph graph, RecordBase base, long position) {
    this.codes = codes;
    this.nodes = codes.nodes();
    this.rebaseFrom = rebaseFrom;
    this.graph = new LiveGraph(graph);
    this.base = base;
    this.records = new Records(codes.names(), nodes, codes.log().reader());
    this.edges = new RecordEdges(codes, this.graph, records, graph.edges());
    this.published = new Published(0, position, this.graph.snapshot(), base, changed, changedNodes);
  }

  /** The network that was saved at a position. */
  static Network open(
      ColumnReader columns, Names names, EventLog log, int rebaseFrom, long position)
      throws IOException {
    Network network =
        new Network(
            new Codes(names, new Nodes(columns, names), new Links(columns), log),
            rebaseFrom,
            TimedGraph.open(columns),
            RecordBase.open(columns),
            position);
    network.holdingRanks = Ranks.open(columns, "holdings");
    network.partyRanks = Ranks.open(columns, "parties");
    return network;
  }

  /** For the writer: writes the network as it was last published. */
  void save(ColumnWriter columns) throws IOException {
    rebase();
    nodes.save(columns);
    codes.links().save(columns);
    graph.save(columns);
    base.save(columns);
    holdingRanks.save(columns, "holdings");
    partyRanks.save(columns, "parties");
  }

  /** The network as it is now. */
  Snapshot snapshot() {
    while (true) {
      Published now = published;
      readers.merge(now.version(), 1, Integer::sum);
      // Else the writer may have dropped what this reader needs before it saw the reader.
      if (now.version() == published.version()) {
        return new Snapshot(now, codes, holdingRanks, partyRanks, decoded, this::leave);
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

  /** For the writer: the node of a lot and a party, which is made if there is none. */
  int node(int lot, int party) {
    return edges.node(lot, party);
  }

  /** For the writer: the node of a process, which is made if there is none. */
  int process(int process) {
    return edges.process(process);
  }

  Nodes nodes() {
    return nodes;
  }

  /** For the writer: decodes records, also those that are not published. */
  Records records() {
    return records;
  }

  /** For the writer: the record of a node as it was last put. */
  byte[] packed(int node) {
    Versions<byte[]> since = changed.get(node);
    return since == null ? base.get(node) : since.value();
  }

  /** Replaces a record, for readers that come after the next {@link #publish}. */
  void put(int node, List<Group> before, List<Group> now) {
    edges.replace(node, before, now, published.graph());
    byte[] packed = Packed.ofGroups(now);
    if ((Packed.types(packed) & EntryType.ORIGINS) != 0) {
      nodes.addOrigin(node);
    }
    put(node, packed);
  }

  /** Replaces the record of a process. */
  void put(int process, Packed.Parts now) {
    put(process, Packed.ofParts(now));
  }

  private void put(int node, byte[] packed) {
    long since = published.version() + 1;
    changed.put(node, new Versions<>(changed.get(node), packed, since, oldestReader()));
    changedNodes.add(node);
  }

  /** Shows all that was put to readers that come from now on. */
  void publish(long position) {
    holdingRanks = extended(holdingRanks, nodes.size(), nodes::compare);
    Dictionary parties = codes.names().parties();
    partyRanks = extended(partyRanks, parties.size(), parties::compare);
    decoded = decoded.grownFor(nodes.size());
    show(published.version() + 1, position, graph.publish());
    int changes = published.graph().addedEdges() + published.graph().removedEdges();
    if ((changes > rebaseFrom && changes > edges.count() / REBASE_SHARE)
        || (changed.size() > rebaseFrom && changed.size() > nodes.size() / REBASE_SHARE)) {
      rebase();
    }
  }

  private static Ranks extended(Ranks known, int count, IntBinaryOperator order) {
    int missing = count - known.size();
    return missing > RANKED_AT_ONCE && missing > known.size() / REBASE_SHARE
        ? known.extended(count, order)
        : known;
  }

  private void show(long version, long position, GraphSnapshot links) {
    published = new Published(version, position, links, base, changed, changedNodes);
  }

  /** Moves all that is published into a new base. Who reads the old one goes on reading it. */
  private void rebase() {
    RecordBase next = new RecordBase();
    for (int node = 0; node < nodes.size(); node++) {
      Versions<byte[]> since = changed.get(node);
      if (since == null) {
        next.add(base, node);
      } else {
        next.add(since.value());
      }
    }
    graph.rebase();
    RecordBase old = base;
    base = next.whole();
    base.marks().addAll(old.marks(), old.size(), node -> !changedNodes.contains(node));
    changed = new ConcurrentHashMap<>();
    changedNodes = new NodeSet(0);
    decoded = Decoded.NONE.grownFor(nodes.size()); // what is decoded would hold the old base
    show(published.version(), published.position(), graph.snapshot());
  }
}
