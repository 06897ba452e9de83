package io.foodsafety.record;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an import did. Immutable.
 *
 * @param byType counts by type of record; records whose type could not be read are under {@value
 *     #UNREADABLE}
 * @param unreadSources sources that could not be opened, recognised or read to their end
 * @param elapsed how long it took, sealing included
 * @param sealed whether the ledger was sealed to its end; if not, another process was about to
 */
public record ImportReport(
    Map<String, ImportCounts> byType, int unreadSources, Duration elapsed, boolean sealed) {

  /** Stands for the type of records whose type could not be read. */
  public static final String UNREADABLE = "unreadable";

  /** Checks that the parts are there. */
  public ImportReport {
    byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    Objects.requireNonNull(elapsed, "elapsed");
  }

  /** {@return counts over all types} */
  public ImportCounts total() {
    return byType.values().stream().reduce(ImportCounts.NONE, ImportCounts::plus);
  }

  /** {@return whether every source was read and no record rejected} */
  public boolean isClean() {
    return unreadSources == 0 && total().rejected() == 0;
  }

  /** {@return records of any outcome per second} */
  public long recordsPerSecond() {
    long millis = Math.max(1, elapsed.toMillis());
    return total().total() * 1_000 / millis;
  }
}
