package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.region.Region;
import io.foodsafety.spi.format.RecordWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

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

  /**
   * Writes businesses and their facts as records.
   *
   * @param file where to
   * @param businesses how many businesses
   * @param progress hears how many records were written so far
   * @return how many records were written
   */
  long write(Path file, int businesses, LongConsumer progress) throws IOException {
    long records = 0;
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        RecordWriter writer = new NdjsonFormat().writer(stream).orElseThrow()) {
      for (int i = 0; i < businesses; i++) {
        Business business = business(i);
        writer.write(RecordEncoder.encode(business.subject()));
        for (Fact fact : business.facts()) {
          writer.write(RecordEncoder.encode(fact));
        }
        records += 1 + business.facts().size();
        progress.accept(records);
      }
    }
    return records;
  }

  Business business(int number) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    Subject subject = new DemoSubject(places, until, random).of(number);
    return new Business(subject, new DemoFacts(subject, until, random).all());
  }
}
