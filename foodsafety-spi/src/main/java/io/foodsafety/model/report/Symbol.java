package io.foodsafety.model.report;

import java.util.Locale;

/** The shape that marks a colour class, so that colour is never the only sign. */
public enum Symbol {
  /** A disc. */
  CIRCLE,
  /** A square. */
  SQUARE,
  /** A triangle that stands on its side. */
  TRIANGLE,
  /** A square that stands on a corner. */
  DIAMOND,
  /** A cross of two strokes. */
  CROSS;

  /** {@return the name in outputs} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
