package io.foodsafety.record;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.record.internal.RecordReading;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Records as domain values, checked whole: a refused record says everything that is wrong with it,
 * each issue with its place in the file and its path in the record. Safe for use by many threads.
 */
public final class RecordDecoder {

  private final FactCatalogue catalogue;
  private final Instant latest;
  private final ZoneId zone;

  private RecordDecoder(FactCatalogue catalogue, Instant latest, ZoneId zone) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.latest = Objects.requireNonNull(latest, "latest");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /**
   * A decoder that reads dates in UTC.
   *
   * @param catalogue the kinds of fact and attributes of subjects that are declared
   * @param latest no event and no recording may begin later; usually the clock and a day. {@link
   *     Instant#MAX} allows all
   * @return the decoder
   */
  public static RecordDecoder of(FactCatalogue catalogue, Instant latest) {
    return of(catalogue, latest, ZoneOffset.UTC);
  }

  /**
   * A decoder.
   *
   * @param catalogue the kinds of fact and attributes of subjects that are declared
   * @param latest no event and no recording may begin later; usually the clock and a day. {@link
   *     Instant#MAX} allows all
   * @param zone the zone in which a date without a time begins
   * @return the decoder
   */
  public static RecordDecoder of(FactCatalogue catalogue, Instant latest, ZoneId zone) {
    return new RecordDecoder(catalogue, latest, zone);
  }

  /**
   * Decodes a record.
   *
   * @param record what a format read
   * @return the value, or {@link Decoded.Rejected}
   */
  public Decoded decode(DataRecord record) {
    return RecordReading.read(record, catalogue, latest, zone);
  }
}
