package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.format.DataRecord;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps withdrawals until all facts are stored: the first ones in memory, the rest in a temporary
 * file, which closing deletes. Used by one thread; a full disk is an {@link UncheckedIOException}.
 */
final class WithdrawalSpool implements Closeable {

  /** Takes a record back. */
  interface Taker {
    void take(DataRecord record) throws RecordSourceReader.Stopped;
  }

  private final int maxInMemory;
  private final String type;
  private final List<DataRecord> first = new ArrayList<>();
  private @Nullable Path file;
  private @Nullable DataOutputStream out;
  private long inFile;

  WithdrawalSpool(String type, int maxInMemory) {
    this.type = type;
    this.maxInMemory = maxInMemory;
  }

  /** Keeps a record that canonical JSON can hold. */
  void add(DataRecord record) {
    if (first.size() < maxInMemory) {
      first.add(record);
      return;
    }
    byte[] bytes = CanonicalJson.write(fields(record));
    try {
      DataOutputStream stream = stream();
      stream.writeInt(bytes.length);
      stream.write(bytes);
      inFile++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> fields(DataRecord record) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put("source", record.location().source());
    fields.put("line", BigDecimal.valueOf(record.location().line()));
    fields.put("fields", record.fields());
    return fields;
  }

  private DataOutputStream stream() throws IOException {
    if (out == null) {
      file = Files.createTempFile("foodsafety-import-", ".spool");
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }
    return out;
  }

  /** Gives all records back, in the order in which they were added. */
  void drain(Taker taker) throws RecordSourceReader.Stopped {
    for (DataRecord record : first) {
      taker.take(record);
    }
    if (file == null || out == null) {
      return;
    }
    try {
      out.close();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
        for (long i = 0; i < inFile; i++) {
          taker.take(record(CanonicalJson.read(in.readNBytes(in.readInt()))));
        }
      }
    } catch (RecordSourceReader.Stopped e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataRecord record(Map<String, @Nullable Object> fields) {
    int line = ((BigDecimal) Objects.requireNonNull(fields.get("line"))).intValueExact();
    Map<String, @Nullable Object> content = new HashMap<>();
    if (fields.get("fields") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> content.put(String.valueOf(key), value));
    }
    return DataRecord.of(
        type, content, new Location(String.valueOf(fields.get("source")), line, ""));
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
