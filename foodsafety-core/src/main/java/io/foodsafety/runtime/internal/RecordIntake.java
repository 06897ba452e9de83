package io.foodsafety.runtime.internal;

import io.foodsafety.access.AccessIssues;
import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.record.internal.RecordReading;
import io.foodsafety.spi.format.DataRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The one way in: whatever a file or a call brings is checked by the same rules before it is
 * stored. Safe for use by many threads.
 */
final class RecordIntake {

  /** How far ahead of the city's clock an event may lie, for clocks differ. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** What came of looking at a record. */
  sealed interface Taken {

    /**
     * It is valid.
     *
     * @param pending what to store
     */
    record Valid(Pending pending) implements Taken {}

    /**
     * It is refused.
     *
     * @param issues why
     */
    record Invalid(List<Issue> issues) implements Taken {}
  }

  private final FactCatalogue catalogue;
  private final Clock clock;
  private final ZoneId zone;
  private final StoredRecords stored;
  private final AttributeSealing sealing;

  RecordIntake(FactCatalogue catalogue, Clock clock, ZoneId zone, AttributeSealing sealing) {
    this.sealing = sealing;
    this.catalogue = catalogue;
    this.clock = clock;
    this.zone = zone;
    this.stored = new StoredRecords(catalogue);
  }

  /** Reads what is stored. */
  StoredRecords stored() {
    return stored;
  }

  /** Looks at a record. */
  Taken take(DataRecord record) {
    return take(record, Optional.empty());
  }

  /** Looks at a fact, as if its record had been read. */
  Taken take(Fact fact) {
    Instant now = clock.instant();
    List<Issue> issues = RecordReading.check(fact, catalogue, latest(now), zone);
    return issues.isEmpty() ? take(fact, Location.unknown(), now) : new Taken.Invalid(issues);
  }

  /** Looks at a record; a subject's record holds from the day given, if it names none itself. */
  Taken take(DataRecord record, Optional<LocalDate> validFrom) {
    Instant now = clock.instant();
    Decoded decoded = RecordDecoder.of(catalogue, latest(now), zone).decode(record);
    Location location = record.location();
    if (decoded instanceof Decoded.FactRecord fact) {
      return take(fact.fact(), location, now);
    }
    if (decoded instanceof Decoded.SubjectRecord subject) {
      Decoded.SubjectRecord dated =
          new Decoded.SubjectRecord(subject.subject(), subject.validFrom().or(() -> validFrom));
      return new Taken.Valid(new PendingSubject(dated, location, stored));
    }
    if (decoded instanceof Decoded.WithdrawalRecord withdrawal) {
      return new Taken.Valid(new PendingWithdrawal(withdrawal.withdrawal(), location, now, stored));
    }
    if (decoded instanceof Decoded.TraceRecord trace) {
      return new Taken.Valid(
          new PendingTrace(trace.event(), location, trace.recordedAt().orElse(now)));
    }
    return new Taken.Invalid(((Decoded.Rejected) decoded).issues());
  }

  private Taken take(Fact fact, Location location, Instant now) {
    List<String> toSeal = AttributeSealing.toSeal(fact, catalogue);
    if (!toSeal.isEmpty() && sealing.keys().isEmpty()) {
      return new Taken.Invalid(
          List.of(
              AccessIssues.NO_KEYS
                  .at(location)
                  .with("kind", fact.kind())
                  .with("attributes", String.join(", ", toSeal))
                  .build()));
    }
    return new Taken.Valid(new PendingFact(fact, location, now, toSeal, sealing));
  }

  /** The latest moment at which something may have begun. */
  static Instant latest(Instant now) {
    return now.isAfter(Instant.MAX.minus(TOLERANCE)) ? Instant.MAX : now.plus(TOLERANCE);
  }
}
