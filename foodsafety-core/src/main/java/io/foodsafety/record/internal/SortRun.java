package io.foodsafety.record.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** A file of sorted entries. */
final class SortRun {

  private static final int BUFFER = 1 << 16;

  private SortRun() {}

  /** Writes sorted entries to a file. */
  static void write(Path file, Iterator<SortEntry> entries) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      while (entries.hasNext()) {
        SortEntry entry = entries.next();
        out.writeInt(entry.key().length);
        out.write(entry.key());
        out.writeByte(entry.rank());
        out.writeLong(entry.sequence());
        out.writeInt(entry.source());
        out.writeInt(entry.line());
        out.writeInt(entry.payload().length);
        out.write(entry.payload());
      }
    }
  }

  /** Reads the entries of a file, one by one. */
  static final class Reader implements Closeable {
    private final DataInputStream in;

    Reader(Path file) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** The next entry, or nothing at the end. */
    Optional<SortEntry> next() throws IOException {
      int first = in.read();
      if (first < 0) {
        return Optional.empty();
      }
      int keyLength = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
      byte[] key = bytes(keyLength);
      int rank = in.readByte();
      long sequence = in.readLong();
      int source = in.readInt();
      int line = in.readInt();
      return Optional.of(new SortEntry(key, rank, sequence, source, line, bytes(in.readInt())));
    }

    private byte[] bytes(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("The temporary file ends inside an entry.");
      }
      return bytes;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
