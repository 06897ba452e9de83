package io.foodsafety.archive.internal;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchiveIssues;
import io.foodsafety.archive.ArchivePart;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An archive whose parts were all compared with their checksums. Used by one thread. */
public final class ArchiveFile implements AutoCloseable {

  private static final int LONGEST_HEADER = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final ZipFile zip;
  private final ArchiveHeader header;

  private ArchiveFile(Path file, ZipFile zip, ArchiveHeader header) {
    this.file = file;
    this.zip = zip;
    this.header = header;
  }

  /**
   * Opens an archive and reads all of it once.
   *
   * @throws ArchiveException if it is none, or was cut off or changed
   */
  public static ArchiveFile open(Path file) {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    try {
      ArchiveHeader header = header(file, zip);
      checkNames(file, zip, header);
      for (ArchivePart part : header.parts()) {
        check(file, zip, part);
      }
      return new ArchiveFile(file, zip, header);
    } catch (RuntimeException e) {
      try {
        zip.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /** {@return the header} */
  public ArchiveHeader header() {
    return header;
  }

  PartReader read(ArchivePart part) throws IOException {
    return new PartReader(zip.getInputStream(zip.getEntry(part.file())));
  }

  ArchiveException problem(IssueType.Builder issue) {
    return new ArchiveException(List.of(issue.with("file", file).build()));
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArchiveHeader header(Path file, ZipFile zip) {
    ZipEntry entry = zip.getEntry(ArchiveWriter.HEADER);
    if (entry == null) {
      throw unreadable(file, new IOException("it has no " + ArchiveWriter.HEADER));
    }
    Map<String, @Nullable Object> fields;
    try (InputStream stream = zip.getInputStream(entry)) {
      fields = ArchiveJson.fields(stream.readNBytes(LONGEST_HEADER));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    String format = ArchiveJson.format(fields);
    if (!format.equals(String.valueOf(ArchiveHeader.FORMAT))) {
      throw new ArchiveException(
          List.of(
              ArchiveIssues.FORMAT
                  .at(Location.unknown())
                  .with("file", file)
                  .with("format", format)
                  .with("current", ArchiveHeader.FORMAT)
                  .build()));
    }
    try {
      return ArchiveJson.read(fields);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw changed(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static void checkNames(Path file, ZipFile zip, ArchiveHeader header) {
    Set<String> expected = new HashSet<>(Set.of(ArchiveWriter.HEADER));
    header.parts().forEach(part -> expected.add(part.file()));
    Set<String> there = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    if (!there.equals(expected)) {
      throw changed(file, "its files are not those of its header", null);
    }
  }

  private static void check(Path file, ZipFile zip, ArchivePart part) {
    long lines = 0;
    String hash;
    try (HashingInputStream stream =
        new HashingInputStream(Hashing.sha256(), zip.getInputStream(zip.getEntry(part.file())))) {
      byte[] buffer = new byte[BUFFER];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      hash = stream.hash().toString();
    } catch (IOException e) {
      throw changed(file, part.file() + " cannot be read", e);
    }
    if (!hash.equals(part.sha256()) || lines != part.count()) {
      throw changed(file, part.file() + " does not have its checksum", null);
    }
  }

  private static ArchiveException unreadable(Path file, Exception e) {
    return new ArchiveException(
        List.of(
            ArchiveIssues.UNREADABLE
                .at(Location.unknown())
                .with("file", file)
                .with("cause", describe(e))
                .build()),
        e);
  }

  private static ArchiveException changed(Path file, String what, @Nullable Throwable cause) {
    return new ArchiveException(
        List.of(
            ArchiveIssues.CHANGED
                .at(Location.unknown())
                .with("file", file)
                .with("what", what)
                .build()),
        cause);
  }

  /** A failure in words; that of a file says only its name. */
  static String describe(Throwable e) {
    if (e instanceof UncheckedIOException && e.getCause() != null) {
      return describe(e.getCause());
    }
    String message = e.getMessage();
    if (e instanceof FileSystemException || message == null) {
      return e.getClass().getSimpleName();
    }
    return message.replaceFirst("\\.$", "");
  }
}
