package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A correct storage as plain as can be: each transaction works on a copy of everything. The wrong
 * storages override one thing each.
 */
class ReferenceStorage implements Storage {

  private record Held(Lease lease, long until) {}

  final ReentrantLock writer = new ReentrantLock();
  volatile ReferenceModel committed;
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
  private final Map<String, Held> leases = new HashMap<>();
  volatile boolean closed;

  ReferenceStorage(ReferenceModel model) {
    this.committed = model;
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    enter();
    try {
      ReferenceView view = newView();
      try {
        return work.apply(view);
      } finally {
        view.end();
      }
    } finally {
      gate.readLock().unlock();
    }
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    enter();
    writer.lock();
    try {
      return transact(work);
    } finally {
      writer.unlock();
      gate.readLock().unlock();
    }
  }

  ReferenceView newView() {
    ReferenceModel snapshot = committed;
    return new ReferenceView(() -> snapshot);
  }

  ReferenceTransaction newTransaction(ReferenceModel copy) {
    return new ReferenceTransaction(copy);
  }

  <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
    ReferenceTransaction transaction = newTransaction(committed.copy());
    try {
      R result = work.apply(transaction);
      committed = transaction.finish();
      return result;
    } finally {
      transaction.end();
    }
  }

  @Override
  public synchronized Optional<Lease> tryLease(String name, String holder, Duration duration) {
    enter();
    try {
      if (name.isEmpty() || duration.isZero()) {
        throw new IllegalArgumentException("name or duration");
      }
      Held held = leases.get(name);
      boolean mine = held != null && held.lease.holder().equals(holder);
      if (held != null && !mine && !mayTake(held.until)) {
        return Optional.empty();
      }
      long last = held == null ? 0 : held.lease.token();
      Lease lease = new Lease(name, holder, mine ? renewedToken(last) : nextToken(last));
      leases.put(name, new Held(lease, System.nanoTime() + duration.toNanos()));
      return Optional.of(lease);
    } finally {
      gate.readLock().unlock();
    }
  }

  boolean mayTake(long until) {
    return System.nanoTime() >= until;
  }

  long renewedToken(long last) {
    return last;
  }

  long nextToken(long last) {
    return last + 1;
  }

  boolean mayRelease(Lease held, Lease lease) {
    return held.equals(lease);
  }

  @Override
  public synchronized void release(Lease lease) {
    enter();
    try {
      Held held = leases.get(lease.name());
      if (held != null && mayRelease(held.lease, lease)) {
        leases.put(lease.name(), new Held(new Lease(lease.name(), "", lease.token()), 0));
      }
    } finally {
      gate.readLock().unlock();
    }
  }

  @Override
  public void close() {
    gate.writeLock().lock();
    try {
      closed = true;
    } finally {
      gate.writeLock().unlock();
    }
  }

  boolean mayNest() {
    return false;
  }

  void enter() {
    if (gate.getReadHoldCount() > 0 && !mayNest()) {
      throw new IllegalStateException("nested");
    }
    gate.readLock().lock();
    if (closed) {
      gate.readLock().unlock();
      throw new IllegalStateException("closed");
    }
  }
}
