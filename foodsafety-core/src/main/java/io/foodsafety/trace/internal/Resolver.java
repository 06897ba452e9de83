package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.Entry.Match;
import io.foodsafety.trace.internal.columns.Bits;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a network in step with events. What the network says is a function of the set of events:
 * each event changes some units (a lot whose halves pair, containers that have to do with each
 * other, a process, a holding), and these are worked out anew from all their events, which the
 * network itself names. Used by one thread at a time.
 */
final class Resolver {

  /** What changes for a node or a lot. */
  private static final class Change<T> {
    private final Set<T> removed = new LinkedHashSet<>();
    private final Set<T> added = new LinkedHashSet<>();

    void set(T what, boolean add) {
      if (add) {
        added.add(what);
      } else {
        removed.add(what);
      }
    }

    boolean drops(T what) {
      return removed.contains(what);
    }
  }

  private final Names names;
  private final EventLog log;
  private final Network network;
  private final VoidedEvents voided;
  private final ContainerUnits containers;

  /** The events of which the network says something. */
  private final Bits told;

  private final EventReader reader;
  private Map<Integer, Change<Group>> groups = new HashMap<>();
  private Map<Integer, Change<Integer>> halves = new HashMap<>();
  private Map<Integer, Change<Packed.Part>> inputs = new HashMap<>();
  private Map<Integer, Change<Packed.Part>> outputs = new HashMap<>();

  /**
   * A resolver without events.
   *
   * @param names the codes
   * @param log where it puts events
   * @param network what it writes to
   * @param axis the time axis
   */
  Resolver(Names names, EventLog log, Network network, TimeAxis axis) {
    this(
        names,
        log,
        network,
        new VoidedEvents(log),
        new ContainerUnits(names, log, axis),
        new Bits());
  }

  private Resolver(
      Names names,
      EventLog log,
      Network network,
      VoidedEvents voided,
      ContainerUnits containers,
      Bits told) {
    this.names = names;
    this.log = log;
    this.network = network;
    this.voided = voided;
    this.containers = containers;
    this.told = told;
    this.reader = log.reader();
  }

  /** The resolver that was saved. */
  static Resolver open(
      ColumnReader columns, Names names, EventLog log, Network network, TimeAxis axis)
      throws IOException {
    return new Resolver(
        names,
        log,
        network,
        VoidedEvents.open(columns, log),
        ContainerUnits.open(columns, names, log, axis),
        new Bits(columns.growingInts("told")));
  }

  void save(ColumnWriter columns) throws IOException {
    voided.save(columns);
    containers.save(columns);
    columns.ints("told", told.words());
  }

  /**
   * Takes events that were not taken before, and shows to readers what they change; the lots of
   * which a holding may have been written anew.
   */
  Set<String> take(Collection<TraceEvent> fresh, long newPosition) {
    Set<Integer> added = new LinkedHashSet<>();
    fresh.forEach(event -> added.add(log.add(event)));
    Set<Integer> changed = voided.addAll(added);
    Map<Integer, Integer> before = new HashMap<>();
    for (int event : changed) {
      if (told.has(event)) {
        before.put(event, log.ref(event));
      }
      containers.change(event, voided.counts(event), added.contains(event));
    }
    containers
        .resolve()
        .forEach(
            (event, contents) -> {
              if (told.has(event)) {
                before.putIfAbsent(event, log.ref(event));
              }
              log.open(event, contents);
              changed.add(event);
            });
    for (int event : changed) {
      tell(event, before.getOrDefault(event, 0), voided.counts(event) ? log.ref(event) : 0);
    }
    Set<String> lots = write();
    network.publish(newPosition);
    return lots;
  }

  /** Goes over from what the network said of an event to what it says now, by references. */
  private void tell(int event, int before, int now) {
    if (before != now) {
      if (before != 0) {
        change(before, false);
      }
      if (now != 0) {
        change(now, true);
      }
      told.set(event, now != 0);
    }
  }

  private void change(int ref, boolean add) {
    reader.moveTo(ref);
    int from = reader.from();
    switch (reader.kind()) {
      case CREATE -> direct(EntryType.CREATED, Match.NONE, from, add);
      case TRANSFER -> {
        direct(EntryType.DISPATCHED, Match.RECORDED, from, add);
        direct(EntryType.RECEIVED, Match.RECORDED, reader.to(), add);
      }
      case SHIP, RECEIVE -> {
        for (int lot : lots(0, reader.size())) {
          halves.computeIfAbsent(lot, unused -> new Change<>()).set(ref, add);
        }
      }
      case TRANSFORM -> transform(add);
      case REMOVE -> direct(EntryType.of(reader.reason()), Match.NONE, from, add);
      case OBSERVE, PACK, UNPACK -> direct(EntryType.OBSERVED, Match.NONE, from, add);
      case VOIDING -> {
        // says nothing of lots
      }
    }
  }

  private void direct(EntryType type, Match match, int party, boolean add) {
    for (int lot : lots(0, reader.size())) {
      direct(network.node(lot, party), type, match, add);
    }
  }

  private void direct(int node, EntryType type, Match match, boolean add) {
    groups
        .computeIfAbsent(node, unused -> new Change<>())
        .set(Group.direct(reader.ref(), type, match), add);
  }

