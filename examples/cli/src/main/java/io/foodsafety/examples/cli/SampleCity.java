package io.foodsafety.examples.cli;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A made-up city: every part is a function of the seed and its number. */
final class SampleCity {

  private static final long SUBJECT_SALT = 0x5EED_0000_0001L;
  private static final long FACT_SALT = 0x5EED_0000_0002L;
  private static final long WITHDRAWAL_SALT = 0x5EED_0000_0003L;

  private final long seed;
  private final int subjects;
  private final LocalDate until;

  SampleCity(long seed, int subjects, LocalDate until) {
    this.seed = seed;
    this.subjects = subjects;
    this.until = until;
  }

  Subject subject(int number) {
    return SampleSubject.of(id(number), number, until, random(SUBJECT_SALT, number, 0));
  }

  Fact fact(int number, int round) {
    String producer = id((int) (((long) number * 7 + round * 13L) % subjects));
    SampleFact facts = new SampleFact(until, random(FACT_SALT, number, round));
    return facts.of("F%07d-%02d".formatted(number + 1, round + 1), id(number), producer);
  }

  /** Whether a fact turned out to be wrong: one of a hundred. */
  boolean isWithdrawn(int number, int round) {
    return random(WITHDRAWAL_SALT, number, round).nextInt(100) == 0;
  }

  Withdrawal withdrawal(Fact fact) {
    LocalDate at = fact.at().date().orElse(until).plusDays(30);
    return Withdrawal.of(
        "W" + fact.id().substring(1),
        fact.id(),
        Moment.of(at.isAfter(until) ? until : at),
        "复核后撤销");
  }

  private static String id(int number) {
    return "S%07d".formatted(number + 1);
  }

  private SplittableRandom random(long salt, int number, int round) {
    long mixed =
        seed * 0x9E3779B97F4A7C15L
            + salt
            + number * 0xBF58476D1CE4E5B9L
            + round * 0x94D049BB133111EBL;
    return new SplittableRandom(mixed);
  }
}
