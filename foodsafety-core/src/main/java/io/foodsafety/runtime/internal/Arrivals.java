package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On which days things were recorded that a run of the grades meets for the first time: the days of
 * their ledger entries, none before the day reached or after today. What is not here was known when
 * the run began, and so was, for a business that was followed since, what stands in the ledger up
 * to the position then seen. For one thread.
 */
final class Arrivals {

  private record Arrival(LocalDate day, long position) {
    Arrival plus(Arrival other) {
      return new Arrival(later(day, other.day()), Math.max(position, other.position()));
    }
  }

  private final Map<DocumentKey, Arrival> arrivals = new HashMap<>();
  private final LocalDate reached;
  private final LocalDate today;

  Arrivals(LocalDate reached, LocalDate today) {
    this.reached = reached;
    this.today = today;
  }

  /** Notes a fact or a withdrawal; one of the day reached was known on every day of the run. */
  void recorded(String collection, String id, LocalDate day, long position) {
    if (day.isAfter(reached)) {
      arrivals.put(new DocumentKey(collection, id), new Arrival(earlier(day, today), position));
    }
  }

  /** Notes that a business was registered, merged or split; the last day counts. */
  void registered(String id, LocalDate day, long position) {
    LocalDate within = earlier(later(day, reached), today);
    arrivals.merge(
        new DocumentKey(CitySchema.SUBJECTS, id), new Arrival(within, position), Arrival::plus);
  }

  /** How many days were noted. */
  int size() {
    return arrivals.size();
  }

  /** The day on which something was recorded behind a position, if that is known here. */
  Optional<LocalDate> day(String collection, String id, long seen) {
    return Optional.ofNullable(arrivals.get(new DocumentKey(collection, id)))
        .filter(arrival -> arrival.position() > seen)
        .map(Arrival::day);
  }

  /** The last day on which any of a history was recorded behind a position, if known here. */
  Optional<LocalDate> last(Collection<Fact> facts, Collection<Withdrawal> withdrawals, long seen) {
    if (arrivals.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> last = Optional.empty();
    for (Fact fact : facts) {
      last = later(last, day(CitySchema.FACTS, fact.id(), seen));
    }
    for (Withdrawal withdrawal : withdrawals) {
      last = later(last, day(CitySchema.WITHDRAWALS, withdrawal.id(), seen));
    }
    return last;
  }

  /** A history without what was recorded after a day, behind a position. */
  FactHistory knownOn(
      LocalDate day, Collection<Fact> facts, Collection<Withdrawal> withdrawals, long seen) {
    List<Fact> known =
        facts.stream().filter(fact -> isKnown(day, CitySchema.FACTS, fact.id(), seen)).toList();
    List<Withdrawal> effective =
        withdrawals.stream()
            .filter(each -> isKnown(day, CitySchema.WITHDRAWALS, each.id(), seen))
            .toList();
    return FactHistory.of(known, effective);
  }

  private boolean isKnown(LocalDate day, String collection, String id, long seen) {
    return day(collection, id, seen).map(recorded -> !recorded.isAfter(day)).orElse(true);
  }

  private static Optional<LocalDate> later(Optional<LocalDate> left, Optional<LocalDate> right) {
    boolean isLater = right.isPresent() && (left.isEmpty() || right.get().isAfter(left.get()));
    return isLater ? right : left;
  }

  private static LocalDate later(LocalDate left, LocalDate right) {
    return left.isAfter(right) ? left : right;
  }

  private static LocalDate earlier(LocalDate left, LocalDate right) {
    return left.isBefore(right) ? left : right;
  }
}
