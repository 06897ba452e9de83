package io.foodsafety.record;

/**
 * How an import works.
 *
 * @param writers threads that write, 1 to 64
 * @param batchSize most records in a transaction, 1 to 10,000
 */
public record ImportOptions(int writers, int batchSize) {

  private static final ImportOptions STANDARD = new ImportOptions(4, 1_000);

  /** Checks the ranges. */
  public ImportOptions {
    checkRange("number of writers", writers, 64);
    checkRange("batch size", batchSize, 10_000);
  }

  private static void checkRange(String what, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(
          "The %s (%d) must lie between 1 and %d.".formatted(what, value, max));
    }
  }

  /** {@return four writers, a thousand records in a transaction} */
  public static ImportOptions standard() {
    return STANDARD;
  }

  /**
   * With another number of writers.
   *
   * @param newWriters 1 to 64
   * @return the options
   * @throws IllegalArgumentException if it is out of range
   */
  public ImportOptions withWriters(int newWriters) {
    return new ImportOptions(newWriters, batchSize);
  }

  /**
   * With batches of another size.
   *
   * @param newBatchSize 1 to 10,000
   * @return the options
   * @throws IllegalArgumentException if it is out of range
   */
  public ImportOptions withBatchSize(int newBatchSize) {
    return new ImportOptions(writers, newBatchSize);
  }
}
