package io.foodsafety.spi.messaging;

import java.util.Optional;

/** One member of a group. Safe for use by many threads. */
public interface Subscription extends AutoCloseable {

  /**
   * What keeps it from receiving at the moment. It goes on trying by itself.
   *
   * @return the failure; nothing if all is well
   */
  Optional<MessagingException> problem();

  /**
   * Waits for the running handler and leaves the group; what that handler has finished is not
   * delivered again. Closing twice is harmless. Called by the handler itself, it does not wait: no
   * further message is handled.
   */
  @Override
  void close();
}
