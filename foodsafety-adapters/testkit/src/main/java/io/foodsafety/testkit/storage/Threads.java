package io.foodsafety.testkit.storage;

import io.foodsafety.testkit.internal.Tasks;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets two sides of a rule meet. No wait is endless, so that a storage that blocks fails a rule.
 */
final class Threads {

  /** How long one side waits for the other, which a storage with locks may hold up. */
  static final long MEETING_MILLIS = 300;

  private Threads() {}

  /** Runs two tasks at once. */
  static void runBoth(Runnable first, Runnable second) {
    Tasks.runAll(List.of(first, second));
  }

  /** Whether a task ends within the time of a meeting. */
  static boolean endsSoon(Future<?> task) {
    return Tasks.endsWithin(task, MEETING_MILLIS);
  }

  /**
   * Waits for a signal, but no longer than a storage with locks may hold up the one who gives it.
   */
  static void awaitSoon(CountDownLatch latch) {
    try {
      boolean unused = latch.await(MEETING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that one side is there, and waits a moment for the other. */
  static void meet(CountDownLatch both) {
    both.countDown();
    awaitSoon(both);
  }
}
