package io.foodsafety.spi.format;

import java.io.Closeable;
import java.io.IOException;

/** Writes records in a format. Used by one thread. */
public interface RecordWriter extends Closeable {

  /**
   * Writes a record.
   *
   * @param record the record
   * @throws IOException if it cannot be written
   */
  void write(DataRecord record) throws IOException;

  /**
   * Ends the document; the stream given stays open and is flushed.
   *
   * @throws IOException if it cannot be written
   */
  @Override
  void close() throws IOException;
}
