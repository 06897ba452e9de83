package io.foodsafety.record.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.RecordIssues;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Chooses how a record is read, by its type. */
public final class RecordReading {

  private static final List<String> TYPES =
      List.of(
          RecordEncoder.SUBJECT, RecordEncoder.FACT, RecordEncoder.WITHDRAWAL, RecordEncoder.TRACE);

  private RecordReading() {}

  /**
   * Reads a record.
   *
   * @param record the record
   * @param catalogue what is declared
   * @param latest the latest time allowed
   * @param zone the zone in which dates are read
   * @return the value, or all faults
   */
  public static Decoded read(
      DataRecord record, FactCatalogue catalogue, Instant latest, ZoneId zone) {
    return read(record, catalogue, latest, zone, false);
  }

  /**
   * Reads a record that was valid when it was stored: its lists may be longer than those of a new
   * record, and its times are not compared with a clock.
   *
   * @param record the record
   * @param catalogue what is declared
   * @return the value, or the faults
   */
  public static Decoded readStored(DataRecord record, FactCatalogue catalogue) {
    return read(record, catalogue, Instant.MAX, ZoneOffset.UTC, true);
  }

  /**
   * Checks a fact that no record was read for, by the same rules.
   *
   * @param fact the fact
   * @param catalogue what is declared
   * @param latest the latest time allowed
   * @param zone the zone in which dates are read
   * @return the issues for which its record would be refused; empty if it would be read
   */
  public static List<Issue> check(Fact fact, FactCatalogue catalogue, Instant latest, ZoneId zone) {
    Faults faults = new Faults(Location.unknown(), false);
    return new FactReading(catalogue, new Moments(latest, zone, faults)).check(fact);
  }

  private static Decoded read(
      DataRecord record, FactCatalogue catalogue, Instant latest, ZoneId zone, boolean isStored) {
    Faults faults = new Faults(record.location(), isStored);
    Moments moments = new Moments(latest, zone, faults);
    return switch (record.type()) {
      case RecordEncoder.FACT -> new FactReading(catalogue, moments).read(record);
      case RecordEncoder.SUBJECT -> new SubjectReading(catalogue, faults).read(record);
      case RecordEncoder.WITHDRAWAL -> new WithdrawalReading(moments).read(record);
      case RecordEncoder.TRACE -> new TraceReading(moments).read(record);
      default -> {
        faults.add(
            faults
                .at("/type", RecordIssues.UNKNOWN_TYPE)
                .with("value", record.type())
                .with("nearest", NearestNames.of(record.type(), TYPES)));
        yield new Decoded.Rejected(faults.sorted());
      }
    };
  }
}
