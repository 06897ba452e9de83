package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.region.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The made-up city of the demonstration: every business is a function of the seed and its number.
 */
final class DemoCity {

  private final DemoPlaces places;
  private final long seed;
  private final LocalDate until;

  DemoCity(Region region, long seed, LocalDate until) {
    this.places = new DemoPlaces(region, until);
    this.seed = seed;
    this.until = until;
  }

  /**
   * A business and what happened to it.
   *
   * @param subject the business
   * @param facts two years of facts
   */
  record Business(Subject subject, List<Fact> facts) {}

  Business business(int number) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    Subject subject = new DemoSubject(places, until, random).of(number);
    return new Business(subject, new DemoFacts(subject, until, random).all());
  }
}
