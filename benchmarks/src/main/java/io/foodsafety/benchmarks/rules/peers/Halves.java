package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Grades a whole population on several threads, each with the peer's own view of it. */
final class Halves {

  private static final int PIECE = 4_096;

  private static final int THREADS = 2;

  private Halves() {}

  /** Nanoseconds that a peer takes for the first businesses, on all processors. */
  static long time(RulePeer peer, int size, Grades into) throws InterruptedException {
    long before = System.nanoTime();
    if (peer.usesAllProcessors()) {
      peer.grade(0, size, into);
    } else {
      grade(peer, size, into);
    }
    return System.nanoTime() - before;
  }

  private static void grade(RulePeer peer, int size, Grades into) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      RulePeer own = peer.forThread();
      Thread thread = new Thread(() -> gradePieces(own, next, size, into));
      thread.setUncaughtExceptionHandler((each, e) -> failed.set(e));
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    if (failed.get() != null) {
      throw new IllegalStateException(failed.get());
    }
  }

  private static void gradePieces(RulePeer own, AtomicInteger next, int size, Grades into) {
    for (int from = next.getAndAdd(PIECE); from < size; from = next.getAndAdd(PIECE)) {
      own.grade(from, Math.min(from + PIECE, size), into);
    }
  }
}
