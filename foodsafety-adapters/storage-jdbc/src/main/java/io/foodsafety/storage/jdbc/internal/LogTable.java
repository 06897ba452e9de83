package io.foodsafety.storage.jdbc.internal;

/**
 * The table of a log.
 *
 * @param name the name of the log
 */
record LogTable(String name) {

  String entries() {
    return "fs_l_" + name;
  }

  /** The sequence of positions, where the database has one. */
  String positions() {
    return "fs_s_" + name;
  }
}
