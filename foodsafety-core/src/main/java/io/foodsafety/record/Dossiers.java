package io.foodsafety.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/**
 * Dossiers by the id of the business, in code point order, one at a time. Used by one thread and
 * closed by whoever asked for it. A temporary file that cannot be read is an {@link
 * java.io.UncheckedIOException}.
 */
public interface Dossiers extends Iterator<Dossier>, Closeable {

  /**
   * Frees the memory and deletes the temporary files.
   *
   * @throws IOException if a file cannot be deleted
   */
  @Override
  void close() throws IOException;
}
