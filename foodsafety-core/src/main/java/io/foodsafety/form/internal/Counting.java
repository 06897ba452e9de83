package io.foodsafety.form.internal;

import io.foodsafety.form.Answer;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormResult;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Scoring;
import io.foodsafety.form.Submission;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the answers of a submission and adds up its points. */
public final class Counting {

  private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);

  private final FormTemplate form;
  private final Submission submission;
  private final Applicability applicability;
  private final List<String> failedItems = new ArrayList<>();
  private Optional<BigDecimal> earned = Optional.of(BigDecimal.ZERO);
  private Optional<BigDecimal> maximum = Optional.of(BigDecimal.ZERO);
  private int checked;
  private int keyFailed;
  private int notApplicable;
  private int unanswered;

  private Counting(FormTemplate form, Submission submission, Applicability applicability) {
    this.form = form;
    this.submission = submission;
    this.applicability = applicability;
  }

  /** The result of a submission. */
  public static FormResult count(
      FormTemplate form, Submission submission, Applicability applicability) {
    Counting counting = new Counting(form, submission, applicability);
    form.items().forEach(counting::count);
    return counting.result();
  }

  private void count(FormItem item) {
    Answer answer = submission.answers().get(item.number());
    boolean applies = applicability.of(item) != Applicability.Applies.NO;
    if (!applies || (answer != null && answer.state() == Answer.State.NOT_APPLICABLE)) {
      notApplicable++;
    } else if (answer == null) {
      unanswered++;
    } else {
      checked++;
      if (answer.isFailed()) {
        failedItems.add(item.number());
        keyFailed += item.key() ? 1 : 0;
      }
      Optional<BigDecimal> most = applicability.weight(item);
      Optional<BigDecimal> points =
          item.points().isPresent()
              ? answer.points()
              : most.map(weight -> answer.isFailed() ? BigDecimal.ZERO : weight);
      maximum = maximum.flatMap(sum -> most.map(sum::add));
      earned = earned.flatMap(sum -> points.map(sum::add));
    }
  }

  private FormResult result() {
    boolean hasPoints = checked > 0 && earned.isPresent() && maximum.isPresent();
    return new FormResult(
        checked,
        failedItems.size(),
        keyFailed,
        notApplicable,
        unanswered,
        failedItems,
        earned.filter(any -> hasPoints),
        maximum.filter(any -> hasPoints),
        hasPoints ? form.scoring().flatMap(this::score) : Optional.empty(),
        handlings().map(Handling::measure).distinct().sorted().toList(),
        handlings().flatMap(each -> each.deadline().stream()).min(LocalDate::compareTo));
  }

  private Optional<BigDecimal> score(Scoring scoring) {
    BigDecimal points = earned.orElseThrow();
    BigDecimal most = maximum.orElseThrow();
    Optional<BigDecimal> exact =
        switch (scoring.method()) {
          case SUM -> Optional.of(points);
          case AVERAGE -> Optional.of(points.divide(BigDecimal.valueOf(checked), PRECISION));
          case SHARE ->
              most.signum() == 0
                  ? Optional.empty()
                  : scoring.of().map(of -> of.multiply(points).divide(most, PRECISION));
        };
    return exact.map(score -> score.setScale(scoring.scale(), RoundingMode.HALF_UP));
  }

  /** How the failed items are handled, and the whole. */
  private Stream<Handling> handlings() {
    return Stream.concat(
        submission.handling().stream(),
        failedItems.stream().flatMap(item -> submission.handlingOf(item).stream()));
  }
}
