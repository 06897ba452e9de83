package io.foodsafety.message;

import io.foodsafety.model.issue.Issue;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done about the messages that a city owes. Immutable.
 *
 * @param sent messages that the messaging has accepted
 * @param refused messages that it refused for good: they are dead letters now
 * @param complete whether none was left waiting when it ended
 * @param problem why some are left; nothing if none is, or if another process is sending them
 */
public record RelayReport(long sent, long refused, boolean complete, Optional<Issue> problem) {

  /** Nothing was done, as another process is at it. */
  public static final RelayReport NONE = new RelayReport(0, 0, false, Optional.empty());

  /** Checks that the parts are there. */
  public RelayReport {
    Objects.requireNonNull(problem, "problem");
  }
}
