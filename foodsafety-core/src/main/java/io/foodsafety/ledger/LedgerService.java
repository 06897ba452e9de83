package io.foodsafety.ledger;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.StorageException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads and checks the ledger. Handed out by a session. Safe for use by many threads; not for
 * implementation by a host. A failing storage is a {@link StorageException}.
 */
public interface LedgerService {

  /**
   * Checks the whole ledger and every document against it, in one snapshot and within bounded
   * memory (temporary files hold the rest). The report keeps the first {@value
   * LedgerReport#MAX_FAULTS} faults.
   *
   * @return what was found
   */
  default LedgerReport verify() {
    return verify(fault -> {});
  }

  /**
   * Checks the whole ledger and every document against it, and hands over every fault as it is
   * found.
   *
   * @param faults takes each fault; called by the calling thread while the snapshot is open, so it
   *     must not call the city
   * @return what was found
   */
  LedgerReport verify(Consumer<? super Issue> faults);

  /**
   * Checks the whole ledger, and compares it with roots that were kept in a file. Only this shows
   * that somebody rewrote everything in the storage.
   *
   * @param anchors a file that {@link #anchor} has written
   * @param faults takes each fault, as above
   * @return what was found
   * @throws UncheckedIOException if the file cannot be read
   */
  LedgerReport verify(Path anchors, Consumer<? super Issue> faults);

  /** {@return the root of all entries that are sealed and in the tree} */
  TreeRoot root();

  /**
   * The root of the first entries, as it was when there were no more.
   *
   * @param size the number of entries, at most that of {@link #root()}
   * @return their root
   * @throws IllegalArgumentException if the size is negative or too great
   */
  TreeRoot root(long size);

  /**
   * Proves that an entry is in the tree of all sealed entries.
   *
   * @param position its position in the ledger
   * @return the proof; nothing if no sealed entry has this position
   */
  Optional<InclusionProof> findProof(long position);

  /**
   * Proves that an entry is in the tree of the first entries.
   *
   * @param position its position in the ledger
   * @param size the number of entries, at most that of {@link #root()}
   * @return the proof; nothing if none of these entries has this position
   * @throws IllegalArgumentException if the size is negative or too great
   */
  Optional<InclusionProof> findProof(long position, long size);

  /**
   * Proves that a tree only grew.
   *
   * @param first the size of the earlier tree, at least 1
   * @param second the size of the later tree, at most that of {@link #root()}
   * @return the proof
   * @throws IllegalArgumentException if the sizes are not in this order
   */
  ConsistencyProof proveConsistency(long first, long second);

  /**
   * The last sealed entry about a document. The ledger is read backwards from its end, so this
   * takes the longer the older the entry is.
   *
   * @param collection the collection of the document, such as {@code facts}
   * @param id its id
   * @return the position; nothing if there is no such entry
   */
  OptionalLong findLastEntry(String collection, String id);

  /**
   * The bytes of a document as they are stored: those whose hash is in the last entry about it.
   *
   * @param collection the collection of the document, such as {@code facts}
   * @param id its id
   * @return the bytes; nothing if there is no such document
   */
  Optional<byte[]> findDocument(String collection, String id);

  /**
   * Appends the present root to a file, unless it is the last one there. Keep the file where nobody
   * who can write the storage can change it.
   *
   * @param file the file; made if there is none
   * @return the root
   * @throws StorageException if the ledger contradicts the last root in the file; nothing is
   *     appended
   * @throws UncheckedIOException if the file cannot be read or written
   */
  TreeRoot anchor(Path file);
}
