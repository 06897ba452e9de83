package io.foodsafety.spi.notification;

/**
 * A notice can never be accepted as it is, because of itself or of its recipient; others can. The
 * message holds no address, no text and no secret.
 */
public final class NoticeRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message why
   */
  public NoticeRefusedException(String message) {
    super(message);
  }
}
