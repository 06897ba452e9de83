package io.foodsafety.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a submission says as a whole. Missing, not applicable and zero are three things: points are
 * there only if every item that was checked has a weight that is known.
 *
 * @param checked items that were satisfied or failed
 * @param failed items that failed
 * @param keyFailed key items that failed
 * @param notApplicable items that do not apply
 * @param unanswered items without an answer
 * @param failedItems the numbers of the items that failed, in the order of the form
 * @param earned the points earned
 * @param maximum the points that could be earned
 * @param score the score, if the form gives one
 * @param heaviest the heaviest measure, if there is one
 * @param deadline the earliest deadline, if there is one
 */
public record FormResult(
    int checked,
    int failed,
    int keyFailed,
    int notApplicable,
    int unanswered,
    List<String> failedItems,
    Optional<BigDecimal> earned,
    Optional<BigDecimal> maximum,
    Optional<BigDecimal> score,
    Optional<Measure> heaviest,
    Optional<LocalDate> deadline) {

  /** Copies the list. */
  public FormResult {
    failedItems = List.copyOf(failedItems);
  }

  /** {@return the points that were not earned} */
  public Optional<BigDecimal> lost() {
    return maximum.flatMap(most -> earned.map(most::subtract));
  }

  /** {@return {@code no-problem} or {@code problem-found}} */
  public String outcome() {
    return failed == 0 ? "no-problem" : "problem-found";
  }
}
