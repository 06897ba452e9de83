package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a network in step with events. What the network says is a function of the set of events:
 * each event changes some units (a lot whose halves pair, containers that have to do with each
 * other, a process, a holding), and these are worked out anew from all their events. Used by one
 * thread at a time.
 */
final class Resolver {

  /** The halves of one lot. */
  private static final class LotHalves {
    private final List<Half> dispatches = new ArrayList<>();
    private final List<Half> receipts = new ArrayList<>();
    private Map<Holding, List<Entry>> entries = Map.of();
  }

  private final Network network;
  private final TimeAxis axis;
  private final VoidedEvents events = new VoidedEvents();
  private final ContainerUnits containers;

  /** Events that say nothing of any lot: voided ones, and those that deal with containers only. */
  private final Set<String> silent = new HashSet<>();

  /** What events say that name containers; what others say can be worked out again. */
  private final Map<String, List<Contribution>> opened = new HashMap<>();

  private final Map<Holding, List<Entry>> direct = new HashMap<>();
  private final Map<String, LotHalves> halves = new HashMap<>();
  private Set<String> changedEvents = new LinkedHashSet<>();
  private Set<String> changedLots = new HashSet<>();
  private Set<String> changedProcesses = new HashSet<>();
  private Set<Holding> changedHoldings = new HashSet<>();
  private final Map<String, Map<Holding, Integer>> processHoldings = new HashMap<>();

  /**
   * A resolver without events.
   *
   * @param network what it writes to
   * @param axis the time axis
   */
  Resolver(Network network, TimeAxis axis) {
    this.network = network;
    this.axis = axis;
    this.containers = new ContainerUnits(axis);
  }

  /** The event that was taken under an id. */
  Optional<TraceEvent> find(String id) {
    return events.find(id);
  }

  /**
   * Takes events that were not taken before, and shows to readers what they change; the lots of
   * which a holding was written anew.
   */
  Set<String> take(Collection<TraceEvent> fresh, long newPosition) {
    fresh.forEach(event -> silent.add(event.id()));
    changedEvents.addAll(events.addAll(fresh));
    for (String id : changedEvents) {
      containers.change(events.get(id), events.counts(id));
    }
    changedEvents.addAll(containers.resolve());
    changedEvents.forEach(this::contribute);
    changedLots.forEach(this::pair);
    changedHoldings.forEach(this::write);
    Set<String> lots = new HashSet<>();
    changedHoldings.forEach(holding -> lots.add(holding.lot()));
    changedProcesses.forEach(this::writeProcess);
    // new ones: to clear a set takes as long as it was ever large
    changedEvents = new LinkedHashSet<>();
    changedLots = new HashSet<>();
    changedHoldings = new HashSet<>();
    changedProcesses = new HashSet<>();
    network.publish(newPosition);
    return lots;
  }

  private void contribute(String id) {
    TraceEvent event = events.get(id);
    List<Contribution> now = events.counts(id) ? contributionsOf(event) : List.of();
    List<Contribution> before =
        silent.contains(id)
            ? List.of()
            : Objects.requireNonNullElseGet(opened.get(id), () -> contributionsOf(event));
    if (now.isEmpty()) {
      silent.add(id);
      opened.remove(id);
    } else {
      silent.remove(id);
      if (event.items().stream().anyMatch(TraceItem.OfContainer.class::isInstance)) {
        opened.put(id, now);
      }
    }
    if (!now.equals(before)) {
      before.forEach(each -> change(each, false));
      now.forEach(each -> change(each, true));
    }
  }

  private List<Contribution> contributionsOf(TraceEvent event) {
    return Contributions.of(event, axis, container -> containers.seen(event.id(), container));
  }

  private void change(Contribution contribution, boolean add) {
    if (contribution instanceof Contribution.Direct each) {
      List<Entry> entries = direct.computeIfAbsent(each.holding(), unused -> new ArrayList<>(2));
      changeList(entries, each.entry(), add);
      changedHoldings.add(each.holding());
      each.entry().process().ifPresent(process -> changeProcess(process, each.holding(), add));
    } else if (contribution instanceof Contribution.Dispatch each) {
      changeList(halves(each.half()).dispatches, each.half(), add);
    } else if (contribution instanceof Contribution.Receipt each) {
      changeList(halves(each.half()).receipts, each.half(), add);
    }
  }

  private LotHalves halves(Half half) {
    changedLots.add(half.lot());
    return halves.computeIfAbsent(half.lot(), unused -> new LotHalves());
  }

  private static <T> void changeList(List<T> list, T element, boolean add) {
    if (add) {
      list.add(element);
    } else {
      list.remove(element);
    }
  }

  private void changeProcess(String process, Holding holding, boolean add) {
    processHoldings
        .computeIfAbsent(process, unused -> new HashMap<>())
        .merge(holding, add ? 1 : -1, Integer::sum);
    changedProcesses.add(process);
  }

  private void pair(String lot) {
    LotHalves all = Objects.requireNonNull(halves.get(lot));
    Map<Holding, List<Entry>> before = all.entries;
    all.entries = PairedEntries.of(all.dispatches, all.receipts);
    all.entries.forEach(
        (holding, entries) -> {
          if (!entries.equals(before.get(holding))) {
            changedHoldings.add(holding);
          }
        });
    before.keySet().stream()
        .filter(holding -> !all.entries.containsKey(holding))
        .forEach(changedHoldings::add);
  }

  private void write(Holding holding) {
    LotHalves lot = halves.get(holding.lot());
    List<Entry> all = new ArrayList<>(direct.getOrDefault(holding, List.of()));
    if (lot != null) {
      all.addAll(lot.entries.getOrDefault(holding, List.of()));
    }
    all.sort(Entry.ORDER);
    network.put(holding, List.copyOf(all));
  }

  private void writeProcess(String process) {
    List<ProcessRecord.Part> inputs = new ArrayList<>();
    List<ProcessRecord.Part> outputs = new ArrayList<>();
    Objects.requireNonNull(processHoldings.get(process)).values().removeIf(count -> count == 0);
    for (Holding holding : Objects.requireNonNull(processHoldings.get(process)).keySet()) {
      for (Entry entry : direct.getOrDefault(holding, List.of())) {
        if (entry.process().filter(process::equals).isPresent()) {
          ProcessRecord.Part part =
              new ProcessRecord.Part(holding, entry.at(), entry.quantity(), entry.event());
          (entry.type() == EntryType.USED ? inputs : outputs).add(part);
        }
      }
    }
    inputs.sort(ProcessRecord.Part.ORDER);
    outputs.sort(ProcessRecord.Part.ORDER);
    network.put(process, new ProcessRecord(inputs, outputs));
  }
}
