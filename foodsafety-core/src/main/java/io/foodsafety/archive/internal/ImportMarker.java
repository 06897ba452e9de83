package io.foodsafety.archive.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come. It stands in the place of the document that says in which formats a
 * city is stored, so that no version of the library takes a part of a city for the whole.
 *
 * @param archive the checksum of the archive
 * @param part the part at which the import is, from 0
 * @param lines the lines of this part that are stored
 * @param version the version of the stored document
 */
public record ImportMarker(String archive, int part, long lines, long version) {

  private static final String UNFINISHED = "unfinished-import";
  private static final String ARCHIVE = "archive";
  private static final String PART = "part";
  private static final String LINES = "lines";

  /** The marker that a document holds; nothing if it holds something else. */
  public static Optional<ImportMarker> read(Document document) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(document.body());
      if (fields.containsKey(UNFINISHED)
          && fields.get(ARCHIVE) instanceof String archive
          && fields.get(PART) instanceof BigDecimal part
          && fields.get(LINES) instanceof BigDecimal lines) {
        return Optional.of(
            new ImportMarker(
                archive, part.intValueExact(), lines.longValueExact(), document.version()));
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  static ImportMarker first(String archive) {
    return new ImportMarker(archive, 0, 0, 0);
  }

  /** The marker when further lines of a part are stored. */
  ImportMarker behind(int ofPart, long more) {
    return new ImportMarker(archive, ofPart, linesOf(ofPart) + more, version + 1);
  }

  /** The lines of a part that are stored; none of one that comes later. */
  long linesOf(int ofPart) {
    return ofPart == part ? lines : 0;
  }

  byte[] body() {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put(UNFINISHED, BigDecimal.ONE);
    fields.put(ARCHIVE, archive);
    fields.put(PART, BigDecimal.valueOf(part));
    fields.put(LINES, BigDecimal.valueOf(lines));
    return CanonicalJson.write(fields);
  }
}
