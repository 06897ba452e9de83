package io.foodsafety.region.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tables that are found by their names, which decide about their keys. */
enum NamedTable {
  /** The divisions, each with dates of its own. */
  DIVISIONS("code", false),
  /** Names for people. */
  TEXTS("key", false),
  /** Kinds of relation between businesses. */
  RELATION_KINDS("code", false),
  /** The colours of the map. */
  COLOURS("colour", true);

  private final String key;
  private final boolean dated;

  NamedTable(String key, boolean dated) {
    this.key = key;
    this.dated = dated;
  }

  static Optional<NamedTable> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one column of its key. */
  String key() {
    return key;
  }

  /** Whether it is read as of a day; otherwise it holds for all days. */
  boolean isDated() {
    return dated;
  }
}
