package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.LiveGraph;
import io.foodsafety.trace.internal.graph.TimedGraph;
import io.foodsafety.trace.internal.graph.TimedGraphBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Processes that a snapshot keeps as objects. */
  private static final int KEPT_PROCESSES = 20_000;

  /**
   * What readers see.
   *
   * @param version of which each change has its own
   * @param position the position of the log that it stands for
   * @param graph the links
   * @param base the records of most nodes
   * @param changed the records that were put since the base, by node, packed
   */
  private record Published(
      long version,
      long position,
      GraphSnapshot graph,
      RecordBase base,
      Map<Integer, Versions<byte[]>> changed) {

    byte[] packed(int node) {
      Versions<byte[]> since = Version.at(changed.get(node), version);
      return since == null ? base.get(node) : since.value();
    }
  }

  private final Names names;
  private final EventLog log;
  private final Nodes nodes;
  private final Links links;
  private final LiveGraph graph;
  private final int rebaseFrom;
  private final Records records;
  private final ConcurrentSkipListMap<Long, Integer> readers = new ConcurrentSkipListMap<>();
  private volatile Decoded decoded = Decoded.NONE;
  private volatile Ranks holdingRanks = Ranks.NONE;
  private volatile Ranks partyRanks = Ranks.NONE;
  private RecordBase base;
  private Map<Integer, Versions<byte[]>> changed = new ConcurrentHashMap<>();
  private volatile Published published;
  private int edgeCount;

  /**
   * A network without holdings.
   *
   * @param names the codes
   * @param log the events, of which holdings are made
   * @param rebaseFrom a base is made of more changes than this, if they are not few beside the rest
   */
  Network(Names names, EventLog log, int rebaseFrom) {
    this(
        names,
        log,
        rebaseFrom,
        new Nodes(names),
        new Links(),
        new TimedGraphBuilder().build(),
        new RecordBase().whole(),
        0);
  }

  private Network(
      Names names,
      EventLog log,
      int rebaseFrom,
      Nodes nodes,
      Links links,
      TimedGraph graph,
      RecordBase base,
      long position) {
    this.names = names;
    this.log = log;
    this.rebaseFrom = rebaseFrom;
    this.nodes = nodes;
    this.links = links;
    this.graph = new LiveGraph(graph);
    this.base = base;
    this.edgeCount = graph.edges();
    this.records = new Records(names, nodes, log.reader());
    this.published = new Published(0, position, this.graph.snapshot(), base, changed);
  }

  /** The network that was saved at a position. */
  static Network open(
      ColumnReader columns, Names names, EventLog log, int rebaseFrom, long position)
      throws IOException {
    Network network =
        new Network(
            names,
            log,
            rebaseFrom,
            new Nodes(columns, names),
            new Links(columns),
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
    links.save(columns);
    graph.save(columns);
    base.save(columns);
    holdingRanks.save(columns, "holdings");
    partyRanks.save(columns, "parties");
  }

  /** The records of one position, however many are written meanwhile. For one thread. */
  final class Snapshot implements AutoCloseable {
    private final Published seen;
    private final Records decoder = new Records(names, nodes, log.reader());
    private final Map<Integer, ProcessRecord> processes = new HashMap<>();

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
      return nodes.find(holding);
    }

    /** Sorts nodes that are holdings by lot, then party. */
    void sort(int[] some, int from, int to) {
      holdingRanks.sort(some, from, to, nodes::compare);
    }

    /** Sorts numbers of parties by their ids. */
    void sortParties(int[] some, int from, int to) {
      partyRanks.sort(some, from, to, names.parties()::compare);
    }

    /** The id of the party with a number. */
    String party(int number) {
      return names.parties().get(number);
    }

    /** All that is known of the holding of a node. */
    HoldingRecord record(int node) {
      Versions<byte[]> since = Version.at(seen.changed().get(node), seen.version());
      Object source = since == null ? seen.base() : since;
      HoldingRecord known = decoded.find(node, source);
      if (known == null) {
        known = decoder.holding(node, since == null ? seen.base().get(node) : since.value());
        decoded.keep(node, source, known);
      }
      return known;
    }

    /** The ids of the events that make the edges with a link, one or two, in order. */
    List<String> events(int link) {
      int ref = links.event(link);
      int partner = links.partner(link);
      String event = decoder.event(ref);
      if (partner == 0 || partner == ref) {
        return List.of(event);
      }
      String other = decoder.event(partner);
      return event.compareTo(other) < 0 ? List.of(event, other) : List.of(other, event);
    }

    /** All that is known of a holding; nothing if there are no entries. */
    Optional<HoldingRecord> record(Holding holding) {
      int node = nodes.find(holding);
      return node == Nodes.NONE || !isAlive(node) ? Optional.empty() : Optional.of(record(node));
    }

    ProcessRecord process(String key) {
      int process = names.processes().find(key);
      int node = process == Dictionary.NONE ? Nodes.NONE : nodes.findProcess(process);
      if (node == Nodes.NONE) {
        return ProcessRecord.EMPTY;
      }
      ProcessRecord known = processes.get(node);
      if (known == null) {
        known = decoder.process(seen.packed(node));
        if (processes.size() == KEPT_PROCESSES) {
          processes.clear();
        }
        processes.put(node, known);
      }
      return known;
    }

    /** Whether a lot and a party were ever recorded, not necessarily together. */
    boolean knows(String lot, String party) {
      int lotNumber = names.lots().find(lot);
      int partyNumber = names.parties().find(party);
      return lotNumber != Dictionary.NONE
          && partyNumber != Dictionary.NONE
          && nodes.newest(lotNumber) != Nodes.NONE
          && nodes.knowsParty(partyNumber);
    }

    /** The holdings of a lot, in order of party. */
    List<Holding> ofLot(String lot) {
      List<Holding> holdings = new ArrayList<>();
      aliveOf(lot).forEach(node -> holdings.add(nodes.holding(node)));
      holdings.sort(Comparator.comparing(Holding::party));
      return holdings;
    }

    /** The holdings of a lot of which something is recorded at the position, in no order. */
    List<HoldingRecord> recordsOf(String lot) {
      return aliveOf(lot).stream().map(this::record).toList();
    }

    private List<Integer> aliveOf(String lot) {
      int number = names.lots().find(lot);
      List<Integer> alive = new ArrayList<>();
      if (number != Dictionary.NONE) {
        for (int node = nodes.newest(number); node != Nodes.NONE; node = nodes.before(node)) {
          if (isAlive(node)) {
            alive.add(node);
          }
        }
      }
      return alive;
    }

    private boolean isAlive(int node) {
      return seen.packed(node).length > 0;
    }

    /** The holdings of a lot that were created or made, in no order. */
    List<HoldingRecord> originsOf(String lot) {
      int number = names.lots().find(lot);
      if (number == Dictionary.NONE) {
        return List.of();
      }
      if (nodes.hasSeveralOrigins(number)) {
        return aliveOf(lot).stream().filter(this::isOrigin).map(this::record).toList();
      }
      int only = nodes.origin(number);
      return only != Nodes.NONE && isOrigin(only) ? List.of(record(only)) : List.of();
    }

    /** Whether a lot, by its number, was ever known to be created or made in several places. */
    boolean hadSeveralOrigins(int lot) {
      return nodes.hasSeveralOrigins(lot);
    }

    private boolean isOrigin(int node) {
      return (Packed.types(seen.packed(node)) & EntryType.ORIGINS) != 0;
    }

    /** All lots, in no order. */
    List<String> lots() {
      BitSet lots = new BitSet();
      for (int node = 0; node < seen.graph().nodes(); node++) {
        if (!nodes.isProcess(node) && isAlive(node)) {
          lots.set(nodes.lot(node));
        }
      }
      return lots.stream().mapToObj(names.lots()::get).toList();
    }

    /** All parties, in no order. */
    List<String> parties() {
      BitSet parties = new BitSet();
      for (int node = 0; node < seen.graph().nodes(); node++) {
        if (!nodes.isProcess(node) && isAlive(node)) {
          parties.set(nodes.owner(node));
        }
      }
      return parties.stream().mapToObj(names.parties()::get).toList();
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
      if (now.version() == published.version()) {
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

  /** For the writer: how a lot and a party are a node, which is made if there is none. */
  int node(int lot, int party) {
    int known = nodes.find(lot, party);
    if (known != Nodes.NONE) {
      return known;
    }
    nodes.add(lot, party);
    return graph.addNode();
  }

  /** For the writer: the node of a process, which is made if there is none. */
  int process(int process) {
    int known = nodes.findProcess(process);
    if (known != Nodes.NONE) {
      return known;
    }
    nodes.addProcess(process);
    return graph.addHub();
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
    putEdges(node, before, now);
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
  }

  /** Takes out the edges that the record no longer makes, and puts in those that it makes now. */
  private void putEdges(int node, List<Group> before, List<Group> now) {
    int first = 0;
    int end = now.size();
    int endBefore = before.size();
    while (first < Math.min(end, endBefore) && now.get(first).equals(before.get(first))) {
      first++;
    }
    while (end > first && endBefore > first && now.get(end - 1).equals(before.get(endBefore - 1))) {
      end--;
      endBefore--;
    }
    List<Group> out = before.subList(first, endBefore);
    List<Group> in = now.subList(first, end);
    if (!out.isEmpty()) {
      Set<Group> gone = new HashSet<>(out);
      in.forEach(gone::remove);
      remove(node, gone);
    }
    Set<Group> known = out.isEmpty() ? Set.of() : new HashSet<>(out);
    in.stream().filter(group -> !known.contains(group)).forEach(group -> add(node, group));
  }

  private static boolean makesEdges(Group group) {
    return group.type() == EntryType.DISPATCHED
        || group.type() == EntryType.USED
        || group.type() == EntryType.MADE;
  }

  private void add(int node, Group group) {
    if (!makesEdges(group)) {
      return;
    }
    Entry entry = records.entries(node, group).get(0);
    if (entry.process().isPresent()) {
      int process = process(names.processes().find(entry.process().get()));
      add(node, process, new OwnEdge(entry, Optional.empty()), links.add(group.ref(), 0));
    }
    for (int i = 0; i < entry.partners().size(); i++) {
      Partner partner = entry.partners().get(i);
      int other = node(nodes.lot(node), names.parties().find(partner.party()));
      int link = links.add(group.ref(), group.partnerRef(i));
      add(node, other, new OwnEdge(entry, Optional.of(partner)), link);
    }
  }

  private void add(int node, int other, OwnEdge edge, int link) {
    boolean leadsOn = edge.leadsOn();
    graph.addEdge(leadsOn ? node : other, leadsOn ? other : node, edge.lo(), edge.hi(), link);
    edgeCount++;
  }

  private void remove(int node, Set<Group> gone) {
    Set<Long> forward = new HashSet<>();
    Set<Long> backward = new HashSet<>();
    for (Group group : gone) {
      if (makesEdges(group)) {
        Set<Long> keys = group.type() == EntryType.MADE ? backward : forward;
        keys.add(key(group.ref(), 0));
        for (int i = 0; i < Math.max(1, group.partnerCount()); i++) {
          keys.add(key(group.ref(), group.partnerCount() == 0 ? group.ref() : group.partner(i)));
        }
      }
    }
    remove(node, Direction.FORWARD, forward);
    remove(node, Direction.BACKWARD, backward);
  }

  /** An edge of a node, by its events; those that other nodes make have other events. */
  private static long key(int event, int partner) {
    return ((long) event << Integer.SIZE) | (partner & 0xFFFFFFFFL);
  }

  private void remove(int node, Direction direction, Set<Long> keys) {
    if (keys.isEmpty()) {
      return;
    }
    EdgeCursor edges = published.graph().edges(direction);
    edges.moveTo(node);
    while (edges.next()) {
      int link = edges.link();
      if (keys.contains(key(links.event(link), links.partner(link)))) {
        boolean isForward = direction == Direction.FORWARD;
        graph.remove(isForward ? node : edges.node(), isForward ? edges.node() : node, link);
        edgeCount--;
      }
    }
  }

  /** Shows all that was put to readers that come from now on. */
  void publish(long position) {
    holdingRanks = extended(holdingRanks, nodes.size(), nodes::compare);
    partyRanks = extended(partyRanks, names.parties().size(), names.parties()::compare);
    decoded = decoded.grownFor(nodes.size());
    show(published.version() + 1, position, graph.publish());
    int changes = published.graph().addedEdges() + published.graph().removedEdges();
    if ((changes > rebaseFrom && changes > edgeCount / REBASE_SHARE)
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
    published = new Published(version, position, links, base, changed);
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
    base = next.whole();
    changed = new ConcurrentHashMap<>();
    show(published.version(), published.position(), graph.snapshot());
  }
}
