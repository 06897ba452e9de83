package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeCursor;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.LiveGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The edges that records make, kept in the graph as records are replaced. For the writer. */
final class RecordEdges {

  private final Codes codes;
  private final LiveGraph graph;
  private final Records records;
  private int count;

  /**
   * The edges of a graph.
   *
   * @param count how many it has
   */
  RecordEdges(Codes codes, LiveGraph graph, Records records, int count) {
    this.codes = codes;
    this.graph = graph;
    this.records = records;
    this.count = count;
  }

  /** How many edges there are. */
  int count() {
    return count;
  }

  /** The node of a lot and a party, which is made if there is none. */
  int node(int lot, int party) {
    int known = codes.nodes().find(lot, party);
    if (known != Nodes.NONE) {
      return known;
    }
    codes.nodes().add(lot, party);
    return graph.addNode();
  }

  /** The node of a process, which is made if there is none. */
  int process(int process) {
    int known = codes.nodes().findProcess(process);
    if (known != Nodes.NONE) {
      return known;
    }
    codes.nodes().addProcess(process);
    return graph.addHub();
  }

  /**
   * Takes out the edges that a record no longer makes, and puts in those that it makes now.
   *
   * @param published the graph as it was last published: edges put since are not taken out
   */
  void replace(int node, List<Group> before, List<Group> now, GraphSnapshot published) {
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
      remove(node, gone, published);
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
    Names names = codes.names();
    Links links = codes.links();
    Entry entry = records.entries(node, group).get(0);
    if (entry.process().isPresent()) {
      int process = process(names.processes().find(entry.process().get()));
      add(node, process, new OwnEdge(entry, Optional.empty()), links.add(group.ref(), 0));
    }
    for (int i = 0; i < entry.partners().size(); i++) {
      Partner partner = entry.partners().get(i);
      int other = node(codes.nodes().lot(node), names.parties().find(partner.party()));
      int link = links.add(group.ref(), group.partnerRef(i));
      add(node, other, new OwnEdge(entry, Optional.of(partner)), link);
    }
  }

  private void add(int node, int other, OwnEdge edge, int link) {
    boolean leadsOn = edge.leadsOn();
    graph.addEdge(leadsOn ? node : other, leadsOn ? other : node, edge.lo(), edge.hi(), link);
    count++;
  }

  private void remove(int node, Set<Group> gone, GraphSnapshot published) {
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
    remove(node, Direction.FORWARD, forward, published);
    remove(node, Direction.BACKWARD, backward, published);
  }

  /** An edge of a node, by its events; those that other nodes make have other events. */
  private static long key(int event, int partner) {
    return ((long) event << Integer.SIZE) | (partner & 0xFFFFFFFFL);
  }

  private void remove(int node, Direction direction, Set<Long> keys, GraphSnapshot published) {
    if (keys.isEmpty()) {
      return;
    }
    EdgeCursor edges = published.edges(direction);
    edges.moveTo(node);
    while (edges.next()) {
      int link = edges.link();
      if (keys.contains(key(codes.links().event(link), codes.links().partner(link)))) {
        boolean isForward = direction == Direction.FORWARD;
        graph.remove(isForward ? node : edges.node(), isForward ? edges.node() : node, link);
        count--;
      }
    }
  }
}
