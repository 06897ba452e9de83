package io.foodsafety.benchmarks.trace;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.ReachedHolding;
import io.foodsafety.trace.TraceDirection;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import io.foodsafety.trace.TraceStart;
import io.foodsafety.trace.internal.LiveNetwork;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.graph.Closure;
import io.foodsafety.trace.internal.graph.Direction;
import io.foodsafety.trace.internal.graph.EdgeTime;
import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.SearchLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a network of events: how fast it takes them, what they need on the heap, and how fast it
 * answers, beside the plain closure in the graph. Arguments: edges of the supply network, seconds
 * for each kind of query. See {@link Figures} for a file of the results.
 */
public final class TraceNetworkMeasurement {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BATCH = 10_000;
  private static final int STARTS = 2000;
  private static final int RAW_ROUNDS = 3;

  private final LiveNetwork network = new LiveNetwork(ZoneOffset.UTC);
  private final Figures figures = new Figures();
  private final Closure closure = new Closure();
  private final SplittableRandom random = new SplittableRandom(7);
  private final double seconds;
  private long position;
  private long sink;

  /** Whether all codes, events and quantities of an answer are read. */
  private boolean isRead;

  private TraceNetworkMeasurement(double seconds) {
    this.seconds = seconds;
  }

  /** Runs all. */
  public static void main(String[] args) throws InterruptedException, IOException {
    int edges = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
    new TraceNetworkMeasurement(seconds).run(edges);
  }

