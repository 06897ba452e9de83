package io.foodsafety.storage.jdbc.internal;

/** A log entry that waits for the end of its transaction. */
final class Appended {

  private static final long BEHIND_THE_LAST = 0;

  private final long position;
  private final byte[] body;

  private Appended(long position, byte[] body) {
    this.position = position;
    this.body = body;
  }

  static Appended behindTheLast(byte[] body) {
    return new Appended(BEHIND_THE_LAST, body);
  }

  /** IllegalArgumentException if there is no such position. */
  static Appended at(LogTable log, long position, byte[] body) {
    check(log, position, 0);
    return new Appended(position, body);
  }

  boolean isPlaced() {
    return position != BEHIND_THE_LAST;
  }

  /** Its bytes, which nobody changes. */
  byte[] body() {
    return body;
  }

  /** Its position behind the last; IllegalArgumentException if it was to stand before. */
  long positionBehind(long last, LogTable log) {
    if (!isPlaced()) {
      return last + 1;
    }
    check(log, position, last);
    return position;
  }

  private static void check(LogTable log, long position, long last) {
    if (position <= last) {
      throw new IllegalArgumentException(
          "The position (%d) of log (%s) must be greater than the last (%d)."
              .formatted(position, log.name(), last));
    }
  }
}
