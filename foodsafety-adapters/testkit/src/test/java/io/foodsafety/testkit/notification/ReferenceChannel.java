package io.foodsafety.testkit.notification;

import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NotificationChannel;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A plain channel. Made to be wrong in one thing each: what others override. */
class ReferenceChannel implements NotificationChannel {

  static final long TIMEOUT_MILLIS = 600;

  final Board board;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  ReferenceChannel(Board board) {
    this.board = board;
  }

  @Override
  public void deliver(Notice notice) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The channel is closed.");
      }
      post(notice);
    } finally {
      lock.readLock().unlock();
    }
  }

  void post(Notice notice) {
    board.post(Arrival.of(notice), TIMEOUT_MILLIS);
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
