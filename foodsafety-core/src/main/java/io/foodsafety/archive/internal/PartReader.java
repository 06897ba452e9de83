package io.foodsafety.archive.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of a part in order. Used by one thread. */
final class PartReader implements AutoCloseable {

  /** A body may be as long as a storage allows; checksums have been compared before. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private static final int MOST_LINES = 1_000;
  private static final int MOST_BYTES = 4 << 20;

  private final JsonParser json;

  PartReader(InputStream part) throws IOException {
    this.json = JSON.createParser(part);
  }

  /** Leaves lines out. */
  void skip(long lines) throws IOException {
    for (long i = 0; i < lines && json.nextToken() == JsonToken.START_OBJECT; i++) {
      json.skipChildren();
    }
  }

  /** The next lines, at most a thousand; none at the end. */
  List<ArchiveLine> next() throws IOException {
    List<ArchiveLine> lines = new ArrayList<>();
    long bytes = 0;
    while (lines.size() < MOST_LINES
        && bytes < MOST_BYTES
        && json.nextToken() == JsonToken.START_OBJECT) {
      ArchiveLine line = ArchiveLine.read(json);
      bytes += line.body().length;
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
