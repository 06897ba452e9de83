package io.foodsafety.runtime.internal;

import java.time.Duration;

/** For how long something may be done, from the first question on. For one thread. */
final class TimeLimit {

  private final long nanos;
  private long begin;
  private boolean hasBegun;

  TimeLimit(Duration limit) {
    this.nanos = limit.toNanos();
  }

  /** Whether it has passed. */
  boolean isOver() {
    if (!hasBegun) {
      hasBegun = true;
      begin = System.nanoTime();
    }
    return System.nanoTime() - begin >= nanos;
  }
}
