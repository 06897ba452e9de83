package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.BenchmarkPolicy;
import io.foodsafety.benchmarks.rules.Column;
import io.foodsafety.benchmarks.rules.NewFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Facts of the day of assessment, as they come in: inspections, samples, complaints, penalties. */
final class NewFacts {

  private NewFacts() {}

  /** So many facts from a seed. */
  static List<NewFact> draw(long seed, int count) {
    Random random = new Random(seed);
    List<NewFact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(draw(random));
    }
    return facts;
  }

  private static NewFact draw(Random random) {
    int absentOr1 = random.nextBoolean() ? Column.ABSENT : 1;
    return switch (random.nextInt(4)) {
      case 0 ->
          fact(
              "inspection",
              random.nextInt(4),
              random.nextInt(25),
              random.nextInt(3),
              60 + random.nextInt(41),
              absentOr1);
      case 1 -> {
        int verdict = random.nextInt(2);
        int hazard = verdict == 0 ? Column.ABSENT : random.nextInt(8);
        yield fact("sample", random.nextInt(4), random.nextInt(10), verdict, hazard);
      }
      case 2 -> fact("complaint", random.nextInt(6), absentOr1);
      default ->
          fact("penalty", random.nextInt(6), random.nextInt(8), random.nextInt(900_000), absentOr1);
    };
  }

  private static NewFact fact(String kind, Integer... values) {
    return new NewFact(kind, BenchmarkPolicy.TODAY, List.of(values));
  }
}
