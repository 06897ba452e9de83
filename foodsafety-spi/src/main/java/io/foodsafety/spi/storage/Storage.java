package io.foodsafety.spi.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * An open storage. Safe for use by many threads.
 *
 * <ul>
 *   <li>{@link #read} sees one snapshot.
 *   <li>{@link #write} is atomic and serialisable over what it read. Its work may be run several
 *       times, so it has no side effects. When it returns, the change is kept.
 *   <li>Whoever has read log position <i>n</i> never later sees a new entry at or before <i>n</i>.
 *   <li>An exception of the work ends the transaction without effect and is thrown on unchanged.
 *   <li>Calling {@link #read} or {@link #write} inside a work is an {@link IllegalStateException}.
 * </ul>
 */
public interface Storage extends AutoCloseable {

  /**
   * Reads.
   *
   * @param work reads from the snapshot it is handed
   * @param <R> the type of the result
   * @return what the work returned
   * @throws StorageException if the storage fails
   */
  <R> R read(Function<? super ReadView, ? extends R> work);

  /**
   * Reads and writes.
   *
   * @param work reads and writes in the transaction it is handed; may be run several times
   * @param <R> the type of the result
   * @return what the last run of the work returned
   * @throws VersionConflictException if a document was not at the expected version
   * @throws StorageException if the storage fails; nothing was then changed, or, if it failed while
   *     committing, it is unknown whether all or nothing was
   */
  <R> R write(Function<? super WriteTransaction, ? extends R> work);

  /**
   * Takes or renews a lease. Time is the storage's own, so that the clocks of several machines do
   * not matter.
   *
   * @param name what it is for, 1 to 256 characters
   * @param holder who wants it; the same holder renews it and keeps its token
   * @param duration how long from now, positive
   * @return the lease, or nothing while another holder has it
   */
  Optional<Lease> tryLease(String name, String holder, Duration duration);

  /**
   * Gives a lease back; without effect if it has passed to another holder.
   *
   * @param lease the lease
   */
  void release(Lease lease);

  /** Waits for running work and frees what is held; later calls throw IllegalStateException. */
  @Override
  void close();
}
