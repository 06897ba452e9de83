package io.foodsafety.record;

import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import java.io.IOException;
import java.io.InputStream;

/** Newline-delimited JSON: one object a line, with its type in {@code "type"}. */
public final class NdjsonFormat implements RecordFormat {

  /** The format; it has no settings. */
  public NdjsonFormat() {}

  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public boolean sniff(byte[] head) {
    return false;
  }

  @Override
  public void read(InputStream in, String source, RecordSink sink) throws IOException {
    throw new UnsupportedOperationException();
  }
}
