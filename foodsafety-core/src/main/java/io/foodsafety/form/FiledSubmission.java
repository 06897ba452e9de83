package io.foodsafety.form;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A submission as it is kept.
 *
 * @param submission the submission
 * @param recordedAt when it was recorded
 * @param facts the ids of the facts that came out of it
 * @param withdrawn why it no longer counts, if it was corrected or withdrawn
 */
public record FiledSubmission(
    Submission submission, Instant recordedAt, List<String> facts, Optional<String> withdrawn) {

  /** Copies the list. */
  public FiledSubmission {
    Objects.requireNonNull(submission, "submission");
    Objects.requireNonNull(recordedAt, "recordedAt");
    facts = List.copyOf(facts);
  }

  /**
   * The same submission, withdrawn.
   *
   * @param reason why
   * @return the submission
   */
  public FiledSubmission withWithdrawn(String reason) {
    return new FiledSubmission(submission, recordedAt, facts, Optional.of(reason));
  }

  /** {@return whether it counts} */
  public boolean isValid() {
    return withdrawn.isEmpty();
  }
}
