package io.foodsafety.examples.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The result of a run, in UTF-8. A reader that went away is a {@link ClosedOutputException}. */
final class ResultStream extends FilterOutputStream {

  private static final int BUFFER = 1 << 16;

  ResultStream(OutputStream out) {
    super(new BufferedOutputStream(new Ending(out), BUFFER));
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
    Ending(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw ending(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw ending(e);
      }
    }

    private static IOException ending(IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Broken pipe") || message.contains("closed")) {
        throw new ClosedOutputException(e);
      }
      return e;
    }
  }
}
