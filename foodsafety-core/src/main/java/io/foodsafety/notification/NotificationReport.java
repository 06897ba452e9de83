package io.foodsafety.notification;

import io.foodsafety.model.issue.Issue;
import java.util.List;

/**
 * What was done about the people to be told. Immutable.
 *
 * @param steps first tellings, reminders and escalations that have begun
 * @param delivered notices that channels have accepted
 * @param postponed notices that failed and are tried again later
 * @param failed notices that will not be delivered: refused, or given up
 * @param complete whether nothing due was left untried; if not, a channel is down or another
 *     process is at it
 * @param problems what kept people from being told
 */
public record NotificationReport(
    long steps,
    long delivered,
    long postponed,
    long failed,
    boolean complete,
    List<Issue> problems) {

  /** Nothing was done, as another process is at it. */
  public static final NotificationReport NONE =
      new NotificationReport(0, 0, 0, 0, false, List.of());

  /** Copies the problems. */
  public NotificationReport {
    problems = List.copyOf(problems);
  }
}
