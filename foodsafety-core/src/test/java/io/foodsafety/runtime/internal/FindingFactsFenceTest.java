package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.Session;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.spi.storage.Storage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What happens if a process goes on although its lease has passed to another one. */
class FindingFactsFenceTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final List<TraceItem> ITEMS = List.of(TraceItem.lot("L1"));

  private final SettableClock clock = new SettableClock(NOW.toString());
  private final ProbeStorage storage = new ProbeStorage();

  private FindingFacts process() {
    Storage own = storage.raw();
    StoredRecords reader = new StoredRecords(FactCatalogue.standard());
    TraceProjection projection =
        new TraceProjection(
            new StoredTrace(own, reader),
            () -> FindingFacts.recordedTo(own),
            ZoneOffset.UTC,
            Optional.empty());
    return new FindingFacts(
        own, new Journal(own, clock), reader, projection, clock, ZoneOffset.UTC);
  }

  private static TraceEvent receive() {
    return new TraceEvent.Receive(
        "E1", Optional.empty(), Optional.of("S1"), "S2", Optional.empty(), ITEMS);
  }

  private static TraceEvent ship() {
    return new TraceEvent.Ship(
        "E2", Optional.empty(), "S1", Optional.of("S2"), Optional.empty(), ITEMS);
  }

  private static List<String> counting(Session session) {
    return session
        .facts()
        .list(FactQuery.all().countingOn(NOW.atZone(ZoneOffset.UTC).toLocalDate(), ZoneOffset.UTC))
        .map(fact -> fact.subject() + " " + fact.findAttribute("finding").orElseThrow())
        .toList();
  }

  /** Lets something happen before the first transaction. */
  private static BooleanSupplier once(Runnable meanwhile) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (!done.getAndSet(true)) {
        meanwhile.run();
      }
      return true;
    };
  }

  @Test
  void whoeverHasSeenLessIsRefused() {
    try (FoodSafety city = storage.city().clock(clock).build()) {
      Session session = city.as(Actor.person("inspector-7"));
      session.trace().capture(receive());
      FindingFacts slow = process();

      FindingFacts.Progress progress =
          slow.record(
              NOW,
              once(
                  () -> {
                    session.trace().capture(ship());
                    assertThat(process().record(NOW, () -> true).complete()).isTrue();
                  }));

      assertThat(progress.complete()).isFalse();
      assertThat(counting(session))
          .as("that nothing came in at the sender; not the gap that was closed")
          .singleElement()
          .asString()
          .contains("business:S1", "no-origin");
      assertThat(slow.record(NOW, () -> true)).isEqualTo(FindingFacts.Progress.NONE);
    }
  }

  @Test
  void whoeverMayNotGoOnStopsAndLosesNothing() {
    try (FoodSafety city = storage.city().clock(clock).build()) {
      Session session = city.as(Actor.person("inspector-7"));
      session.trace().capture(receive());
      FindingFacts process = process();

      assertThat(process.record(NOW, () -> false).complete()).isFalse();
      assertThat(counting(session)).isEmpty();
      assertThat(process.record(NOW, () -> true)).isEqualTo(new FindingFacts.Progress(1, 0, true));
      assertThat(counting(session)).hasSize(1);
    }
  }
}
