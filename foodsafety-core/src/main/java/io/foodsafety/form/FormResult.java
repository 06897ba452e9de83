package io.foodsafety.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
 * @param measures the measures that were ordered, each once, the lightest first
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
    List<Measure> measures,
    Optional<LocalDate> deadline) {

  /** Copies the lists. */
  public FormResult {
    failedItems = List.copyOf(failedItems);
    measures = List.copyOf(measures);
  }

  /** {@return the points that were not earned} */
  public Optional<BigDecimal> lost() {
    return maximum.flatMap(most -> earned.map(most::subtract));
  }

  /** {@return the heaviest measure, if there is one} */
  public Optional<Measure> heaviest() {
    return measures.stream().max(Comparator.naturalOrder());
  }

  /** {@return {@code no-problem} or {@code problem-found}} */
  public String outcome() {
    return failed == 0 ? "no-problem" : "problem-found";
  }
}
