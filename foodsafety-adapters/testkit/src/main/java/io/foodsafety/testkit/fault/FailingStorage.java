package io.foodsafety.testkit.fault;

import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A storage that fails at chosen calls, with a {@link StorageException}. The next call may succeed
 * again.
 */
public final class FailingStorage extends ForwardingStorage {

  private final FaultPlan plan;
  private final Map<FaultPlan.Call, Long> calls = new EnumMap<>(FaultPlan.Call.class);

  private FailingStorage(Storage storage, FaultPlan plan) {
    super(storage);
    this.plan = plan;
  }

  /**
   * A failing storage.
   *
   * @param storage the storage underneath, which is closed with it
   * @param plan which calls fail
   * @return the storage
   */
  public static FailingStorage of(Storage storage, FaultPlan plan) {
    return new FailingStorage(storage, plan);
  }

  @Override
  public <R> R read(Function<? super ReadView, ? extends R> work) {
    if (next(FaultPlan.Call.READ).isPresent()) {
      throw new StorageException("The read fails on purpose, before its work.");
    }
    return super.read(work);
  }

  @Override
  public <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    Optional<Failure> failure = next(FaultPlan.Call.WRITE);
    if (failure.isEmpty()) {
      return super.write(work);
    }
    return switch (failure.get()) {
      case BEFORE_WORK ->
          throw new StorageException("The write fails on purpose, before its work.");
      case IN_WORK -> cut(work);
      case AFTER_COMMIT -> {
        R unused = super.write(work);
        throw new StorageException(
            "The write fails on purpose while committing: it is unknown whether it was done.");
      }
    };
  }

  private <R> R cut(Function<? super WriteTransaction, ? extends R> work) {
    return super.write(
        transaction -> {
          CutTransaction cut = new CutTransaction(transaction);
          R unused = work.apply(cut);
          throw cut.failure();
        });
  }

  private synchronized Optional<Failure> next(FaultPlan.Call call) {
    return plan.failure(call, calls.merge(call, 1L, Long::sum));
  }
}
