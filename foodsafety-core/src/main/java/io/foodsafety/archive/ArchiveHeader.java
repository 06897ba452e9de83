package io.foodsafety.archive;

import io.foodsafety.archive.internal.ArchiveFile;
import io.foodsafety.ledger.TreeRoot;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What an archive says of itself. The same city has the same header, whatever its storage.
 *
 * @param zone the zone of the city's days: open the imported city with the same one
 * @param root the root of the ledger's sealed entries
 * @param entries all entries of the ledger, sealed or not
 * @param parts the collections and logs
 * @param checksum the hash of all other fields, 64 hexadecimal digits
 */
public record ArchiveHeader(
    ZoneId zone, TreeRoot root, long entries, List<ArchivePart> parts, String checksum) {

  /** The version of the format. */
  public static final int FORMAT = 1;

  /** Checks that all is there. */
  public ArchiveHeader {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(checksum, "checksum");
    parts = List.copyOf(parts);
  }

  /**
   * Reads a whole archive and compares every part with its checksum.
   *
   * @param file the archive
   * @return its header
   * @throws ArchiveException if the file is no archive, or was cut off or changed
   */
  public static ArchiveHeader read(Path file) {
    try (ArchiveFile archive = ArchiveFile.open(file)) {
      return archive.header();
    }
  }

  /** {@return the number of all documents} */
  public long documents() {
    return parts.stream()
        .filter(part -> part.kind() == ArchivePart.Kind.COLLECTION)
        .mapToLong(ArchivePart::count)
        .sum();
  }
}
