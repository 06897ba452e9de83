package io.foodsafety.record;

/**
 * How many records.
 *
 * @param recorded stored by this import
 * @param alreadyKnown stored before with the same content
 * @param rejected not stored
 */
public record ImportCounts(long recorded, long alreadyKnown, long rejected) {

  /** No records. */
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0);

  /**
   * The sum.
   *
   * @param other further counts
   * @return both together
   */
  public ImportCounts plus(ImportCounts other) {
    return new ImportCounts(
        recorded + other.recorded, alreadyKnown + other.alreadyKnown, rejected + other.rejected);
  }

  /** {@return all records} */
  public long total() {
    return recorded + alreadyKnown + rejected;
  }
}
