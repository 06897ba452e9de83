package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who reads while events come in sees the network of one position, whole. */
class TraceConcurrencyTest {

  private static final int READERS = 10;

  private static final TraceStart START = TraceStart.lot("L0");

  private static String answer(TraceNetwork network, int kind) {
    return switch (kind % 3) {
      case 0 -> network.recall(START).toJson(Map.of(), Locale.ENGLISH);
      case 1 -> network.trace(TraceQuery.of(START, TraceDirection.BOTH)).toJson(Locale.ENGLISH);
      default -> network.gaps(Optional.empty()).toJson(Locale.ENGLISH);
    };
  }

  @Test
  void eachAnswerIsThatOfANetworkReplayedToItsPosition() throws Exception {
    List<TraceEvent> events = manyEvents();
    TraceNetwork network = new LiveNetwork(TraceComparison.ZONE, 5); // with many bases
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        int kind = reader;
        Callable<Void> read =
            () -> {
              while (!done.get()) {
                answers.putIfAbsent(answer(network, kind), kind % 3);
              }
              return null;
            };
        readers.add(pool.submit(read));
      }
      for (int i = 0; i < events.size(); i++) {
        network.capture(List.of(events.get(i)), i + 1);
        Thread.onSpinWait();
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
    } finally {
      pool.shutdownNow();
    }
    List<String> replayed = new ArrayList<>();
    TraceNetwork replay = TraceNetwork.empty(TraceComparison.ZONE);
    for (int kind = 0; kind < 3; kind++) {
      replayed.add(answer(replay, kind));
    }
    for (int i = 0; i < events.size(); i++) {
      replay.capture(List.of(events.get(i)), i + 1);
      for (int kind = 0; kind < 3; kind++) {
        replayed.add(answer(replay, kind));
      }
    }
    assertThat(answers.keySet()).isNotEmpty().isSubsetOf(replayed);
  }

  /** Changes at one position are seen together or not at all. */
  @Test
  void captureAtTheSamePositionIsSeenByNobodyHalfWay() {
    TraceNetwork network = TraceNetwork.empty(TraceComparison.ZONE);
    TraceStory story =
        new TraceStory().create("E1", "", "S0", "L0 1").create("E2", "", "S1", "L0 1");
    network.capture(story.events().subList(0, 1), 7);
    network.capture(story.events(), 7);
    assertThat(network.position()).isEqualTo(7);
    assertThat(network.recall(START).holdings()).hasSize(2);
  }

  private static List<TraceEvent> manyEvents() {
    for (long seed = 1; ; seed++) {
      List<TraceEvent> events = new RandomTrace(seed).events();
      if (events.size() > 35) {
        return events;
      }
    }
  }
}
