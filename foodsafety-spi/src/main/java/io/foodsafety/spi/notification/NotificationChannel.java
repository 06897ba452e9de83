package io.foodsafety.spi.notification;

/**
 * An open way to reach people. Safe for use by many threads.
 *
 * <ul>
 *   <li>When {@link #deliver} has returned, the notice was accepted by whatever carries it on; it
 *       is not merely kept in this process.
 *   <li>It ends within a time that the settings bound, whatever happens outside.
 *   <li>No message of an exception holds an address, a text, or a secret of the settings: it is
 *       stored, and shown to operators.
 * </ul>
 */
public interface NotificationChannel extends AutoCloseable {

  /**
   * Hands over a notice, once. The city tries again by itself, later and with the same id: whoever
   * is handed a notice twice must not make two of it, or must pass on its id.
   *
   * @param notice the notice
   * @throws NoticeRefusedException if this notice can never be accepted as it is
   * @throws NotificationException if it was not accepted, or if that is not known; trying again
   *     later may help
   */
  void deliver(Notice notice);

  /**
   * Waits for running deliveries and frees what is held; later calls throw IllegalStateException.
   * Closing twice is harmless.
   */
  @Override
  void close();
}
