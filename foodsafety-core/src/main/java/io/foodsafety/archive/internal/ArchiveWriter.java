package io.foodsafety.archive.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchiveIssues;
import io.foodsafety.archive.ArchivePart;
import io.foodsafety.archive.ArchivePart.Kind;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes archives, page by page. The file has another name until it is whole, so that whoever is
 * killed leaves nothing that looks like an archive.
 */
public final class ArchiveWriter {

  static final String HEADER = "archive.json";

  private static final int PAGE = 500;
  private static final JsonFactory JSON = new JsonFactory();

  /** The same city gives the same bytes: the earliest time that a zip can hold. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ArchivedCity city;
  private final Path file;
  private final Path partial;

  /**
   * A writer of one file.
   *
   * @throws ArchiveException if the file is there already
   */
  public ArchiveWriter(ArchivedCity city, Path file) {
    this.city = city;
    this.file = file.toAbsolutePath();
    this.partial = this.file.resolveSibling(this.file.getFileName() + ".part");
    if (Files.exists(file)) {
      throw new ArchiveException(
          List.of(ArchiveIssues.EXISTS.at(Location.unknown()).with("file", file).build()));
    }
  }

  /** Lets a snapshot be written by {@link #write}, and gives the file its name. */
  public ArchiveHeader finish(Supplier<ArchiveHeader> snapshot) {
    try {
      try {
        ArchiveHeader header = snapshot.get();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        return header;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (UncheckedIOException | IOException e) {
      throw unwritable(e);
    }
  }

  private ArchiveException unwritable(Exception e) {
    return new ArchiveException(
        List.of(
            ArchiveIssues.UNWRITABLE
                .at(Location.unknown())
                .with("file", file)
                .with("cause", ArchiveFile.describe(e))
                .build()),
        e);
  }

  /** Writes what a snapshot shows; may be called again. */
  public ArchiveHeader write(ReadView view, ZoneId zone, TreeRoot root, long entries) {
    try (FileChannel channel =
            FileChannel.open(
                partial,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
      List<ArchivePart> parts = new ArrayList<>();
      for (String collection : city.collections()) {
        parts.add(collection(view, collection, zip));
      }
      for (String log : city.logs()) {
        parts.add(log(view, log, zip));
      }
      ArchiveHeader header = ArchiveJson.header(zone, root, entries, parts);
      zip.putNextEntry(entry(HEADER));
      zip.write(ArchiveJson.write(header));
      zip.write('\n');
      zip.closeEntry();
      zip.finish();
      zip.flush();
      channel.force(true);
      return header;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArchivePart collection(ReadView view, String name, ZipOutputStream zip)
      throws IOException {
    boolean journaled = city.isJournaled(name);
    try (Part part = new Part(Kind.COLLECTION, name, zip)) {
      Query all = Query.of(name).limit(PAGE);
      for (Optional<Query> next = Optional.of(all); next.isPresent(); ) {
        Page page = view.query(next.get());
        for (Document document : page.documents()) {
          long version = journaled ? document.version() : 1;
          part.add(ArchiveLine.document(document.id(), version, document.body()));
        }
        next = page.next().map(all::after);
      }
      return part.end();
    }
  }

  private static ArchivePart log(ReadView view, String name, ZipOutputStream zip)
      throws IOException {
    try (Part part = new Part(Kind.LOG, name, zip)) {
      List<LogEntry> page = view.readLog(name, 0, PAGE);
      while (!page.isEmpty()) {
        for (LogEntry entry : page) {
          part.add(ArchiveLine.entry(entry.position(), entry.body()));
        }
        page = view.readLog(name, page.get(page.size() - 1).position(), PAGE);
      }
      return part.end();
    }
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    return entry;
  }

  /** A part that is being written. */
  private static final class Part implements AutoCloseable {
    private final Kind kind;
    private final String name;
    private final ZipOutputStream zip;
    private final HashingOutputStream hashing;
    private final JsonGenerator json;
    private long count;

    Part(Kind kind, String name, ZipOutputStream zip) throws IOException {
      this.kind = kind;
      this.name = name;
      this.zip = zip;
      zip.putNextEntry(entry(new ArchivePart(kind, name, 0, "").file()));
      this.hashing = new HashingOutputStream(Hashing.sha256(), new Unclosed(zip));
      this.json = JSON.createGenerator(hashing);
      json.setRootValueSeparator(null);
    }

    void add(ArchiveLine line) throws IOException {
      line.write(json);
      json.writeRaw('\n');
      count++;
    }

    ArchivePart end() throws IOException {
      json.flush();
      zip.closeEntry();
      return new ArchivePart(kind, name, count, hashing.hash().toString());
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }

  /** The parts end before the zip does. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {}
  }
}
