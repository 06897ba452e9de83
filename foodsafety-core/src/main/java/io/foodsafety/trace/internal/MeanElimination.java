package io.foodsafety.trace.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Solves equations of which each says that an unknown is the mean of others and of known numbers
 * from 0 to 1. It eliminates without a subtraction, after Grassmann, Taksar and Heyman: what an
 * unknown takes from itself is told by the rest, so that nothing cancels, however little the rest
 * is. Unknowns that depend on nothing but each other are 0. Used once, by one thread.
 */
final class MeanElimination {

  /** An unknown: what it takes from others, and from the known numbers 1 and 0. */
  private static final class Row {
    private final Map<Integer, Double> parts = new HashMap<>();
    private final Set<Integer> users = new HashSet<>();
    private double ones;
    private double zeros;

    private void scale() {
      double sum = ones + zeros;
      for (double part : parts.values()) {
        sum += part;
      }
      if (sum == 0) {
        zeros = 1;
        return;
      }
      double whole = sum;
      parts.replaceAll((other, part) -> part / whole);
      ones /= whole;
      zeros /= whole;
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final int most;
  private int steps;

  /**
   * Equations, still without parts.
   *
   * @param size how many unknowns there are
   * @param most the most steps it may take
   */
  MeanElimination(int size, int most) {
    this.most = most;
    for (int i = 0; i < size; i++) {
      rows.add(new Row());
    }
  }

  /** Adds that an unknown takes a part from another one; what it takes from itself is left out. */
  void addPart(int unknown, int other, double weight) {
    if (unknown != other && weight > 0) {
      rows.get(unknown).parts.merge(other, weight, Double::sum);
      rows.get(other).users.add(unknown);
    }
  }

  /** Adds that an unknown takes a part from a known number. */
  void addKnown(int unknown, double value, double weight) {
    rows.get(unknown).ones += weight * value;
    rows.get(unknown).zeros += weight * (1 - value);
  }

  /**
   * Solves the equations.
   *
   * @param solution takes the unknowns
   * @return whether that was possible in as many steps as it may take
   */
  boolean solve(double[] solution) {
    List<Integer> order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingLong(this::cost))
            .toList();
    for (int unknown : order) {
      if (!eliminate(unknown)) {
        return false;
      }
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      Row row = rows.get(order.get(i));
      double value = row.ones;
      for (Map.Entry<Integer, Double> part : row.parts.entrySet()) {
        value += part.getValue() * solution[part.getKey()];
      }
      solution[order.get(i)] = Math.min(1, value);
    }
    return true;
  }

  private long cost(int unknown) {
    return (long) rows.get(unknown).parts.size() * rows.get(unknown).users.size();
  }

  /** Puts what an unknown is into all equations that still use it. */
  private boolean eliminate(int unknown) {
    Row row = rows.get(unknown);
    row.scale();
    row.parts.keySet().forEach(other -> rows.get(other).users.remove(unknown));
    for (int user : row.users) {
      Row target = rows.get(user);
      double share = Objects.requireNonNull(target.parts.remove(unknown));
      target.ones += share * row.ones;
      target.zeros += share * row.zeros;
      row.parts.forEach((other, part) -> addPart(user, other, share * part));
      steps += 1 + row.parts.size();
      if (steps > most) {
        return false;
      }
    }
    return true;
  }
}
