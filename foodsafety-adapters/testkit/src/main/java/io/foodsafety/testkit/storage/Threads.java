package io.foodsafety.testkit.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs tasks in threads of their own. No wait is endless, so that a storage that blocks fails a
 * rule.
 */
final class Threads {

  /** How long one side waits for the other, which a storage with locks may hold up. */
  static final long MEETING_MILLIS = 300;

  private static final long LONGEST_SECONDS = 50;

  private Threads() {}

  /**
   * Runs all tasks at once, waits for all, and gives their results or throws what one has thrown.
   */
  static <T> List<T> runAll(List<Callable<T>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size(), Threads::daemon);
    try {
      List<Future<T>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(threads.submit(task)));
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(result(each));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Runs two tasks at once. */
  static void runBoth(Runnable first, Runnable second) {
    runAll(List.of(Executors.callable(first, true), Executors.callable(second, true)));
  }

  /** Starts a task, whose result is asked for later. */
  static <T> Future<T> start(Callable<T> task) {
    ExecutorService thread = Executors.newSingleThreadExecutor(Threads::daemon);
    try {
      return thread.submit(task);
    } finally {
      thread.shutdown();
    }
  }

  static <T> T result(Future<T> task) {
    try {
      return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("A thread was still busy after %d s.".formatted(LONGEST_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted.", e);
    }
  }

  /** Whether a task ends within the time of a meeting. */
  static boolean endsSoon(Future<?> task) {
    try {
      task.get(MEETING_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "storage-contract");
    thread.setDaemon(true);
    return thread;
  }
}
