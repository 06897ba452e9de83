package io.foodsafety.storage.jdbc.internal;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets calls in until it is closed. Closing waits for those inside. */
final class Gate {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /** Enters to run a work, which must not be inside another one. */
  void enterWork() {
    checkNotInside();
    enter();
  }

  void enter() {
    lock.readLock().lock();
    if (closed) {
      lock.readLock().unlock();
      throw new IllegalStateException("The storage is closed.");
    }
  }

  void leave() {
    lock.readLock().unlock();
  }

  /** Closes, and says whether it was still open. */
  boolean close() {
    checkNotInside();
    lock.writeLock().lock();
    try {
      boolean first = !closed;
      closed = true;
      return first;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void checkNotInside() {
    if (lock.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          "The storage was called inside a work. Maybe the view that the work was handed is meant?");
    }
  }
}
