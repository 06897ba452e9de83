package io.foodsafety.examples.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The result of a run, in UTF-8. If its reader goes away, a run that does nothing else ends with a
 * {@link ClosedOutputException}; any other goes on, and nothing more is written.
 */
final class ResultStream extends FilterOutputStream {

  private static final int BUFFER = 1 << 16;

  private final Ending ending;

  ResultStream(OutputStream out, boolean endsWithReader) {
    this(new Ending(out, endsWithReader));
  }

  private ResultStream(Ending ending) {
    super(new BufferedOutputStream(ending, BUFFER));
    this.ending = ending;
  }

  /** Whether the reader went away. */
  boolean isUnread() {
    return ending.unread;
  }

  /** Writes a line. */
  void line(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
    write('\n');
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  /** Tells a reader that went away from a disk that is full. */
  private static final class Ending extends FilterOutputStream {
    private final boolean endsWithReader;
    private boolean unread;

    Ending(OutputStream out, boolean endsWithReader) {
      super(out);
      this.endsWithReader = endsWithReader;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (unread) {
        return;
      }
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failed(e);
      }
    }

    @Override
    public void flush() throws IOException {
      if (unread) {
        return;
      }
      try {
        out.flush();
      } catch (IOException e) {
        failed(e);
      }
    }

    private void failed(IOException e) throws IOException {
      String message = String.valueOf(e.getMessage());
      if (!message.contains("Broken pipe") && !message.contains("closed")) {
        throw e;
      }
      if (endsWithReader) {
        throw new ClosedOutputException(e);
      }
      unread = true;
    }
  }
}
