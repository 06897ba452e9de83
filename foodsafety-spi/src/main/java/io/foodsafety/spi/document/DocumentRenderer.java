package io.foodsafety.spi.document;

import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A way of writing official documents, chosen by name. Safe for use by many threads. */
public interface DocumentRenderer {

  /** {@return the name by which it is chosen, {@code [a-z][a-z0-9-]{1,62}}} */
  String name();

  /** {@return what it writes, such as {@code application/pdf}} */
  String mediaType();

  /** {@return the usual ending of file names, without a dot, such as {@code pdf}} */
  String fileExtension();

  /** {@return the settings it reads} */
  default List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  /**
   * Writes a document. The same document with the same settings gives the same bytes. Whatever a
   * text says, it comes out as that text, never as markup or a script. A character that cannot be
   * shown is written so that it can be told from all others; none is left out. The stream stays
   * open and is flushed.
   *
   * @param document the document
   * @param config the settings
   * @param out where to
   * @throws IllegalStateException if something that the renderer needs is not there, such as a font
   * @throws IOException if the stream cannot be written
   */
  void render(OfficialDocument document, Config config, OutputStream out) throws IOException;
}