  private void transform(boolean add) {
    Set<Integer> used = lots(0, reader.inputs());
    Set<Integer> made = lots(reader.inputs(), reader.size());
    if (used.isEmpty() && made.isEmpty()) {
      return;
    }
    int process = network.process(reader.other());
    for (int lot : used) {
      int node = network.node(lot, reader.from());
      direct(node, EntryType.USED, Match.NONE, add);
      part(inputs, process, new Packed.Part(node, reader.ref()), add);
    }
    for (int lot : made) {
      int node = network.node(lot, reader.from());
      direct(node, EntryType.MADE, Match.NONE, add);
      part(outputs, process, new Packed.Part(node, reader.ref()), add);
    }
  }

  private static void part(
      Map<Integer, Change<Packed.Part>> parts, int process, Packed.Part part, boolean add) {
    parts.computeIfAbsent(process, unused -> new Change<>()).set(part, add);
  }

  /** The lots of some items, containers opened. */
  private Set<Integer> lots(int first, int end) {
    boolean isPacking = reader.kind() == EventKind.PACK || reader.kind() == EventKind.UNPACK;
    Set<Integer> lots = new LinkedHashSet<>();
    Contents contents = new Contents(reader);
    for (int i = first; i < end; i++) {
      if (!reader.isContainer(i)) {
        lots.add(reader.item(i));
      } else if (!isPacking) {
        contents.of(reader.item(i)).forEach(each -> lots.add(names.lots().find(each.lot())));
      }
    }
    return lots;
  }

  private Set<String> write() {
    Set<Integer> lots = new HashSet<>();
    Map<Integer, List<Group>> halvesNow = new HashMap<>();
    halves.forEach((lot, change) -> pair(lot, change, halvesNow));
    Set<Integer> nodes = new LinkedHashSet<>(groups.keySet());
    nodes.addAll(halvesNow.keySet());
    for (int node : nodes) {
      lots.add(network.nodes().lot(node));
      write(node, groups.get(node), halvesNow.get(node));
    }
    Set<Integer> processes = new LinkedHashSet<>(inputs.keySet());
    processes.addAll(outputs.keySet());
    processes.forEach(this::writeProcess);
    // new ones: to clear a map takes as long as it was ever large
    groups = new HashMap<>();
    halves = new HashMap<>();
    inputs = new HashMap<>();
    outputs = new HashMap<>();
    Set<String> codes = new HashSet<>();
    lots.forEach(lot -> codes.add(names.lots().get(lot)));
    return codes;
  }

  /** Pairs the halves of a lot anew; for each of its nodes that has some, or had. */
  private void pair(int lot, Change<Integer> change, Map<Integer, List<Group>> now) {
    Set<Integer> refs = new LinkedHashSet<>();
    Nodes nodes = network.nodes();
    for (int node = nodes.newest(lot); node != Nodes.NONE; node = nodes.before(node)) {
      byte[] packed = network.packed(node);
      if ((Packed.types(packed) & Packed.HALVES) != 0) {
        now.put(node, List.of());
        for (Group group : Packed.groups(packed)) {
          if (group.isOwnHalf() && !change.drops(group.ref())) {
            refs.add(group.ref());
          }
        }
      }
    }
    refs.addAll(change.added);
    List<Half> dispatches = new ArrayList<>();
    List<Half> receipts = new ArrayList<>();
    for (int ref : refs) {
      Half half = network.records().half(lot, ref);
      reader.moveTo(ref);
      (reader.kind() == EventKind.SHIP ? dispatches : receipts).add(half);
    }
    now.putAll(HalfPairs.of(network, names, lot, dispatches, receipts));
  }

  private void write(int node, @Nullable Change<Group> direct, @Nullable List<Group> halvesNow) {
    List<Group> before = Packed.groups(network.packed(node));
    Set<Group> fresh = new LinkedHashSet<>();
    if (direct != null) {
      fresh.addAll(direct.added);
    }
    if (halvesNow != null) {
      fresh.addAll(halvesNow);
    }
    List<Group> now = new ArrayList<>(before.size() + fresh.size());
    for (Group group : before) {
      boolean stays =
          group.isHalf()
              ? halvesNow == null || fresh.remove(group)
              : direct == null || !direct.drops(group);
      if (stays) {
        now.add(group);
      }
    }
    Function<Group, Entry> first = group -> network.records().entries(node, group).get(0);
    fresh.forEach(group -> Sorted.insert(now, group, first, Entry.ORDER));
    if (!now.equals(before)) {
      network.put(node, before, now);
    }
  }

  private void writeProcess(int process) {
    Packed.Parts before = Packed.parts(network.packed(process));
    network.put(
        process,
        new Packed.Parts(
            changed(before.inputs(), inputs.get(process)),
            changed(before.outputs(), outputs.get(process))));
  }

  private List<Packed.Part> changed(
      List<Packed.Part> before, @Nullable Change<Packed.Part> change) {
    if (change == null) {
      return before;
    }
    List<Packed.Part> now = new ArrayList<>(before);
    now.removeAll(change.removed);
    change.added.forEach(
        part -> Sorted.insert(now, part, network.records()::part, ProcessRecord.Part.ORDER));
    return now;
  }
}
