package io.foodsafety.spi.storage;

import java.util.List;

/**
 * A transaction: what it reads, it reads as of one moment, its own writes included; what it writes
 * becomes visible as a whole, or not at all. Log entries get their position when the transaction
 * ends, and are not yet seen by its own reads.
 */
public interface WriteTransaction extends ReadView {

  /**
   * Stores a document.
   *
   * @param write the document and the version it replaces
   * @throws VersionConflictException if another version is stored; the transaction is then lost
   */
  default void put(DocumentWrite write) {
    putAll(List.of(write));
  }

  /**
   * Stores several documents, of any collections, each at most once.
   *
   * @param writes the documents and the versions they replace
   * @throws VersionConflictException if another version of one is stored; the transaction is then
   *     lost
   * @throws IllegalArgumentException if one document is named twice
   */
  void putAll(List<DocumentWrite> writes);

  /**
   * Deletes a document.
   *
   * @param collection its collection
   * @param id its id
   * @param expectedVersion the version stored now, at least 1
   * @throws VersionConflictException if another version, or none, is stored; the transaction is
   *     then lost
   */
  void delete(String collection, String id, long expectedVersion);

  /**
   * Appends an entry to a log. Entries of one transaction keep their order.
   *
   * @param log its name
   * @param body the entry's bytes; copied
   */
  void append(String log, byte[] body);

  /**
   * Appends an entry at a position of its own, so that a log can be moved with its gaps. Entries
   * that are appended behind it, in this transaction or later, come after it. Only while nobody
   * else appends to the log.
   *
   * @param log its name
   * @param position greater than that of every entry before, those of this transaction included
   * @param body the entry's bytes; copied
   * @throws IllegalArgumentException if the position is not greater; it may be thrown when the work
   *     has ended, and nothing is then changed
   * @throws UnsupportedOperationException if the storage cannot, which is the default: a log can
   *     then be moved into it only if it has no gaps
   */
  default void appendAt(String log, long position, byte[] body) {
    throw new UnsupportedOperationException(
        "This storage gives every log entry the position after the last.");
  }
}
