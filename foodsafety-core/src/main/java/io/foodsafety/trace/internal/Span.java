package io.foodsafety.trace.internal;

/**
 * When something can have happened: somewhere from one second to another, both included.
 *
 * @param first the first second, on a {@link TimeAxis}
 * @param last the last second; not before the first
 */
record Span(int first, int last) {

  /** Any time at all. */
  static final Span UNKNOWN = new Span(TimeAxis.EARLIEST, TimeAxis.LATEST);

  boolean isKnown() {
    return !equals(UNKNOWN);
  }

  /** This, or another one if this is not known. */
  Span or(Span other) {
    return isKnown() ? this : other;
  }

  /** Whether this was over before the other can have begun. */
  boolean certainlyBefore(Span other) {
    return last < other.first;
  }

  /** Seconds that lie between this and the other for certain; 0 if they overlap. */
  long gapTo(Span other) {
    if (certainlyBefore(other)) {
      return (long) other.first - last;
    }
    return other.certainlyBefore(this) ? (long) first - other.last : 0;
  }
}
