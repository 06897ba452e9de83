package io.foodsafety.document.internal;

import java.util.List;
import java.util.Optional;

/** What a document is filled in from. */
interface ValueSource {

  /** A value by name; nothing if it is not known. */
  Optional<DocumentValue> find(String name);

  /** Whether a line of an assessment holds. */
  boolean holds(String line);

  /** The names of those who signed in a role. */
  List<String> signed(String role);

  /** The rows of a table with the cells of some columns. */
  List<Row> rows(String table, List<String> columns);

  /**
   * A row.
   *
   * @param heading whether it is a heading with one cell
   * @param cells the texts
   */
  record Row(boolean heading, List<String> cells) {}
}
