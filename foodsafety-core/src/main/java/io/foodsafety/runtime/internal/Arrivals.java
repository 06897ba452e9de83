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
 * the run began. For one thread.
 */
final class Arrivals {

  private final Map<DocumentKey, LocalDate> days = new HashMap<>();
  private final LocalDate reached;
  private final LocalDate today;

  Arrivals(LocalDate reached, LocalDate today) {
    this.reached = reached;
    this.today = today;
  }

  /** Notes a fact or a withdrawal; one of the day reached was known on every day of the run. */
  void recorded(String collection, String id, LocalDate day) {
    if (day.isAfter(reached)) {
      days.put(new DocumentKey(collection, id), earlier(day, today));
    }
  }

  /** Notes that a business was registered, merged or split; the last day counts. */
  void registered(String id, LocalDate day) {
    LocalDate within = earlier(day.isAfter(reached) ? day : reached, today);
    days.merge(new DocumentKey(CitySchema.SUBJECTS, id), within, Arrivals::later);
  }

  /** How many days were noted. */
  int size() {
    return days.size();
  }

  /** The day on which something was recorded, if that is known here. */
  Optional<LocalDate> day(String collection, String id) {
    return Optional.ofNullable(days.get(new DocumentKey(collection, id)));
  }

  /** The last day on which some facts and withdrawals were recorded, if that is known here. */
  Optional<LocalDate> last(Collection<Fact> facts, Collection<Withdrawal> withdrawals) {
    if (days.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> last = Optional.empty();
    for (Fact fact : facts) {
      last = later(last, day(CitySchema.FACTS, fact.id()));
    }
    for (Withdrawal withdrawal : withdrawals) {
      last = later(last, day(CitySchema.WITHDRAWALS, withdrawal.id()));
    }
    return last;
  }

  /** A history without what was recorded after a day. */
  FactHistory knownOn(LocalDate day, Collection<Fact> facts, Collection<Withdrawal> withdrawals) {
    List<Fact> known =
        facts.stream().filter(fact -> isKnown(day, CitySchema.FACTS, fact.id())).toList();
    List<Withdrawal> effective =
        withdrawals.stream()
            .filter(each -> isKnown(day, CitySchema.WITHDRAWALS, each.id()))
            .toList();
    return FactHistory.of(known, effective);
  }

  private boolean isKnown(LocalDate day, String collection, String id) {
    return day(collection, id).map(recorded -> !recorded.isAfter(day)).orElse(true);
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
