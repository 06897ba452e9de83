package io.foodsafety.benchmarks.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.trace.internal.graph.TimedGraphBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A {@link SupplyNetwork} as the events that its parties record: a fifth of the movements as two
 * halves, the receipt a while after the dispatch. Beside them the graph that they come to.
 */
final class SupplyEvents implements SupplyNetwork.Sink {

  private static final int DAY = 24 * 60 * 60;

  /** Of 100 movements, of 100 dispatches, of 100 quantities. */
  private static final int HALVES = 20;

  private static final int NEVER_RECEIVED = 2;
  private static final int UNKNOWN = 5;
  private static final int EVENTS_UNTIL_RECEIPT = 2000;

  private final SplittableRandom random = new SplittableRandom(5);
  private final List<TraceEvent> events = new ArrayList<>();
  private final TimedGraphBuilder graph = new TimedGraphBuilder();
  private final List<Holding> holdings = new ArrayList<>();
  private final Map<Holding, Integer> nodes = new HashMap<>();
  private final Map<Integer, Holding> given = new HashMap<>();

  /** By holding, what is left there, in grams: nobody sends more than there is. */
  private final Map<Holding, Long> left = new HashMap<>();

  private final Deque<TraceEvent> receipts = new ArrayDeque<>();
  private final int parties;
  private int hub = -1;
  private int hubNode;
  private List<TraceItem> inputs = new ArrayList<>();
  private List<TraceItem> outputs = new ArrayList<>();
  private String processor = "";
  private int day;
  private int next;
  private int edges;

  SupplyEvents(int edges) {
    parties = Math.max(10, edges / 200);
    new SupplyNetwork(1, edges, new SupplyNetwork.Shape(0.94, 0.05, 0.01, true)).emit(this);
    endTransformation();
    events.addAll(receipts);
  }

  List<TraceEvent> events() {
    return events;
  }

  /** The holdings by node of the graph; a node of a transformation has none. */
  List<Holding> holdings() {
    return holdings;
  }

  TimedGraphBuilder graph() {
    return graph.nodes(holdings.size());
  }

  @Override
  public void hub(int node) {
    endTransformation();
    hub = node;
    hubNode = holdings.size();
    holdings.add(null);
    graph.hub(hubNode);
    processor = party();
  }

  @Override
  public void edge(int from, int to, int lo, int hi, int link) {
    day = Math.min(lo, hi) / DAY;
    if (to == hub) {
      Holding source = source(from);
      Holding input = new Holding(source.lot(), processor);
      if (!input.equals(source)) {
        transfer(source, input);
      }
      inputs.add(item(input.lot(), take(input)));
      connect(node(input), hubNode);
    } else if (from == hub) {
      Holding output = new Holding("LOT-" + to, processor);
      given.put(to, output);
      outputs.add(item(output.lot(), harvest(output)));
      connect(hubNode, node(output));
    } else {
      endTransformation();
      move(source(from), to);
    }
  }

  private void move(Holding source, int to) {
    Holding known = given.get(to);
    // of what comes on top of another lot the newer one is sent on first
    Holding target = new Holding(source.lot(), known == null ? party() : known.party());
    given.put(to, target);
    transfer(source, target);
  }

  private void endTransformation() {
    if (!outputs.isEmpty()) {
      add(new TraceEvent.Transform(id(), time(), processor, inputs, outputs, Optional.empty()));
    }
    hub = -1;
    inputs = new ArrayList<>();
    outputs = new ArrayList<>();
  }

  private Holding source(int node) {
    return given.computeIfAbsent(
        node,
        unused -> {
          Holding made = new Holding("LOT-" + node, party());
          add(
              new TraceEvent.Create(
                  id(), time(), made.party(), List.of(item(made.lot(), harvest(made)))));
          return made;
        });
  }

  private void transfer(Holding from, Holding to) {
    connect(node(from), node(to));
    long grams = take(from);
    left.merge(to, grams, Long::sum);
    List<TraceItem> items = List.of(item(from.lot(), grams));
    Optional<String> document = Optional.of("DOC-" + next);
    String sender = "P-" + from.party().substring(2);
    String receiver = "P-" + to.party().substring(2);
    if (random.nextInt(100) >= HALVES) {
      add(new TraceEvent.Transfer(id(), time(), time(), sender, receiver, document, items));
      return;
    }
    add(new TraceEvent.Ship(id(), time(), sender, Optional.of(receiver), document, items));
    if (random.nextInt(100) >= NEVER_RECEIVED) {
      receipts.add(
          new TraceEvent.Receive(id(), time(), Optional.of(sender), receiver, document, items));
    }
  }

  private void add(TraceEvent event) {
    events.add(event);
    if (receipts.size() > EVENTS_UNTIL_RECEIPT / 10 && events.size() % 10 == 0) {
      events.add(receipts.remove());
    } else if (receipts.size() > EVENTS_UNTIL_RECEIPT) {
      events.add(receipts.remove());
    }
  }

  private void connect(int from, int to) {
    graph.edge(from, to, day * DAY, day * DAY + DAY - 1, edges++);
  }

  private int node(Holding holding) {
    return nodes.computeIfAbsent(
        holding,
        added -> {
          holdings.add(added);
          return holdings.size() - 1;
        });
  }

  private long harvest(Holding made) {
    long grams = random.nextLong(100_000, 20_000_000);
    left.put(made, grams);
    return grams;
  }

  private long take(Holding from) {
    long rest = left.getOrDefault(from, 0L);
    long grams = rest / (2 + random.nextInt(6));
    left.put(from, rest - grams);
    return grams;
  }

  private TraceItem item(String lot, long grams) {
    String code = "LOT-" + lot.substring(4); // a text of its own, as if it had been read
    return grams == 0 || random.nextInt(100) < UNKNOWN
        ? TraceItem.lot(code)
        : TraceItem.lot(code, new Quantity(BigDecimal.valueOf(grams, 3), Unit.KILOGRAM));
  }

  private String party() {
    return "P-" + random.nextInt(parties);
  }

  private String id() {
    return "EV-" + next++;
  }

  private Optional<EventTime> time() {
    return Optional.of(EventTime.parse(LocalDate.of(2025, 1, 1).plusDays(day).toString()));
  }
}
