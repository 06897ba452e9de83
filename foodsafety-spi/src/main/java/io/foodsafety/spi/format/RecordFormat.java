package io.foodsafety.spi.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A way of writing records down, such as NDJSON. Safe for use by many threads. */
public interface RecordFormat {

  /** Most bytes that {@link #sniff} is shown. */
  int SNIFF_LENGTH = 4096;

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /**
   * Whether a stream looks like this format. If two formats claim a stream, it is refused until the
   * user names one.
   *
   * @param head its first bytes, at most {@link #SNIFF_LENGTH}
   * @return true if this format would read it
   */
  boolean sniff(byte[] head);

  /**
   * Reads a stream to its end, record by record, without holding more than a record in memory. Bad
   * records are rejected to the sink and reading goes on. The stream stays open.
   *
   * @param in the bytes
   * @param source the name of the file or stream, for locations
   * @param sink takes records and issues
   * @throws IOException if the stream cannot be read or the sink refuses
   */
  void read(InputStream in, String source, RecordSink sink) throws IOException;

  /**
   * Begins to write records.
   *
   * @param out where to
   * @return a writer, or nothing if this format only reads
   * @throws IOException if the beginning cannot be written
   */
  default Optional<RecordWriter> writer(OutputStream out) throws IOException {
    return Optional.empty();
  }
}
