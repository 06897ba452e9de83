package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.Entry.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what is known of holdings and processes from the events in the log. For one thread. */
final class Records {

  /** Lots from which on an event is large. */
  private static final int LARGE = 16;

  private static final int KEPT = 8;

  private final Names names;
  private final Nodes nodes;
  private final EventReader reader;

  /** What large events say of each of their lots, for the few events that were read of late. */
  private final Map<Long, Map<String, List<Optional<Quantity>>>> large =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Long, Map<String, List<Optional<Quantity>>>> eldest) {
          return size() > KEPT;
        }
      };

  Records(Names names, Nodes nodes, EventReader reader) {
    this.names = names;
    this.nodes = nodes;
    this.reader = reader;
  }

  /** The record of a holding. */
  HoldingRecord holding(int node, byte[] packed) {
    List<Entry> entries = new ArrayList<>();
    for (Group group : Packed.groups(packed)) {
      entries.addAll(entries(node, group));
    }
    return new HoldingRecord(
        node, nodes.holding(node), nodes.lot(node), nodes.owner(node), List.copyOf(entries));
  }

  ProcessRecord process(byte[] packed) {
    Packed.Parts parts = Packed.parts(packed);
    List<ProcessRecord.Part> inputs = new ArrayList<>(parts.inputs().size());
    List<ProcessRecord.Part> outputs = new ArrayList<>(parts.outputs().size());
    parts.inputs().forEach(part -> addParts(inputs, part, true));
    parts.outputs().forEach(part -> addParts(outputs, part, false));
    return new ProcessRecord(List.copyOf(inputs), List.copyOf(outputs));
  }

  private void addParts(List<ProcessRecord.Part> all, Packed.Part part, boolean isInput) {
    reader.moveTo(part.ref());
    Holding holding = nodes.holding(part.node());
    for (Optional<Quantity> quantity : quantities(nodes.lot(part.node()), isInput)) {
      all.add(new ProcessRecord.Part(holding, reader.at(), quantity, reader.id()));
    }
  }

  /** A part of a process, as far as it matters for the order. */
  ProcessRecord.Part part(Packed.Part part) {
    return new ProcessRecord.Part(
        nodes.holding(part.node()), Span.UNKNOWN, Optional.empty(), event(part.ref()));
  }

  /** The id of the event at a place of the log. */
  String event(int ref) {
    return reader.idAt(ref);
  }

  /** The entries of a holding that a group stands for; at least one. */
  List<Entry> entries(int node, Group group) {
    int lot = nodes.lot(node);
    if (group.isHalf()) {
      return halfEntries(lot, group);
    }
    reader.moveTo(group.ref());
    if (reader.kind() == EventKind.TRANSFER) {
      return transferEntries(lot, group.type());
    }
    Optional<String> process =
        reader.kind() == EventKind.TRANSFORM
            ? Optional.of(names.processes().get(reader.other()))
            : Optional.empty();
    List<Entry> entries = new ArrayList<>(1);
    for (Optional<Quantity> quantity : quantities(lot, group.type() != EntryType.MADE)) {
      entries.add(
          new Entry(
              group.type(), reader.at(), quantity, reader.id(), Match.NONE, List.of(), process));
    }
    return entries;
  }

  private List<Entry> transferEntries(int lot, EntryType type) {
    Span leaves = reader.at().or(reader.received());
    Span arrives = reader.received().or(reader.at());
    boolean sent = type == EntryType.DISPATCHED;
    String other = names.parties().get(sent ? reader.to() : reader.from());
    String id = reader.id();
    List<Entry> entries = new ArrayList<>(1);
    for (Optional<Quantity> quantity : quantities(lot, true)) {
      Partner partner =
          new Partner(other, sent ? arrives : leaves, Optional.of(id), List.of(quantity));
      entries.add(
          new Entry(
              type,
              sent ? leaves : arrives,
              quantity,
              id,
              Match.RECORDED,
              List.of(partner),
              Optional.empty()));
    }
    return entries;
  }

  private List<Entry> halfEntries(int lot, Group group) {
    Half half = half(lot, group.ref());
    boolean sent = reader.kind() == EventKind.SHIP;
    if (group.match() == Match.IMPLIED) {
      return HalfEntries.implied(half, sent);
    }
    List<Half> partners = new ArrayList<>(group.partnerCount());
    for (int i = 0; i < group.partnerCount(); i++) {
      partners.add(half(lot, group.partner(i)));
    }
    return HalfEntries.own(half, sent, group.match(), partners);
  }

  /** What an event says of one lot as a half of a movement. */
  Half half(int lot, int ref) {
    reader.moveTo(ref);
    return new Half(
        ref,
        reader.id(),
        names.lots().get(lot),
        Names.find(names.parties(), reader.from()),
        Names.find(names.parties(), reader.to()),
        Names.find(names.documents(), reader.other()),
        reader.at(),
        quantities(lot, true));
  }

  /** How much of a lot the event says, in each dimension of units. */
  private List<Optional<Quantity>> quantities(int lot, boolean isInput) {
    boolean isPacking = reader.kind() == EventKind.PACK || reader.kind() == EventKind.UNPACK;
    long key = (long) reader.ref() << 1 | (isInput ? 1 : 0);
    Map<String, List<Optional<Quantity>>> known = large.get(key);
    if (known != null) {
      return known.getOrDefault(names.lots().get(lot), List.of());
    }
    int first = isInput ? 0 : reader.inputs();
    int end = isInput ? reader.inputs() : reader.size();
    if (end - first == 1 && !reader.isContainer(first)) {
      return List.of(isPacking ? Optional.empty() : reader.quantity(first));
    }
    Map<String, List<Optional<Quantity>>> all = new HashMap<>();
    for (LotAmount amount : amounts(first, end, isPacking)) {
      all.computeIfAbsent(amount.lot(), unused -> new ArrayList<>(1)).add(amount.quantity());
    }
    if (all.size() >= LARGE) {
      large.put(key, all);
    }
    return all.getOrDefault(names.lots().get(lot), List.of());
  }

  /** How much of each lot some items are, containers opened. */
  private List<LotAmount> amounts(int first, int end, boolean isPacking) {
    LotAmounts amounts = new LotAmounts();
    Contents contents = new Contents(reader);
    for (int i = first; i < end; i++) {
      if (!reader.isContainer(i)) {
        Optional<Quantity> quantity = isPacking ? Optional.empty() : reader.quantity(i);
        amounts.add(new LotAmount(names.lots().get(reader.item(i)), quantity));
      } else if (!isPacking) {
        contents.of(reader.item(i)).forEach(amounts::add);
      }
    }
    return amounts.toList();
  }
}
