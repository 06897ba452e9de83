package io.foodsafety.trace.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.measure.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The quick way to pair halves takes the pairs that come first in the list of all pairs. */
class NearestPairsTest {

  private record Pair(Half sent, Half received) {

    private boolean isTimeless() {
      return !sent.at().isKnown() || !received.at().isKnown();
    }

    private boolean isReversed() {
      return !isTimeless() && received.at().certainlyBefore(sent.at());
    }

    private long gap() {
      return isTimeless() ? 0 : sent.at().gapTo(received.at());
    }

    String name() {
      return sent.event() + "-" + received.event();
    }
  }

  private static final Comparator<Pair> FIRST =
      Comparator.comparing(Pair::isTimeless)
          .thenComparing(Pair::isReversed)
          .thenComparing(Pair::gap)
          .thenComparing(pair -> pair.sent().event())
          .thenComparing(pair -> pair.received().event());

  private static List<Half> halves(String name, int count, int seconds, Random random) {
    List<Half> halves = new ArrayList<>();
    Optional<Quantity> unknown = Optional.empty();
    for (int i = 0; i < count; i++) {
      int first = random.nextInt(seconds);
      Span at =
          random.nextInt(8) == 0
              ? Span.UNKNOWN
              : new Span(first, first + (random.nextBoolean() ? 0 : random.nextInt(seconds)));
      halves.add(
          new Half(
              0, "%s%02d".formatted(name, random.nextInt(8) * 10 + i),
              "L",
              Optional.of("farm"),
              Optional.of("shop"),
              Optional.empty(),
              at,
              List.of(unknown)));
    }
    return halves;
  }

  private static Set<String> byList(List<Half> sent, List<Half> received) {
    List<Pair> all = new ArrayList<>();
    sent.forEach(one -> received.forEach(other -> all.add(new Pair(one, other))));
    all.sort(FIRST);
    Set<Half> taken = new HashSet<>();
    Set<String> names = new TreeSet<>();
    for (Pair pair : all) {
      if (!taken.contains(pair.sent()) && !taken.contains(pair.received())) {
        taken.add(pair.sent());
        taken.add(pair.received());
        names.add(pair.name());
      }
    }
    return names;
  }

  @Test
  void thePairsAreThoseThatComeFirst() {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      int seconds = 1 + random.nextInt(40);
      List<Half> sent = halves("S", random.nextInt(10), seconds, random);
      List<Half> received = halves("R", random.nextInt(10), seconds, random);
      Set<String> pairs = new TreeSet<>();
      NearestPairs.pair(sent, received, (one, other) -> pairs.add(new Pair(one, other).name()));

      assertThat(pairs).as("seed %d", seed).isEqualTo(byList(sent, received));
    }
  }
}
