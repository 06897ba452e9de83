package io.foodsafety.spi.crypto;

import java.io.Serial;

/** Keys cannot be opened, used or changed. The message names no key material. */
public final class KeyException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message what failed, and what to do
   */
  public KeyException(String message) {
    super(message);
  }

  /**
   * A failure with its cause.
   *
   * @param message what failed, and what to do
   * @param cause why
   */
  public KeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
