package io.foodsafety.runtime.internal;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A storage, as a process sees it: the process may die before and after each call. */
record MortalStorage(Storage storage, Mortal process) implements Storage {

  private <T> T step(Supplier<T> call) {
    process.step();
    T result = call.get();
    process.step();
    return result;
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    return step(() -> storage.read(work));
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    return step(() -> storage.write(work));
  }

  @Override
  public Optional<Lease> tryLease(String name, String holder, Duration duration) {
    return step(() -> storage.tryLease(name, holder, duration));
  }

  @Override
  public void release(Lease lease) {
    process.step();
    storage.release(lease);
  }

  @Override
  public void close() {}
}
