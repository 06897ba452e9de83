package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Storage in a database: lets calls in, and hands works to a {@link Transactions}. */
final class JdbcStorage implements Storage {

  private final Gate gate = new Gate();
  private final Engine engine;
  private final Transactions transactions;
  private final JdbcLeases leases;

  JdbcStorage(Engine engine, Tables tables) {
    this.engine = engine;
    this.transactions = new Transactions(engine, tables);
    this.leases = new JdbcLeases(engine);
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    gate.enterWork();
    try {
      return transactions.read(work);
    } finally {
      gate.leave();
    }
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    gate.enterWork();
    try {
      return transactions.write(work);
    } finally {
      gate.leave();
    }
  }

  @Override
  public Optional<Lease> tryLease(String name, String holder, Duration duration) {
    gate.enter();
    try {
      return leases.take(name, holder, duration);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void release(Lease lease) {
    gate.enter();
    try {
      leases.release(lease);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void close() {
    if (gate.close()) {
      engine.close();
    }
  }
}
