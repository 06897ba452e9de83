package io.foodsafety.fact;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All facts that concern one subject, with what was withdrawn. Immutable. */
public final class FactHistory {

  private static final FactHistory EMPTY = new FactHistory(List.of(), Map.of());

  private final List<Fact> facts;
  private final Map<String, List<Withdrawal>> withdrawals;

  /** The facts in their order in the zone that was asked for last; made anew for another one. */
  private volatile @Nullable InOrder inOrder;

  private FactHistory(List<Fact> facts, Map<String, List<Withdrawal>> withdrawals) {
    this.facts = facts;
    this.withdrawals = withdrawals;
  }

  /**
   * A history.
   *
   * @param facts facts in any order, ids distinct
   * @param withdrawals withdrawals in any order; those of other facts are without effect
   * @return the history
   */
  public static FactHistory of(Collection<Fact> facts, Collection<Withdrawal> withdrawals) {
    Map<String, List<Withdrawal>> byTarget = new HashMap<>();
    for (Withdrawal withdrawal : withdrawals) {
      byTarget.computeIfAbsent(withdrawal.target(), target -> new ArrayList<>()).add(withdrawal);
    }
    return new FactHistory(List.copyOf(facts), byTarget);
  }

  /** {@return a history without facts} */
  public static FactHistory empty() {
    return EMPTY;
  }

  /** {@return all facts, withdrawn ones included, in no particular order} */
  public List<Fact> facts() {
    return facts;
  }

  /**
   * What was known at an earlier time: facts and withdrawals recorded before an instant. What
   * carries no time of recording has always been known.
   *
   * @param instant the instant, excluded
   * @return the history as it was known
   */
  public FactHistory knownBefore(Instant instant) {
    return of(
        facts.stream().filter(fact -> wasKnown(fact.recordedAt(), instant)).toList(),
        withdrawals.values().stream()
            .flatMap(List::stream)
            .filter(withdrawal -> wasKnown(withdrawal.recordedAt(), instant))
            .toList());
  }

  private static boolean wasKnown(Optional<Instant> recordedAt, Instant instant) {
    return recordedAt.map(at -> at.isBefore(instant)).orElse(true);
  }

  /**
   * The same history without a fact, as if it had never been recorded.
   *
   * @param id the id of the fact
   * @return the history
   */
  public FactHistory without(String id) {
    return new FactHistory(
        facts.stream().filter(fact -> !fact.id().equals(id)).toList(), withdrawals);
  }

  /**
   * The facts that count at a point: seen, and not withdrawn by then.
   *
   * @param asOf the point
   * @param zone the zone in which dates are read
   * @return the facts by time, then id
   */
  public List<Fact> counting(AsOf asOf, ZoneId zone) {
    List<Fact> counting = new ArrayList<>(facts.size());
    Instant end = asOf.endIn(zone);
    for (Fact fact : inOrder(zone).facts()) {
      boolean isByEnd = end != null && !fact.at().isDate();
      boolean isSeen = isByEnd ? fact.at().startIn(zone).isBefore(end) : asOf.sees(fact, zone);
      if (isSeen && !isWithdrawn(fact, asOf, zone)) {
        counting.add(fact);
      }
    }
    return Collections.unmodifiableList(counting);
  }

  /**
   * Whether time alone will change what counts: whether a fact begins, or a withdrawal takes
   * effect, after a point.
   *
   * @param asOf the point
   * @param zone the zone in which dates are read
   * @return true if something comes later
   */
  public boolean changesAfter(AsOf asOf, ZoneId zone) {
    for (Fact fact : facts) {
      if (!asOf.sees(fact, zone)) {
        return true;
      }
    }
    return withdrawals.values().stream()
        .flatMap(List::stream)
        .anyMatch(withdrawal -> !asOf.reaches(withdrawal.at(), zone));
  }

  /**
   * Whether something is withdrawn that is not among the facts: it will not count if it comes.
   *
   * @return true if a withdrawal came before its fact
   */
  public boolean awaitsWithdrawn() {
    if (withdrawals.isEmpty()) {
      return false;
    }
    Set<String> ids = new HashSet<>();
    facts.forEach(fact -> ids.add(fact.id()));
    return !ids.containsAll(withdrawals.keySet());
  }

  private InOrder inOrder(ZoneId zone) {
    InOrder known = inOrder;
    if (known != null && known.zone().equals(zone)) {
      return known;
    }
    List<Fact> sorted = new ArrayList<>(facts);
    sorted.sort(AsOf.order(zone));
    InOrder made = new InOrder(zone, sorted);
    inOrder = made;
    return made;
  }

  private record InOrder(ZoneId zone, List<Fact> facts) {}

  private boolean isWithdrawn(Fact fact, AsOf asOf, ZoneId zone) {
    if (withdrawals.isEmpty()) {
      return false;
    }
    for (Withdrawal withdrawal : withdrawals.getOrDefault(fact.id(), List.of())) {
      if (asOf.reaches(withdrawal.at(), zone)) {
        return true;
      }
    }
    return false;
  }
}
