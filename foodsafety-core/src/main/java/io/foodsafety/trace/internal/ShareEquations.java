package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.ShareEquation.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Shares that are means of each other. Those that depend on each other in a circle are solved
 * together, after all that they depend on. Used once, by one thread.
 */
final class ShareEquations {

  private static final double EXACT = 1e-12;
  private static final int MOST_STEPS = 5_000_000;
  private static final int MOST_ROUNDS = 10_000;
  private static final int FIRST_ROUNDS = 10;
  private static final int MOST_CHOICES = 50;

  private final List<ShareEquation> equations = new ArrayList<>();

  /** Adds an equation; the number of the share that it is for, from 0. */
  int add(ShareEquation equation) {
    equations.add(equation);
    return equations.size() - 1;
  }

  ShareEquation get(int number) {
    return equations.get(number);
  }

  /** The shares, by number; the least of them if several solve the equations. */
  double[] solve() {
    double[] shares = new double[equations.size()];
    for (List<Integer> circle : Components.of(shares.length, this::sources)) {
      int first = circle.get(0);
      if (circle.size() > 1 || dependsOn(first, first)) {
        new Circle(circle, shares).solve();
      } else {
        shares[first] = equations.get(first).value(shares);
      }
    }
    return shares;
  }

  private Iterator<Integer> sources(int share) {
    return equations.get(share).terms().stream()
        .flatMap(term -> term.sources().stream())
        .iterator();
  }

  private boolean dependsOn(int share, int other) {
    return equations.get(share).terms().stream().anyMatch(term -> term.sources().contains(other));
  }

  /** Shares that depend on each other. */
  private final class Circle {
    private final List<Integer> members;
    private final double[] shares;
    private final Map<Integer, Integer> places = new HashMap<>();

    Circle(List<Integer> members, double[] shares) {
      this.members = members;
      this.shares = shares;
      for (int i = 0; i < members.size(); i++) {
        places.put(members.get(i), i);
      }
    }

    void solve() {
      if (!areAllPlain()) {
        repeat(MOST_ROUNDS);
      } else if (isUnknown()) {
        fill(Double.NaN); // each is a mean of something that is not known
      } else if (!solveChoices()) {
        fill(0);
        repeat(MOST_ROUNDS);
      }
    }

    private void fill(double value) {
      members.forEach(member -> shares[member] = value);
    }

    private boolean isUnknown() {
      return members.stream().anyMatch(member -> Double.isNaN(equations.get(member).value(shares)));
    }

    private boolean areAllPlain() {
      return members.stream().allMatch(member -> equations.get(member).isPlain());
    }

    /** Evaluates the equations one after the other until nothing moves. */
    private void repeat(int most) {
      boolean hasMoved = true;
      for (int round = 0; round < most && hasMoved; round++) {
        hasMoved = false;
        for (int member : members) {
          double before = shares[member];
          shares[member] = equations.get(member).value(shares);
          boolean isSame =
              Math.abs(shares[member] - before) <= EXACT
                  || (Double.isNaN(shares[member]) && Double.isNaN(before));
          hasMoved |= !isSame;
        }
      }
    }

    /**
     * Where one of several sources counts, takes the one with the highest share so far, solves, and
     * looks whether it still has the highest.
     */
    private boolean solveChoices() {
      repeat(FIRST_ROUNDS);
      for (int i = 0; i < MOST_CHOICES; i++) {
        if (!eliminate()) {
          return false;
        }
        if (members.stream().allMatch(this::holds)) {
          return true;
        }
      }
      return false;
    }

    private boolean holds(int member) {
      return Math.abs(equations.get(member).value(shares) - shares[member]) <= EXACT;
    }

    private boolean eliminate() {
      MeanElimination means = new MeanElimination(members.size(), MOST_STEPS);
      for (int i = 0; i < members.size(); i++) {
        for (Term term : equations.get(members.get(i)).terms()) {
          int best = term.best(shares);
          Integer other = places.get(best);
          if (other != null) {
            means.addPart(i, other, term.weight());
          } else {
            means.addKnown(i, best < 0 ? 0 : shares[best], term.weight());
          }
        }
      }
      double[] solution = new double[members.size()];
      boolean isSolved = means.solve(solution);
      for (int i = 0; i < solution.length; i++) {
        shares[members.get(i)] = solution[i];
      }
      return isSolved;
    }
  }
}
