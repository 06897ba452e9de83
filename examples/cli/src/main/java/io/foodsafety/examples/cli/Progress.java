package io.foodsafety.examples.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Standard error: a line that counts, if a person watches, and lines that stay. Safe for use by
 * many threads.
 */
final class Progress {

  private static final long INTERVAL = 500_000_000;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintStream err;
  private final boolean shown;
  private long next;
  private boolean drawn;

  Progress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
    this.next = System.nanoTime() + INTERVAL;
  }

  /** Says how far the run is, now and then. */
  synchronized void at(String what, long count) {
    if (shown && System.nanoTime() - next > 0) {
      err.print(CLEAR + String.format(Locale.ROOT, "%s: %,d", what, count));
      err.flush();
      drawn = true;
      next = System.nanoTime() + INTERVAL;
    }
  }

  /** Prints a line that stays. */
  synchronized void problem(String line) {
    clear();
    err.println(line);
  }

  /** Removes the counting line. */
  synchronized void clear() {
    if (drawn) {
      err.print(CLEAR);
      drawn = false;
    }
    err.flush();
  }
}
