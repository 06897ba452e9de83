package io.foodsafety.record;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.trace.TraceEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a record says, or all that is wrong with it. Immutable. */
public sealed interface Decoded {

  /**
   * A business.
   *
   * @param subject the business
   * @param validFrom since when it is so; nothing means always, except for values of attributes
   *     that carry their own first day
   */
  record SubjectRecord(Subject subject, Optional<LocalDate> validFrom) implements Decoded {}

  /**
   * A fact.
   *
   * @param fact the fact
   */
  record FactRecord(Fact fact) implements Decoded {}

  /**
   * The end of a fact.
   *
   * @param withdrawal the withdrawal
   */
  record WithdrawalRecord(Withdrawal withdrawal) implements Decoded {}

  /**
   * Something that happened to lots.
   *
   * @param event the event; for a record with an error declaration the void of the event
   * @param recordedAt when it was recorded, if the record says so
   */
  record TraceRecord(TraceEvent event, Optional<Instant> recordedAt) implements Decoded {}

  /**
   * A record that is refused.
   *
   * @param issues what is wrong with it, at least one issue and at most 20
   */
  record Rejected(List<Issue> issues) implements Decoded {
    /** Copies the list. */
    public Rejected {
      issues = List.copyOf(issues);
    }
  }
}
