package io.foodsafety.testkit.fault;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A storage that does what another one does. */
abstract class ForwardingStorage implements Storage {

  private final Storage storage;

  ForwardingStorage(Storage storage) {
    this.storage = storage;
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    return storage.read(work);
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    return storage.write(work);
  }

  @Override
  public Optional<Lease> tryLease(String name, String holder, Duration duration) {
    return storage.tryLease(name, holder, duration);
  }

  @Override
  public void release(Lease lease) {
    storage.release(lease);
  }

  @Override
  public void close() {
    storage.close();
  }
}
