package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.columns.GrowingInts;
import io.foodsafety.trace.internal.columns.IdTable;
import java.io.IOException;

/**
 * Which holding or process a node of the graph is. One thread adds while others look; they may find
 * a node before anything is published of it.
 */
final class Nodes {

  /** There is no such node. */
  static final int NONE = -1;

  private static final int PROCESS = -1;
  private static final int SEVERAL = -1;

  private final Names names;

  /** By node, the number of the lot; {@link #PROCESS} for a process. */
  private final GrowingInts lots;

  /** By node, the number of the party, or of the process. */
  private final GrowingInts owners;

  /** By node, one more than the node before of the same lot. */
  private final GrowingInts before;

  /** By lot, one more than its newest node. */
  private final GrowingInts newest;

  /** By lot, one more than its only node that was ever an origin; or {@link #SEVERAL}. */
  private final GrowingInts origins;

  /** By party, 1 if a node has it. */
  private final GrowingInts parties;

  /** By process, one more than its node. */
  private final GrowingInts processes;

  private final IdTable table;

  /** No nodes. */
  Nodes(Names names) {
    this.names = names;
    lots = new GrowingInts();
    owners = new GrowingInts();
    before = new GrowingInts();
    newest = new GrowingInts();
    origins = new GrowingInts();
    parties = new GrowingInts();
    processes = new GrowingInts();
    table = new IdTable();
  }

  /** The nodes that were saved. */
  Nodes(ColumnReader columns, Names names) throws IOException {
    this.names = names;
    lots = columns.growingInts("nodes.lots");
    owners = columns.growingInts("nodes.owners");
    before = columns.growingInts("nodes.before");
    newest = columns.growingInts("nodes.newest");
    origins = columns.growingInts("nodes.origins");
    parties = columns.growingInts("nodes.parties");
    processes = columns.growingInts("nodes.processes");
    table = new IdTable(columns, "nodes.table");
  }

  void save(ColumnWriter columns) throws IOException {
    columns.ints("nodes.lots", lots);
    columns.ints("nodes.owners", owners);
    columns.ints("nodes.before", before);
    columns.ints("nodes.newest", newest);
    columns.ints("nodes.origins", origins);
    columns.ints("nodes.parties", parties);
    columns.ints("nodes.processes", processes);
    table.save(columns, "nodes.table");
  }

  /** The node of a holding, or {@link #NONE}. */
  int find(Holding holding) {
    int lot = names.lots().find(holding.lot());
    int party = lot == Dictionary.NONE ? lot : names.parties().find(holding.party());
    return party == Dictionary.NONE ? NONE : find(lot, party);
  }

  /** The node of a lot and a party, by their numbers, or {@link #NONE}. */
  int find(int lot, int party) {
    return table.find(hash(lot, party), node -> owners.get(node) == party && lots.get(node) == lot);
  }

  /** The node of a process, by its number, or {@link #NONE}. */
  int findProcess(int process) {
    return processes.getOrZero(process) - 1;
  }

  /** For the writer: makes the next node one of a lot at a party. */
  void add(int lot, int party) {
    newest.growTo(lot + 1);
    origins.growTo(lot + 1);
    parties.growTo(party + 1);
    int node = lots.add(lot);
    owners.add(party);
    before.add(newest.get(lot));
    newest.set(lot, node + 1);
    parties.set(party, 1);
    table.add(node, hash(lot, party), this::hash);
  }

  /** For the writer: makes the next node one of a process. */
  void addProcess(int process) {
    processes.growTo(process + 1);
    int node = lots.add(PROCESS);
    owners.add(process);
    before.add(0);
    processes.set(process, node + 1);
  }

  private int hash(int node) {
    return hash(lots.get(node), owners.get(node));
  }

  private static int hash(int lot, int party) {
    long product = (((long) lot << Integer.SIZE) + party) * 0x9E3779B97F4A7C15L;
    return (int) (product >>> 28);
  }

  /** For the writer: how many nodes there are. */
  int size() {
    return lots.size();
  }

  boolean isProcess(int node) {
    return lots.get(node) == PROCESS;
  }

  /** The number of the lot. */
  int lot(int node) {
    return lots.get(node);
  }

  /** The number of the party, or of the process. */
  int owner(int node) {
    return owners.get(node);
  }

  Holding holding(int node) {
    return new Holding(names.lots().get(lot(node)), names.parties().get(owner(node)));
  }

  /** Compares nodes by lot, then party; those of processes, which nobody asks for, come first. */
  int compare(int one, int other) {
    if (isProcess(one) || isProcess(other)) {
      return isProcess(one) && isProcess(other)
          ? Integer.compare(one, other)
          : Boolean.compare(isProcess(other), isProcess(one));
    }
    return lot(one) == lot(other)
        ? names.parties().compare(owner(one), owner(other))
        : names.lots().compare(lot(one), lot(other));
  }

  /** The newest node of a lot, or {@link #NONE}. */
  int newest(int lot) {
    return newest.getOrZero(lot) - 1;
  }

  /** The node before of the same lot, or {@link #NONE}. */
  int before(int node) {
    int found = before.get(node) - 1;
    if (found >= node) {
      throw new IllegalStateException("The nodes of a lot are damaged.");
    }
    return found;
  }

  boolean knowsParty(int party) {
    return parties.getOrZero(party) != 0;
  }

  /** For the writer: notes that a node is an origin of its lot. */
  void addOrigin(int node) {
    int lot = lot(node);
    int known = origins.get(lot);
    if (known != node + 1 && known != SEVERAL) {
      origins.set(lot, known == 0 ? node + 1 : SEVERAL);
    }
  }

  /** Whether more than one node of a lot was ever an origin. */
  boolean hasSeveralOrigins(int lot) {
    return origins.getOrZero(lot) == SEVERAL;
  }

  /** If not several, the only node of a lot that was ever an origin, or {@link #NONE}. */
  int origin(int lot) {
    return origins.getOrZero(lot) - 1;
  }
}
