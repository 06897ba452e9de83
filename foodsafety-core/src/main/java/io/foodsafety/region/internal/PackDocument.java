package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.Outlines;
import io.foodsafety.region.PackTable;
import io.foodsafety.source.internal.SourceNode;

/**
 * A document of a pack.
 *
 * @param key kind and id
 * @param pack the id of the pack
 * @param validity when it is in force
 * @param location where it begins
 * @param content what it holds
 */
record PackDocument(
    DocumentKey key, String pack, Validity validity, Location location, Content content) {

  /**
   * What a document is called.
   *
   * @param kind its kind
   * @param id its id among those of its kind
   */
  record DocumentKey(DocumentKind kind, String id) {
    @Override
    public String toString() {
      return kind.code() + " " + id;
    }
  }

  /** What a document holds. */
  sealed interface Content {}

  /**
   * JSON.
   *
   * @param root the document
   * @param sha256 the hash of its bytes
   */
  record Json(SourceNode root, String sha256) implements Content {}

  /**
   * Outlines of divisions.
   *
   * @param outlines the outlines
   */
  record Shapes(Outlines outlines) implements Content {}

  /**
   * A table, or the rows that change one.
   *
   * @param table the rows
   * @param patch whether they change the table below; a row with {@value #REMOVED} takes one away
   */
  record Rows(PackTable table, boolean patch) implements Content {
    /** The column of a patch that takes rows away where it says yes. */
    static final String REMOVED = "removed";

    static final String YES = "yes";
  }

  boolean isPatch() {
    return content instanceof Rows rows && rows.patch();
  }
}
