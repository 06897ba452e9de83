package io.foodsafety.spi.messaging;

/** The messaging failed: unreachable, full, or not allowed. Trying again later may help. */
public final class MessagingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure without a cause of its own.
   *
   * @param message what failed, and what to do
   */
  public MessagingException(String message) {
    super(message);
  }

  /**
   * A failure.
   *
   * @param message what failed, and what to do
   * @param cause the failure underneath
   */
  public MessagingException(String message, Throwable cause) {
    super(message, cause);
  }
}
