package io.foodsafety.testkit.fault;

import java.util.Optional;
import java.util.Random;

/**
 * Which calls fail. Called once for each call of {@code read} and {@code write}, in the order in
 * which they begin; by one thread at a time.
 */
@FunctionalInterface
public interface FaultPlan {

  /** What is called. */
  enum Call {
    /** A read. */
    READ,
    /** A write. */
    WRITE
  }

  /**
   * Whether a call fails.
   *
   * @param call what is called
   * @param number which one of its kind it is, from 1
   * @return when it fails, or nothing if it does not; a read fails before its work in any case
   */
  Optional<Failure> failure(Call call, long number);

  /**
   * One write fails.
   *
   * @param number which one, from 1
   * @param failure when it fails
   * @return the plan
   */
  static FaultPlan write(long number, Failure failure) {
    return (call, current) ->
        call == Call.WRITE && current == number ? Optional.of(failure) : Optional.empty();
  }

  /**
   * One read fails.
   *
   * @param number which one, from 1
   * @return the plan
   */
  static FaultPlan read(long number) {
    return (call, current) ->
        call == Call.READ && current == number
            ? Optional.of(Failure.BEFORE_WORK)
            : Optional.empty();
  }

  /**
   * Calls fail by chance, in each of the ways. The same seed and order of calls give the same
   * failures.
   *
   * @param seed where the random numbers begin
   * @param percent how many calls of a hundred fail, 0 to 100
   * @return the plan
   * @throws IllegalArgumentException if the share is out of range
   */
  static FaultPlan seeded(long seed, int percent) {
    checkPercent(percent);
    Random random = new Random(seed);
    Failure[] all = Failure.values();
    return (call, number) ->
        random.nextInt(100) < percent
            ? Optional.of(all[random.nextInt(all.length)])
            : Optional.empty();
  }

  /**
   * Checks a share.
   *
   * @param percent the share
   * @return the same share
   * @throws IllegalArgumentException if it does not lie between 0 and 100
   */
  static int checkPercent(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "The share (%d) must lie between 0 and 100 percent.".formatted(percent));
    }
    return percent;
  }
}
