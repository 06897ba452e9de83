package io.foodsafety.trace.internal.graph;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A graph in a directory, one file per column. Little-endian: a header of 32 bytes (magic, version,
 * nodes, edges, length of the column, checksum of the column, two zeros), then the numbers.
 */
final class GraphFiles {

  private static final int MAGIC = 0x47545346; // FSTG
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 32;
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path directory;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** What all files of a graph say. */
  private record Header(int nodes, int edges) {}

  GraphFiles(Path directory) {
    this.directory = directory;
  }

  void save(TimedGraph graph) throws IOException {
    Files.createDirectories(directory);
    Header header = new Header(graph.nodes(), graph.edges());
    for (Direction direction : Direction.values()) {
      Adjacency adjacency = graph.adjacency(direction);
      write(file(direction, "blocks"), header, adjacency.blocks());
      write(file(direction, "links"), header, adjacency.links());
      write(file(direction, "refs"), header, adjacency.refs());
    }
  }

  TimedGraph open() throws IOException {
    Header header = readHeader(file(Direction.FORWARD, "blocks"));
    return new TimedGraph(
        header.nodes(),
        header.edges(),
        adjacency(Direction.FORWARD, header),
        adjacency(Direction.BACKWARD, header));
  }

  private Adjacency adjacency(Direction direction, Header header) throws IOException {
    return new Adjacency(
        read(file(direction, "blocks"), header),
        read(file(direction, "links"), header),
        read(file(direction, "refs"), header));
  }

  private Path file(Direction direction, String column) {
    return directory.resolve(direction.name().toLowerCase(Locale.ROOT) + "." + column);
  }

  private void write(Path file, Header header, int[] column) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(HEADER_BYTES);
      CRC32C checksum = new CRC32C();
      for (int done = 0; done < column.length; ) {
        int count = Math.min(BUFFER_BYTES / Integer.BYTES, column.length - done);
        buffer.clear();
        buffer.asIntBuffer().put(column, done, count);
        buffer.limit(count * Integer.BYTES);
        checksum.update(buffer);
        writeFully(channel, buffer.rewind());
        done += count;
      }
      buffer.clear();
      buffer.putInt(MAGIC).putInt(VERSION).putInt(header.nodes()).putInt(header.edges());
      buffer.putInt(column.length).putInt((int) checksum.getValue()).putInt(0).putInt(0).flip();
      channel.position(0);
      writeFully(channel, buffer);
      channel.force(true);
    }
  }

  private int[] read(Path file, Header expected) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (!readHeader(file, channel).equals(expected)) {
        throw new IOException("The file " + file + " belongs to another graph.");
      }
      int length = buffer.getInt();
      int expectedChecksum = buffer.getInt();
      if (length < 0 || channel.size() != HEADER_BYTES + (long) length * Integer.BYTES) {
        throw new IOException("The file " + file + " does not have the length that it names.");
      }
      int[] column = new int[length];
      CRC32C checksum = new CRC32C();
      for (int done = 0; done < length; ) {
        int count = Math.min(BUFFER_BYTES / Integer.BYTES, length - done);
        readFully(file, channel, count * Integer.BYTES);
        buffer.asIntBuffer().get(column, done, count);
        checksum.update(buffer);
        done += count;
      }
      if ((int) checksum.getValue() != expectedChecksum) {
        throw new IOException("The file " + file + " is damaged: its checksum does not fit.");
      }
      return column;
    }
  }

  private Header readHeader(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return readHeader(file, channel);
    }
  }

  /** Leaves the buffer after the number of edges. */
  private Header readHeader(Path file, FileChannel channel) throws IOException {
    readFully(file, channel, HEADER_BYTES);
    if (buffer.getInt() != MAGIC) {
      throw new IOException("The file " + file + " is no column of a graph.");
    }
    int version = buffer.getInt();
    if (version != VERSION) {
      throw new IOException(
          "The file " + file + " has version " + version + "; known is " + VERSION + ".");
    }
    return new Header(buffer.getInt(), buffer.getInt());
  }

  private void readFully(Path file, FileChannel channel, int bytes) throws IOException {
    buffer.clear().limit(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("The file " + file + " is too short.");
      }
    }
    buffer.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
