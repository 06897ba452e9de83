package io.foodsafety.archive.internal;

import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import java.util.List;

/** What the archive has to know of what a city stores. Safe for use by many threads. */
public interface ArchivedCity {

  /** {@return the collections of an archive, in the order in which they are imported} */
  List<String> collections();

  /** {@return all collections, those included that are made anew from others} */
  List<String> allCollections();

  /** {@return the logs} */
  List<String> logs();

  /** Whether the ledger says at which version the documents of a collection are. */
  boolean isJournaled(String collection);

  /** {@return the collection of the document without which a city does not open} */
  String mainCollection();

  /** {@return the id of that document} */
  String mainId();

  /**
   * How a document is stored at its version.
   *
   * @param view sees the collections before this one
   * @param collection the collection
   * @param document the document
   * @return the write with the index values, at the version before; and what is derived from it
   */
  List<DocumentWrite> writes(ReadView view, String collection, Document document);

  /**
   * Checks that what was imported is what was exported.
   *
   * @param view all that was imported
   * @param header what the archive says
   * @throws io.foodsafety.archive.ArchiveException if it is not
   */
  void check(ReadView view, ArchiveHeader header);
}
