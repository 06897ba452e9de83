package io.foodsafety.storage.jdbc.internal;

import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * Gives back the space of what was replaced in an H2 file, before it closes. H2 would do so itself,
 * in the same passes, but rewrites a file whose content is more than one pass takes again and again
 * for as long as it may. Here the passes end when they gain nothing more.
 */
final class H2Compaction {

  /** A pass may use space that the next one gives back. */
  private static final int MOST_IN_VAIN = 2;

  /** Less of what is replaced, or of the file, by one part in so many is a gain. */
  private static final int LEAST_GAIN = 20;

  private final MVStore store;
  private long leastReplaced = Long.MAX_VALUE;
  private long leastBytes = Long.MAX_VALUE;

  H2Compaction(MVStore store) {
    this.store = store;
  }

  /**
   * Compacts the file.
   *
   * @param mostMillis no pass begins later
   * @return how many passes it took
   */
  int run(long mostMillis) {
    long end = System.nanoTime() + mostMillis * 1_000_000;
    int passes = 0;
    for (int inVain = 0; inVain < MOST_IN_VAIN && System.nanoTime() - end < 0; passes++) {
      store.compactFile(0); // one pass
      inVain = hasGained() ? 0 : inVain + 1;
    }
    return passes;
  }

  private boolean hasGained() {
    FileStore<?> file = store.getFileStore();
    Map<String, String> figures = new HashMap<>();
    file.populateInfo(figures::put);
    long replaced = number(figures, "info.PAGE_COUNT") - number(figures, "info.PAGE_COUNT_LIVE");
    boolean gained =
        replaced < leastReplaced - leastReplaced / LEAST_GAIN
            || file.size() < leastBytes - leastBytes / LEAST_GAIN;
    leastReplaced = Math.min(replaced, leastReplaced);
    leastBytes = Math.min(file.size(), leastBytes);
    return gained;
  }

  private static long number(Map<String, String> figures, String name) {
    return Long.parseLong(figures.getOrDefault(name, "0"));
  }
}
