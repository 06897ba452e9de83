package io.foodsafety.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs tasks in threads of their own. No wait is endless, so that a plug-in that blocks fails a
 * rule.
 */
public final class Tasks {

  private static final long LONGEST_SECONDS = 50;

  private Tasks() {}

  /**
   * Runs all tasks at once, waits for all, and gives their results or throws what one has thrown.
   */
  public static <T> List<T> callAll(List<Callable<T>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size(), Tasks::daemon);
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

  /** Runs all tasks at once and waits for all, or throws what one has thrown. */
  public static void runAll(List<Runnable> tasks) {
    callAll(tasks.stream().map(task -> Executors.callable(task, true)).toList());
  }

  /** Starts a task, whose result is asked for later. */
  public static <T> Future<T> start(Callable<T> task) {
    ExecutorService thread = Executors.newSingleThreadExecutor(Tasks::daemon);
    try {
      return thread.submit(task);
    } finally {
      thread.shutdown();
    }
  }

  /** Starts a task without a result, whose end is waited for later. */
  public static Future<?> run(Runnable task) {
    return start(Executors.callable(task));
  }

  /** Waits for a task; its result, or what it has thrown as the cause of an AssertionError. */
  public static <T> T result(Future<T> task) {
    try {
      return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("A thread was still busy after %d s.".formatted(LONGEST_SECONDS), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Whether a task ends, in whatever way, within a time. */
  public static boolean endsWithin(Future<?> task, long millis) {
    try {
      task.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Sleeps. */
  public static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("The test was interrupted.", e);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "contract");
    thread.setDaemon(true);
    return thread;
  }
}
