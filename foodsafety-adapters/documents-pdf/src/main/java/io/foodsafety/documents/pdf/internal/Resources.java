package io.foodsafety.documents.pdf.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files beside this class. */
final class Resources {

  private Resources() {}

  static InputStream open(String name) {
    InputStream stream = Resources.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("The jar lacks its file (%s).".formatted(name));
    }
    return stream;
  }

  static String text(String name) {
    try (InputStream stream = open(name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
