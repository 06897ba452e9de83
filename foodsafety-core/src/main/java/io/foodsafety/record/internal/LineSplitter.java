package io.foodsafety.record.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines of bytes and holds one of them. A line that is too long is skipped
 * without holding it. A byte order mark at the beginning is left out.
 */
public final class LineSplitter {

  private static final int FIRST_SIZE = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int limit;

  private byte[] buffer = new byte[FIRST_SIZE];
  private int filled;
  private int next;
  private int offset;
  private int length;
  private int number;
  private boolean tooLong;
  private boolean terminated;

  /**
   * A splitter.
   *
   * @param in the bytes; stays open
   * @param limit most bytes of a line
   */
  public LineSplitter(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * Goes on to the next line.
   *
   * @return false at the end of the stream
   * @throws IOException if the stream cannot be read
   */
  public boolean next() throws IOException {
    tooLong = false;
    int from = next;
    while (true) {
      int end = indexOfNewline(from);
      if (end >= 0) {
        return line(end, end + 1, true);
      }
      from = filled;
      if (filled - next > limit) {
        tooLong = true;
        next = 0;
        filled = 0;
        from = 0;
      }
      from -= makeRoom();
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        return (filled > next || tooLong) && line(filled, filled, false);
      }
      filled += count;
    }
  }

  private boolean line(int end, int newNext, boolean newTerminated) {
    offset = next;
    length = end - next;
    next = newNext;
    terminated = newTerminated;
    tooLong |= length > limit;
    number++;
    if (number == 1 && startsWithMark()) {
      offset += BYTE_ORDER_MARK.length;
      length -= BYTE_ORDER_MARK.length;
    }
    return true;
  }

  private boolean startsWithMark() {
    return length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            buffer,
            offset,
            offset + BYTE_ORDER_MARK.length,
            BYTE_ORDER_MARK,
            0,
            BYTE_ORDER_MARK.length);
  }

  private int indexOfNewline(int from) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Moves the unfinished line to the front, or enlarges the buffer; returns how far it moved. */
  private int makeRoom() {
    if (filled < buffer.length) {
      return 0;
    }
    int moved = next;
    if (moved > 0) {
      System.arraycopy(buffer, next, buffer, 0, filled - next);
      filled -= moved;
      next = 0;
    } else {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return moved;
  }

  /** {@return the number of the line, from 1} */
  public int number() {
    return number;
  }

  /** {@return whether the line was longer than the limit, and skipped} */
  public boolean isTooLong() {
    return tooLong;
  }

  /**
   * {@return whether the stream ends in this line, and an opening brace begins and no brace ends
   * it}
   */
  public boolean isCutOff() {
    int last = offset + length - 1;
    while (last > offset && isWhite(buffer[last])) {
      last--;
    }
    return !terminated && length > 0 && buffer[offset] == '{' && buffer[last] != '}';
  }

  private static boolean isWhite(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** {@return whether the line has nothing but white space} */
  public boolean isBlank() {
    for (int i = offset; i < offset + length; i++) {
      if (!isWhite(buffer[i])) {
        return false;
      }
    }
    return true;
  }

  /** {@return what holds the line, until the next one} */
  public byte[] buffer() {
    return buffer;
  }

  /** {@return where the line begins in the buffer} */
  public int offset() {
    return offset;
  }

  /** {@return the number of bytes of the line, its break left out} */
  public int length() {
    return length;
  }
}
