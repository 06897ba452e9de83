package io.foodsafety.trace.internal.columns;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * One column in a file: a header of 32 bytes (magic, version, stamp of the directory, count of
 * bytes, checksum of the bytes, zero), then the bytes. In the order of bytes of the machine, so
 * that one with another order finds no magic.
 *
 * @param path the file
 * @param stamp what all files of a directory have in common
 * @param length the count of bytes
 * @param checksum what their CRC-32C should be
 */
record ColumnFile(Path path, long stamp, long length, int checksum) {

  private static final int MAGIC = 0x47545346; // FSTG
  private static final int VERSION = 2;
  private static final int HEADER_BYTES = 32;
  private static final int PIECE = 1 << 20;

  static void write(Path path, long stamp, Iterable<ByteBuffer> parts) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(HEADER_BYTES);
      CRC32C checksum = new CRC32C();
      long length = 0;
      for (ByteBuffer part : parts) {
        length += part.remaining();
        // by pieces: a channel copies a buffer of the heap into another one of the same size
        for (int at = part.position(); at < part.limit(); at += PIECE) {
          ByteBuffer piece = part.slice(at, Math.min(PIECE, part.limit() - at));
          checksum.update(piece.duplicate());
          writeFully(channel, piece);
        }
      }
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.nativeOrder());
      header.putInt(MAGIC).putInt(VERSION).putLong(stamp).putLong(length);
      header.putInt((int) checksum.getValue()).putInt(0).flip();
      channel.position(0);
      writeFully(channel, header);
      channel.force(true);
    }
  }

  /** Reads the header. */
  static ColumnFile open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.nativeOrder());
      readFully(path, channel, header);
      if (header.getInt() != MAGIC) {
        throw new IOException("The file " + path + " is no column of this machine.");
      }
      int version = header.getInt();
      if (version != VERSION) {
        throw new IOException(
            "The file " + path + " has version " + version + "; known is " + VERSION + ".");
      }
      ColumnFile file = new ColumnFile(path, header.getLong(), header.getLong(), header.getInt());
      if (header.getInt() != 0 || channel.size() - HEADER_BYTES != file.length()) {
        throw new IOException("The file " + path + " does not have the length that it names.");
      }
      return file;
    }
  }

  /** A part of the bytes as memory, less than 2^31 of them; what is written there stays private. */
  ByteBuffer map(long from, int count) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel
          .map(MapMode.PRIVATE, HEADER_BYTES + from, count)
          .order(ByteOrder.nativeOrder());
    }
  }

  /**
   * Reads all bytes.
   *
   * @throws IOException if they are not those that were written
   */
  void check() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.position(HEADER_BYTES);
      CRC32C actual = new CRC32C();
      ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
      for (long left = length; left > 0; left -= piece.limit()) {
        readFully(path, channel, piece.clear().limit((int) Math.min(PIECE, left)));
        actual.update(piece.duplicate());
      }
      if ((int) actual.getValue() != checksum) {
        throw new IOException("The file " + path + " is damaged: its checksum does not fit.");
      }
    }
  }

  private static void readFully(Path path, FileChannel channel, ByteBuffer bytes)
      throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("The file " + path + " is too short.");
      }
    }
    bytes.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