  private void run(int edges) throws InterruptedException, IOException {
    long empty = heap();
    SupplyEvents supply = new SupplyEvents(edges);
    GraphSnapshot raw = supply.graph().build().snapshot();
    List<Holding> holdings = supply.holdings();
    List<TraceEvent> events = supply.events();
    Map<String, Integer> kinds = new TreeMap<>();
    events.forEach(event -> kinds.merge(event.getClass().getSimpleName(), 1, Integer::sum));
    figures.add("events " + kinds, events.size());
    long before = heap();
    int single = Math.min(events.size() / 4, 200_000);
    int first = events.size() - single;
    long start = now();
    for (int i = 0; i < first; i += BATCH) {
      network.capture(events.subList(i, Math.min(first, i + BATCH)), ++position);
    }
    figures.add("bulk, events per second", first * 1e9 / (now() - start));
    figures.add("heap, bytes per event without the events", (double) (heap() - before) / first);
    figures.add(
        "events, holdings and graph beside: bytes per event",
        (double) (before - empty) / events.size());
    int alone = single / 4;
    start = now();
    for (int i = first; i < first + alone; i++) {
      network.capture(events.subList(i, i + 1), ++position);
    }
    figures.add("one at a time, events per second", alone * 1e9 / (now() - start));

    int[] starts = new int[STARTS];
    for (int i = 0; i < STARTS; i++) {
      do {
        starts[i] = random.nextInt(raw.nodes());
      } while (holdings.get(starts[i]) == null
          || !network.knows(TraceStart.holding(holdings.get(starts[i]))));
    }
    for (boolean strict : new boolean[] {true, false}) {
      for (TraceDirection direction : TraceDirection.values()) {
        for (boolean reading : new boolean[] {false, true}) {
          isRead = reading;
          measure(raw, holdings, starts, direction, strict);
        }
      }
    }
    isRead = false;
    recall(holdings, starts);
    saved(first + alone);
    double quiet = strictTraces(holdings, starts);
    List<TraceEvent> rest = events.subList(first + alone, events.size());
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger taken = new AtomicInteger();
    AtomicLong spent = new AtomicLong();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < rest.size() && !done.get(); i++) {
                network.capture(rest.subList(i, i + 1), ++position);
                taken.incrementAndGet();
              }
              done.set(true);
              spent.set(now());
            });
    writer.start();
    double busy = strictTraces(holdings, starts);
    boolean wasThere = !done.getAndSet(true);
    writer.join();
    figures.add("queries beside a writer, ratio", busy / quiet, wasThere ? 1 : 0);
    figures.add("a writer beside queries, events per second", taken.get() * 1e9 / spent.get());
    figures.add("checksum", (double) sink);
    figures.write("network", edges);
  }

  /** The network in files. */
  private void saved(int events) {
    try {
      Path folder = Files.createTempDirectory("trace-network");
      Path directory = folder.resolve("network");
      long start = System.nanoTime();
      network.save(directory);
      figures.add("save, s", (System.nanoTime() - start) / 1e9);
      long bytes = 0;
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
        for (Path file : files) {
          bytes += Files.size(file);
        }
      }
      figures.add("files, bytes per event", (double) bytes / events);
      long before = heap();
      start = System.nanoTime();
      ColumnReader columns = new ColumnReader(directory);
      LiveNetwork opened = LiveNetwork.open(columns, ZoneOffset.UTC);
      figures.add("open, ms", (System.nanoTime() - start) / 1e6);
      figures.add("heap after opening, bytes per event", (double) (heap() - before) / events);
      start = System.nanoTime();
      columns.check();
      figures.add("read all, s", (System.nanoTime() - start) / 1e9);
      sink += opened.position();
      ColumnWriter.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double strictTraces(List<Holding> holdings, int[] starts) {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      long before = now();
      for (int i = 0; i < STARTS / 10; i++) {
        sink += trace(holdings.get(starts[i]), TraceDirection.BACKWARD, true);
      }
      times.add((double) now() - before);
    }
    times.sort(null);
    return times.get(times.size() / 2);
  }

  private int trace(Holding start, TraceDirection direction, boolean strict) {
    TraceQuery query = TraceQuery.of(TraceStart.holding(start), direction);
    TraceResult result = network.trace(strict ? query.asStrict() : query);
    if (isRead) {
      for (ReachedHolding each : result.holdings()) {
        sink += each.holding().lot().length() + each.holding().party().length();
        sink += each.via().size() + each.quantity().map(q -> q.unit().hashCode()).orElse(0);
      }
      result.parties().forEach(party -> sink += party.id().length());
      result.ends().forEach(end -> sink += end.holding().lot().length());
    }
    return result.holdings().size();
  }

  private void measure(
      GraphSnapshot raw,
      List<Holding> holdings,
      int[] starts,
      TraceDirection direction,
      boolean strict) {
    long[] times = new long[STARTS];
    for (int round = 0; round < 2; round++) { // the first to warm up
      long end = System.nanoTime() + (long) (seconds * 1e9);
      long found = 0;
      int count = 0;
      while (count < STARTS && System.nanoTime() < end) {
        long before = now();
        found += trace(holdings.get(starts[count]), direction, strict);
        times[count++] = now() - before;
      }
      if (round == 1) {
        long nodes = 0;
        double[] plain = new double[RAW_ROUNDS];
        for (int again = 0; again < RAW_ROUNDS; again++) {
          long before = now();
          nodes = 0;
          for (int i = 0; i < count; i++) {
            nodes += search(raw, direction, strict, starts[i]);
          }
          plain[again] = now() - before;
        }
        Arrays.sort(plain);
        String what = "trace " + direction + (strict ? " strict" : "") + (isRead ? ", read" : "");
        addTimes(what, times, count, found);
        figures.add(
            what + ": holdings of the closure, ns each, ratio",
            (double) nodes / count,
            plain[RAW_ROUNDS / 2] / nodes,
            Arrays.stream(times, 0, count).sum() / plain[RAW_ROUNDS / 2]);
      }
    }
  }

  private int search(GraphSnapshot raw, TraceDirection direction, boolean strict, int start) {
    int size = 0;
    for (Direction way : Direction.values()) {
      if (direction == TraceDirection.BOTH || direction.name().equals(way.name())) {
        int[] starts = {start};
        if (strict) {
          int[] labels = {way == Direction.FORWARD ? EdgeTime.OPEN_LO : EdgeTime.OPEN_HI};
          closure.searchStrictly(raw, way, starts, labels, SearchLimits.NONE);
        } else {
          closure.search(raw, way, starts, SearchLimits.NONE);
        }
        size += closure.size();
      }
    }
    return size;
  }

  private void recall(List<Holding> holdings, int[] starts) {
    long[] times = new long[STARTS];
    for (int round = 0; round < 2; round++) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      long found = 0;
      int count = 0;
      while (count < STARTS && System.nanoTime() < end) {
        long before = now();
        found += network.recall(TraceStart.holding(holdings.get(starts[count]))).holdings().size();
        times[count++] = now() - before;
      }
      if (round == 1) {
        addTimes("recall", times, count, found);
      }
    }
  }

  private void addTimes(String what, long[] times, int count, long found) {
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    figures.add(
        what + ": n, holdings, ns each, µs p50, p99",
        count,
        (double) found / count,
        (double) Arrays.stream(sorted).sum() / found,
        sorted[count / 2] / 1e3,
        sorted[count * 99 / 100] / 1e3);
  }

  /** Time of this thread on a processor: others that use the machine do not count. */
  private static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
