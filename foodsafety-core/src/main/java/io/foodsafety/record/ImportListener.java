package io.foodsafety.record;

import io.foodsafety.model.issue.Issue;
import java.util.List;

/**
 * Hears how an import goes. Called by several threads, one at a time. An exception that it throws
 * ends the import and is thrown on.
 */
public interface ImportListener {

  /** A listener that does nothing. */
  ImportListener SILENT = new ImportListener() {};

  /**
   * A record by type and id.
   *
   * @param type such as {@code fact}
   * @param id its id
   */
  record RecordId(String type, String id) {}

  /**
   * Records are stored: their transaction has been committed, now or by an earlier import.
   *
   * @param records the records
   */
  default void acknowledged(List<RecordId> records) {}

  /**
   * A record was rejected, or a source could not be read. A record may be rejected for several
   * reasons. Warnings are passed on here as well; their records are stored.
   *
   * @param issue one reason, with its place
   */
  default void reported(Issue issue) {}

  /**
   * Some more records are done.
   *
   * @param soFar counts over all types
   */
  default void progressed(ImportCounts soFar) {}
}
