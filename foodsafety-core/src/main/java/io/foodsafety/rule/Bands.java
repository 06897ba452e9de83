package io.foodsafety.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranges of numbers without overlap, each with a result. Immutable.
 *
 * @param <T> the type of the results
 */
public final class Bands<T> {

  /**
   * A range with its result.
   *
   * @param interval the range
   * @param result the result
   * @param <T> the type of the result
   */
  public record Band<T>(Interval interval, T result) {}

  /** What can be wrong between two neighbouring ranges. */
  public enum Fault {
    /** Numbers between them belong to neither. */
    GAP,
    /** Numbers belong to both. */
    OVERLAP
  }

  /**
   * A fault between two ranges.
   *
   * @param fault what is wrong
   * @param lower the index, as given, of the lower range
   * @param upper the index, as given, of the upper range
   */
  public record Clash(Fault fault, int lower, int upper) {}

  private final List<Band<T>> bands;

  private Bands(List<Band<T>> bands) {
    this.bands = bands;
  }

  /**
   * Bands.
   *
   * @param bands the ranges in any order
   * @param <T> the type of the results
   * @return the bands in ascending order
   * @throws IllegalArgumentException if two ranges overlap
   */
  public static <T> Bands<T> of(List<Band<T>> bands) {
    List<Clash> clashes = check(bands.stream().map(Band::interval).toList());
    for (Clash clash : clashes) {
      if (clash.fault() == Fault.OVERLAP) {
        throw new IllegalArgumentException(
            "The ranges %s and %s overlap."
                .formatted(
                    bands.get(clash.lower()).interval(), bands.get(clash.upper()).interval()));
      }
    }
    return new Bands<>(
        bands.stream().sorted(Comparator.comparing(Band::interval, ASCENDING)).toList());
  }

  private static final Comparator<Interval> ASCENDING =
      Comparator.comparing(
              (Interval each) -> each.lower(),
              (a, b) ->
                  a.isEmpty() || b.isEmpty()
                      ? Boolean.compare(a.isPresent(), b.isPresent())
                      : a.get().compareTo(b.get()))
          .thenComparing(each -> !each.lowerIncluded());

  /**
   * Compares each range with the one below it that reaches highest.
   *
   * @param intervals ranges in any order
   * @return every gap, and every range that overlaps one below it
   */
  public static List<Clash> check(List<Interval> intervals) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(intervals::get, ASCENDING));
    List<Clash> clashes = new ArrayList<>();
    for (int i = 1, highest = 0; i < order.size(); i++) {
      int lower = order.get(highest);
      int upper = order.get(i);
      between(intervals.get(lower), intervals.get(upper))
          .ifPresent(fault -> clashes.add(new Clash(fault, lower, upper)));
      if (reachesHigher(intervals.get(upper), intervals.get(lower))) {
        highest = i;
      }
    }
    return clashes;
  }

  private static boolean reachesHigher(Interval interval, Interval other) {
    if (interval.upper().isEmpty() || other.upper().isEmpty()) {
      return other.upper().isPresent();
    }
    int order = interval.upper().get().compareTo(other.upper().get());
    return order > 0 || (order == 0 && interval.upperIncluded());
  }

  private static Optional<Fault> between(Interval lower, Interval upper) {
    if (lower.upper().isEmpty() || upper.lower().isEmpty()) {
      return Optional.of(Fault.OVERLAP);
    }
    int order = lower.upper().get().compareTo(upper.lower().get());
    if (order == 0) {
      if (lower.upperIncluded() == upper.lowerIncluded()) {
        return Optional.of(lower.upperIncluded() ? Fault.OVERLAP : Fault.GAP);
      }
      return Optional.empty();
    }
    return Optional.of(order < 0 ? Fault.GAP : Fault.OVERLAP);
  }

  /**
   * The result of the range that holds a number.
   *
   * @param value the number
   * @return the result, or nothing if it lies in no range
   */
  public Optional<T> find(BigDecimal value) {
    return bands.stream()
        .filter(band -> band.interval().contains(value))
        .findFirst()
        .map(Band::result);
  }

  /** {@return the ranges in ascending order} */
  public List<Band<T>> bands() {
    return bands;
  }
}
