package io.foodsafety.testkit.fault;

import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.time.Duration;
import java.util.function.Function;

/**
 * A storage that takes its time: each read and write waits before its work, and a write waits again
 * before it commits, so that others find its transaction open.
 */
public final class SlowStorage extends ForwardingStorage {

  private final Duration pause;

  private SlowStorage(Storage storage, Duration pause) {
    super(storage);
    this.pause = pause;
  }

  /**
   * A slow storage.
   *
   * @param storage the storage underneath, which is closed with it
   * @param pause how long each wait is
   * @return the storage
   * @throws IllegalArgumentException if the pause is negative
   */
  public static SlowStorage of(Storage storage, Duration pause) {
    if (pause.isNegative()) {
      throw new IllegalArgumentException("The pause (%s) must not be negative.".formatted(pause));
    }
    return new SlowStorage(storage, pause);
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    return super.read(
        view -> {
          await();
          return work.apply(view);
        });
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    return super.write(
        transaction -> {
          await();
          R result = work.apply(transaction);
          await();
          return result;
        });
  }

  private void await() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("The slow storage was interrupted.", e);
    }
  }
}
