package io.foodsafety.spi.storage;

/**
 * The storage failed: unreachable, full, damaged, or of a format that this version does not read.
 */
public final class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure without a cause of its own.
   *
   * @param message what failed, and what to do
   */
  public StorageException(String message) {
    super(message);
  }

  /**
   * A failure.
   *
   * @param message what failed, and what to do
   * @param cause the failure underneath
   */
  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
