package io.foodsafety.spi.notification;

/**
 * A notice was not accepted, or that is not known; trying again later may help. The message holds
 * no address, no text and no secret.
 */
public final class NotificationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure without a cause of its own.
   *
   * @param message what failed, and what to do
   */
  public NotificationException(String message) {
    super(message);
  }

  /**
   * A failure.
   *
   * @param message what failed, and what to do
   * @param cause the failure underneath
   */
  public NotificationException(String message, Throwable cause) {
    super(message, cause);
  }
}
