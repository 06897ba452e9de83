package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.GradeChange.Held;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.RiskAssessment.Status;
import io.foodsafety.risk.RiskGrade;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.runtime.internal.KnownBusinesses.Business;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the grade of one business from day to day: up to today it notes the changes, then it
 * looks ahead, with what is known now, until the day of the next one. It looks ahead 16 to 47 days,
 * so that businesses that were first graded on one day are not all due again on one day. For one
 * thread.
 */
final class GradeWalk {

  private static final int MIN_AHEAD = 16;
  private static final int AHEAD_RANGE = 32;

  private final Business business;
  private final GradeTarget target;
  private final Arrivals arrivals;
  private final FactHistory history;
  private final GradeChangeId ids;

  /** The position of the ledger up to which all was known when the business was followed last. */
  private final long seen;

  private final LocalDate first;
  private final LocalDate today;
  private final LocalDate last;

  /** The day from which on all facts and withdrawals were known. */
  private final LocalDate known;

  private final List<GradeChange> changes = new ArrayList<>();
  private Optional<Held> held;
  private Optional<String> scale;
  private int count;
  private Optional<LocalDate> due = Optional.empty();

  /**
   * A walk. It begins on the day reached, or up to which this business was followed since; later if
   * the business was registered or merged later, as nothing says what it was before. Days before
   * that of the last recorded change are never looked at again, so that the days of changes never
   * go back; a change of a day to come, as an import may bring, counts for nothing until then.
   *
   * @param business the business
   * @param target to which day, not before the day reached, and by which policy
   * @param reached the day up to which grades were followed
   * @param arrivals what was recorded since
   */
  GradeWalk(Business business, GradeTarget target, LocalDate reached, Arrivals arrivals) {
    this.business = business;
    this.target = target;
    this.arrivals = arrivals;
    this.history = business.history();
    this.ids = new GradeChangeId(target.policy(), business.id());
    this.seen = business.before().map(StoredGradeDay::seen).orElse(0L);
    LocalDate followed =
        business.before().map(day -> later(day.followed(), reached)).orElse(reached);
    LocalDate day = later(followed, target.today());
    Optional<GradeChange> before =
        ids.changes(business.facts()).stream()
            .filter(change -> !change.day().isAfter(day))
            .reduce((one, next) -> next);
    this.held = before.map(GradeChange::to);
    this.scale = before.map(GradeChange::scale);
    this.count = ids.lastCount(business.facts());
    LocalDate begin = business.registered().map(on -> later(on, followed)).orElse(followed);
    this.first = before.map(change -> later(change.day(), begin)).orElse(begin);
    this.today = later(first, day);
    this.known =
        arrivals.last(business.facts(), business.withdrawals(), seen).orElse(LocalDate.MIN);
    this.last = today.plusDays(MIN_AHEAD + Math.floorMod(business.id().hashCode(), AHEAD_RANGE));
  }

  private static LocalDate later(LocalDate left, LocalDate right) {
    return left.isAfter(right) ? left : right;
  }

  Business business() {
    return business;
  }

  /**
   * What was known of the business on a day; nothing if the business was not. Today and later, that
   * is all that is known now, whatever clocks said.
   */
  Optional<FactHistory> knownOn(LocalDate day) {
    if (!day.isBefore(known) || !day.isBefore(today)) {
      return Optional.of(history);
    }
    FactHistory then = arrivals.knownOn(day, business.facts(), business.withdrawals(), seen);
    return business.subject().isEmpty() && then.facts().stream().allMatch(GradeWalk::isChange)
        ? Optional.empty()
        : Optional.of(then);
  }

  private static boolean isChange(Fact fact) {
    return fact.kind().equals(GradeChange.KIND);
  }

  /** The first day to look at. */
  LocalDate first() {
    return first;
  }

  /** Whether the next change was not found yet. */
  boolean isOpen() {
    return due.isEmpty();
  }

  /** The changes up to today, in order. */
  List<GradeChange> changes() {
    return changes;
  }

  /** How far the business was followed, once the walk has ended. */
  StoredGradeDay followed(long position) {
    return new StoredGradeDay(
        target.policy(), business.id(), due.orElseThrow(), today, position, target.rules());
  }

  /** Takes the next day, by the version of the policy that is in force on it. */
  void take(LocalDate day, RiskPolicy version, RiskGrade grade) {
    Held next = new Held(grade.status(), grade.grade().map(Grade::label));
    boolean isSame = held.map(next::equals).orElse(next.status() == Status.NONE);
    if (isSame && isOfSameScale(next, version)) {
      due = day.isBefore(last) ? Optional.empty() : Optional.of(day.plusDays(1));
    } else if (day.isAfter(today)) {
      due = Optional.of(day);
    } else {
      changes.add(change(day, version, grade, next));
      held = Optional.of(next);
      scale = Optional.of(version.scale().id());
    }
  }

  /** A grade of another scale is another grade, whatever its label. */
  private boolean isOfSameScale(Held next, RiskPolicy version) {
    return next.grade().isEmpty() || scale.equals(Optional.of(version.scale().id()));
  }

  private GradeChange change(LocalDate day, RiskPolicy version, RiskGrade grade, Held next) {
    count++;
    return new GradeChange(
        ids.fact(count),
        business.id(),
        target.policy(),
        version.version(),
        version.scale().id(),
        day,
        held,
        next,
        held.map(before -> direction(before, version, grade)),
        grade
            .score()
            .filter(score -> score.precision() - score.scale() <= AttributeValue.MAX_DIGITS),
        grade.nextGrade().map(Grade::label));
  }

  /** Grades of scales of one name are compared by the scale of today. */
  private Direction direction(Held before, RiskPolicy version, RiskGrade grade) {
    if (!scale.equals(Optional.of(version.scale().id()))) {
      return Direction.OTHER;
    }
    return before
        .grade()
        .flatMap(version.scale()::findGrade)
        .flatMap(old -> grade.grade().map(old::compareTo))
        .map(order -> order > 0 ? Direction.BETTER : Direction.WORSE)
        .orElse(Direction.OTHER);
  }
}
