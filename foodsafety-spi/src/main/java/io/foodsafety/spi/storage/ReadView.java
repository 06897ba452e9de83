package io.foodsafety.spi.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One snapshot of the storage. Valid during the call it is handed to, for one thread; afterwards
 * every method throws {@link IllegalStateException}. An undeclared collection, log or attribute is
 * an {@link IllegalArgumentException}; a failure of the storage is a {@link StorageException}.
 */
public interface ReadView {

  /**
   * A document.
   *
   * @param collection its collection
   * @param id its id
   * @return the document, or nothing
   */
  Optional<Document> get(String collection, String id);

  /**
   * Several documents at once.
   *
   * @param collection their collection
   * @param ids their ids
   * @return those that exist, by id
   */
  Map<String, Document> getAll(String collection, Collection<String> ids);

  /**
   * A page of the documents that a query selects.
   *
   * @param query the query
   * @return the page
   */
  Page query(Query query);

  /**
   * Entries of a log in order of position.
   *
   * @param log its name
   * @param after the position after which to begin; 0 for the first entry
   * @param limit most entries, at least 1
   * @return the entries
   */
  List<LogEntry> readLog(String log, long after, int limit);

  /**
   * The position of the last entry of a log in this snapshot.
   *
   * @param log its name
   * @return the position, or 0 if the log is empty
   */
  long lastPosition(String log);
}
