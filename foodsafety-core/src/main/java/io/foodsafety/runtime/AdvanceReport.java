package io.foodsafety.runtime;

import io.foodsafety.message.RelayReport;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.notification.NotificationReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What {@link FoodSafety#advance} did. Immutable.
 *
 * @param now the time it was given
 * @param sealedEntries ledger entries that it sealed
 * @param seals seals that it made
 * @param sealedTo the position of the last sealed ledger entry, or 0 if none is sealed
 * @param head the hash of the last seal, 64 hexadecimal digits: written down elsewhere, it shows
 *     later that the ledger up to there is the same
 * @param findingsRecorded facts of kind {@code trace-finding} that it recorded
 * @param findingsWithdrawn such facts that it withdrew, as the trace records no longer show them
 * @param businessesGraded businesses whose recorded grade it looked at, each by each policy
 * @param gradeChangesRecorded facts of kind {@code grade-change} that it recorded
 * @param gradeProblems damaged records, of type {@link io.foodsafety.risk.GradeIssues}, that keep
 *     grades from being followed; 100 at most. They are tried again on each call
 * @param complete whether everything due was recorded and sealed; if not, another process is at it,
 *     or so many businesses are to be graded that further calls are needed
 * @param relayed what was done about the messages that the city owes to other systems
 * @param notified what was done about the people to be told
 */
public record AdvanceReport(
    Instant now,
    long sealedEntries,
    long seals,
    long sealedTo,
    String head,
    long findingsRecorded,
    long findingsWithdrawn,
    long businessesGraded,
    long gradeChangesRecorded,
    List<Issue> gradeProblems,
    boolean complete,
    RelayReport relayed,
    NotificationReport notified) {

  /** Checks that the parts are there, and copies the problems. */
  public AdvanceReport {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(head, "head");
    gradeProblems = List.copyOf(gradeProblems);
    Objects.requireNonNull(relayed, "relayed");
    Objects.requireNonNull(notified, "notified");
  }

  /**
   * The same report, after messages were sent.
   *
   * @param newRelayed what was done about the messages
   * @return the report
   */
  public AdvanceReport withRelayed(RelayReport newRelayed) {
    return new AdvanceReport(
        now,
        sealedEntries,
        seals,
        sealedTo,
        head,
        findingsRecorded,
        findingsWithdrawn,
        businessesGraded,
        gradeChangesRecorded,
        gradeProblems,
        complete,
        newRelayed,
        notified);
  }

  /**
   * The same report, after people were told.
   *
   * @param newNotified what was done about the people to be told
   * @return the report
   */
  public AdvanceReport withNotified(NotificationReport newNotified) {
    return new AdvanceReport(
        now,
        sealedEntries,
        seals,
        sealedTo,
        head,
        findingsRecorded,
        findingsWithdrawn,
        businessesGraded,
        gradeChangesRecorded,
        gradeProblems,
        complete,
        relayed,
        newNotified);
  }
}
