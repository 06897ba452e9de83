package io.foodsafety.examples.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.trace.TraceDirection;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writers, readers, scanners and the passing of time, all at once. Facts grow in number, {@value
 * #FACTS_OF_A_BUSINESS} of each business; lots do not, for the network of lots is kept in memory.
 */
final class MixedLoad {

  private static final int PIECE = 20;
  private static final int FACTS_OF_A_BUSINESS = 40;
  private static final int LOTS = 2_000;
  private static final Moment DAY = Moment.parse("2024-05-02");

  private final FoodSafety city;
  private final Session session;
  private final long seed;
  private final AtomicInteger facts = new AtomicInteger();
  private final Map<String, AtomicInteger> done = new LinkedHashMap<>();
  private volatile boolean stop;

  private interface Step {
    void run(Random random) throws InterruptedException;
  }

  MixedLoad(FoodSafety city, long seed) {
    this.city = city;
    this.session = city.as(Actor.system("soak"));
    this.seed = seed;
    List.of("writes", "scans", "traces", "grades", "advances")
        .forEach(each -> done.put(each, new AtomicInteger()));
    List<TraceEvent> made = new ArrayList<>();
    for (int lot = 0; lot < LOTS; lot++) {
      made.addAll(events(lot));
    }
    session.trace().captureAll(made);
    write();
  }

  /** Runs for a time; fails if any of the threads did. */
  void run(long seconds) throws Exception {
    stop = false;
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        running.add(pool.submit(() -> repeat("writes", random -> write())));
        running.add(pool.submit(() -> repeat("grades", this::grade)));
      }
      running.add(pool.submit(() -> repeat("scans", this::scan)));
      running.add(pool.submit(() -> repeat("traces", this::trace)));
      running.add(pool.submit(() -> repeat("advances", random -> advance())));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (System.nanoTime() - end < 0 && running.stream().noneMatch(Future::isDone)) {
        Thread.sleep(50);
      }
      stop = true;
      for (Future<?> each : running) {
        each.get(2, TimeUnit.MINUTES);
      }
    } finally {
      stop = true;
      pool.shutdownNow();
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private Void repeat(String what, Step step) throws InterruptedException {
    Random random = new Random(seed);
    while (!stop) {
      step.run(random);
      done.get(what).incrementAndGet();
    }
    return null;
  }

  private void write() {
    int first = facts.getAndAdd(PIECE);
    List<Fact> piece = new ArrayList<>();
    for (int number = first; number < first + PIECE; number++) {
      piece.add(fact(number));
    }
    session
        .subjects()
        .register(Subject.builder(business(first), "餐馆 " + first / FACTS_OF_A_BUSINESS).build());
    assertThat(session.facts().recordAll(piece)).allMatch(result -> result.isStored());
  }

  private static String business(int fact) {
    return "S" + fact / FACTS_OF_A_BUSINESS;
  }

  private static Fact fact(int number) {
    return Fact.builder(
            "F" + number, "hygiene-inspection", SubjectRef.business(business(number)), DAY)
        .attribute("hygiene", AttributeValue.decimal(number % 5 * 5))
        .attribute("structure", AttributeValue.decimal(number % 3 * 5))
        .attribute("confidence", AttributeValue.decimal(number % 2 * 10))
        .build();
  }

  /** A business of which a part of the facts may be on the way. */
  private void grade(Random random) {
    String business = business(random.nextInt(facts.get()));
    if (session.subjects().find(business).isPresent()) {
      assertThat(session.risk().assess(business)).isNotNull();
      assertThat(session.dossiers().get(business)).isNotNull();
    }
  }

  private static List<TraceEvent> events(int lot) {
    List<TraceItem> items = List.of(TraceItem.lot("L" + lot, Quantity.of("10", Unit.KILOGRAM)));
    Optional<EventTime> time = Optional.of(EventTime.parse("2024-05"));
    String maker = "P" + lot % 50;
    return List.of(
        new TraceEvent.Create("C" + lot, time, maker, items),
        new TraceEvent.Transfer(
            "T" + lot,
            time,
            Optional.empty(),
            maker,
            "P" + (lot + 1) % 50,
            Optional.empty(),
            items));
  }

  /** What was scanned before comes again. */
  private void scan(Random random) {
    assertThat(session.trace().captureAll(events(random.nextInt(LOTS))))
        .allMatch(result -> result.isStored());
  }

  private void trace(Random random) {
    TraceStart start = TraceStart.lot("L" + random.nextInt(LOTS));
    assertThat(session.trace().trace(TraceQuery.of(start, TraceDirection.FORWARD)).holdings())
        .isNotEmpty();
  }

  private void advance() throws InterruptedException {
    city.advance(Instant.now());
    Thread.sleep(100);
  }

  /** Such as {@code 120 writes, 88 grades}. */
  @Override
  public String toString() {
    List<String> counts = new ArrayList<>();
    done.forEach((what, count) -> counts.add("%,d %s".formatted(count.get(), what)));
    return String.join(", ", counts);
  }

  int facts() {
    return facts.get();
  }
}
