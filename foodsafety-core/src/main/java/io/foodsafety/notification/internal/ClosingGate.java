package io.foodsafety.notification.internal;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets calls in until it is closed; closing waits for those inside. Safe for many threads. */
final class ClosingGate {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /** Runs a call, unless the gate is closed. */
  void pass(Runnable call) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The channel is closed.");
      }
      call.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Closes the gate; whether it was open. */
  boolean close() {
    lock.writeLock().lock();
    try {
      boolean wasOpen = !closed;
      closed = true;
      return wasOpen;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
