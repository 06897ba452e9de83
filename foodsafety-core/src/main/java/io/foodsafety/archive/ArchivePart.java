package io.foodsafety.archive;

import java.util.Objects;

/**
 * A part of an archive: a collection or a log.
 *
 * @param kind which of both
 * @param name the name of the collection or log
 * @param count documents or entries, from 0
 * @param sha256 the SHA-256 of the part's bytes, 64 hexadecimal digits
 */
public record ArchivePart(Kind kind, String name, long count, String sha256) {

  /** What a part holds. */
  public enum Kind {
    /** Documents by id. */
    COLLECTION,
    /** Entries by position. */
    LOG
  }

  /** Checks that all is there. */
  public ArchivePart {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sha256, "sha256");
    if (count < 0) {
      throw new IllegalArgumentException("The count (%d) must not be negative.".formatted(count));
    }
  }

  /**
   * {@return the name of the part's file in the archive, such as {@code collections/facts.ndjson}}
   */
  public String file() {
    return (kind == Kind.COLLECTION ? "collections/" : "logs/") + name + ".ndjson";
  }
}
