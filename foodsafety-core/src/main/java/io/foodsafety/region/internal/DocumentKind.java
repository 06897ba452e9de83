package io.foodsafety.region.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a document of a pack is. */
enum DocumentKind {
  /** Kinds of fact and attributes of subjects. */
  DECLARATIONS,
  /** A risk policy. */
  POLICY,
  /** A form. */
  FORM,
  /** Rows with a key. */
  TABLE,
  /** Outlines of divisions, GeoJSON. */
  OUTLINES;

  /** The name in files. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that are JSON documents which name themselves. */
  static List<DocumentKind> named() {
    return List.of(DECLARATIONS, POLICY, FORM);
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(DocumentKind::code).toList();
  }
}
