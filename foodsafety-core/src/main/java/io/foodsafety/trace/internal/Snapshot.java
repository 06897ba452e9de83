package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A network as it was at one position, however much is written meanwhile. For one thread. */
final class Snapshot implements AutoCloseable {

  /** Processes that a snapshot keeps as objects. */
  private static final int KEPT_PROCESSES = 20_000;

  private final Published seen;
  private final Codes codes;
  private final Names names;
  private final Nodes nodes;
  private final Ranks holdingRanks;
  private final Ranks partyRanks;
  private final Decoded decoded;
  private final LongConsumer leaving;
  private final Records decoder;
  private final Map<Integer, ProcessRecord> processes = new HashMap<>();

  /**
   * A snapshot.
   *
   * @param holdingRanks the order of most holdings
   * @param partyRanks the order of most parties
   * @param decoded records for all who read
   * @param leaving is told the version when the reading ends
   */
  Snapshot(
      Published seen,
      Codes codes,
      Ranks holdingRanks,
      Ranks partyRanks,
      Decoded decoded,
      LongConsumer leaving) {
    this.seen = seen;
    this.codes = codes;
    this.names = codes.names();
    this.nodes = codes.nodes();
    this.holdingRanks = holdingRanks;
    this.partyRanks = partyRanks;
    this.decoded = decoded;
    this.leaving = leaving;
    this.decoder = new Records(names, nodes, codes.log().reader());
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

  /** The places of the first of some nodes that are holdings, by lot, then party. */
  int[] places(int[] some, int count) {
    return holdingRanks.places(some, count, nodes::compare);
  }

  /** Compares two nodes that are holdings by lot, then party. */
  int compare(int one, int other) {
    return holdingRanks.compare(one, other, nodes::compare);
  }

  /** Sorts numbers of parties by their ids. */
  void sortParties(int[] some, int from, int to) {
    partyRanks.sort(some, from, to, names.parties()::compare);
  }

  /** What numbers stand for, also after this snapshot is closed. */
  Codes codes() {
    return codes;
  }

  /** The number of the lot of a holding. */
  int lot(int node) {
    return nodes.lot(node);
  }

  /** The number of the party of a holding. */
  int party(int node) {
    return nodes.owner(node);
  }

  /** All that is known of the holding of a node. */
  HoldingRecord record(int node) {
    Versions<byte[]> since = seen.changed(node);
    Object source = since == null ? seen.base() : since;
    HoldingRecord known = decoded.find(node, source);
    if (known == null) {
      known = decoder.holding(node, since == null ? seen.base().get(node) : since.value());
      decoded.keep(node, source, known);
    }
    return known;
  }

  /** What answers say of the holding of a node. */
  HoldingMarks marks(int node) {
    if (node >= seen.base().size() || seen.changed(node) != null) {
      return HoldingMarks.of(record(node), names);
    }
    MarkTable known = seen.base().marks();
    long bits = known.get(node);
    if (bits != 0) {
      return new HoldingMarks(bits);
    }
    HoldingMarks marks = HoldingMarks.of(record(node), names);
    known.put(node, marks.bits());
    return marks;
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

  /** Whether the lot of a holding was ever known to be created or made in several places. */
  boolean hadSeveralOrigins(int node) {
    return nodes.hasSeveralOrigins(nodes.lot(node));
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
    leaving.accept(seen.version());
  }
}
