package io.foodsafety.spi.storage;

import java.util.Arrays;
import java.util.Objects;

/** An entry of a log. Immutable. */
public final class LogEntry {

  private final long position;
  private final byte[] body;

  private LogEntry(long position, byte[] body) {
    this.position = position;
    this.body = body.clone();
  }

  /**
   * An entry as it is stored.
   *
   * @param position from 1, growing; there may be gaps
   * @param body its bytes; copied
   * @return the entry
   */
  public static LogEntry of(long position, byte[] body) {
    return new LogEntry(position, body);
  }

  /** {@return the position, from 1} */
  public long position() {
    return position;
  }

  /** {@return a copy of the bytes} */
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogEntry that
        && position == that.position
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, Arrays.hashCode(body));
  }

  /** {@return the position} */
  @Override
  public String toString() {
    return "#" + position;
  }
}
