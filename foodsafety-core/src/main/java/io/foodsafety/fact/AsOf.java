package io.foodsafety.fact;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The point up to which facts are seen: the end of a day, or a fact, itself included. Immutable.
 *
 * <p>A date without a time begins with the first instant of its day in the zone given.
 */
public final class AsOf {

  private final @Nullable LocalDate date;
  private final @Nullable Fact fact;

  private AsOf(@Nullable LocalDate date, @Nullable Fact fact) {
    this.date = date;
    this.fact = fact;
  }

  /**
   * The end of a day.
   *
   * @param date the day; everything that happened on it is seen
   * @return the point
   */
  public static AsOf date(LocalDate date) {
    return new AsOf(Objects.requireNonNull(date, "date"), null);
  }

  /**
   * A fact: it and all before it in the order of time and id are seen.
   *
   * @param fact the last fact that is seen
   * @return the point
   */
  public static AsOf fact(Fact fact) {
    return new AsOf(null, Objects.requireNonNull(fact, "fact"));
  }

  /** The order of facts: the start of their time in the zone, then the id by code point. */
  static Comparator<Fact> order(ZoneId zone) {
    return (left, right) -> {
      int byTime = byStart(left.at(), right.at(), zone);
      return byTime != 0 ? byTime : CodePointOrder.INSTANCE.compare(left.id(), right.id());
    };
  }

  /** Of two dates the later one begins later, unless a zone has left out the day between. */
  private static int byStart(Moment left, Moment right, ZoneId zone) {
    if (left.isDate() && right.isDate()) {
      long days = left.dateIn(zone).toEpochDay() - right.dateIn(zone).toEpochDay();
      if (Math.abs(days) != 1) {
        return Long.signum(days);
      }
    }
    return left.startIn(zone).compareTo(right.startIn(zone));
  }

  /** {@return the fact, if the point is one} */
  public Optional<Fact> fact() {
    return Optional.ofNullable(fact);
  }

  /** {@return the point as a moment: the day, or the fact's time} */
  public Moment moment() {
    return date != null ? Moment.of(date) : Objects.requireNonNull(fact).at();
  }

  /**
   * The day on which windows end.
   *
   * @param zone the zone of the reader
   * @return the day
   */
  public LocalDate dateIn(ZoneId zone) {
    return moment().dateIn(zone);
  }

  /**
   * Whether a fact is seen.
   *
   * @param other a fact
   * @param zone the zone of the reader
   * @return true if it does not come later
   */
  public boolean sees(Fact other, ZoneId zone) {
    return fact == null ? reaches(other.at(), zone) : order(zone).compare(other, fact) <= 0;
  }

  /** The first instant after a day, before which everything seen begins; null if it is a fact. */
  @Nullable Instant endIn(ZoneId zone) {
    if (date == null) {
      return null;
    }
    return date.equals(LocalDate.MAX)
        ? Instant.MAX
        : date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * Whether a moment is reached: whether something that takes effect then is in effect.
   *
   * @param other a moment
   * @param zone the zone of the reader
   * @return true if it does not begin later
   */
  public boolean reaches(Moment other, ZoneId zone) {
    if (date != null && other.isDate()) {
      return !other.dateIn(zone).isAfter(date);
    }
    Instant start = other.startIn(zone);
    return date != null
        ? start.isBefore(Moment.of(date).endIn(zone))
        : !start.isAfter(moment().startIn(zone));
  }

  /**
   * Whether something that lasts until a moment is over. What lasts until a date is not over on
   * that date.
   *
   * @param until the last day, or the instant of the end
   * @param zone the zone of the reader
   * @return true if it is over
   */
  public boolean isPast(Moment until, ZoneId zone) {
    if (date == null) {
      return !until.endIn(zone).isAfter(moment().startIn(zone));
    }
    return until.isDate()
        ? until.dateIn(zone).isBefore(date)
        : !until.endIn(zone).isAfter(Moment.of(date).endIn(zone));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AsOf that
        && Objects.equals(date, that.date)
        && Objects.equals(fact, that.fact);
  }

  @Override
  public int hashCode() {
    return Objects.hash(date, fact);
  }

  /** {@return the moment, and the fact's id if it is one} */
  @Override
  public String toString() {
    return fact == null ? moment().toString() : moment() + " " + fact.id();
  }
}
