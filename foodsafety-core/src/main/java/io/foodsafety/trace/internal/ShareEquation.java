package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a share is the mean of, weighted by quantities of one dimension. If quantities of other
 * dimensions come in, the mean is known only if all shares are the same. A share that is not known
 * is not a number.
 */
final class ShareEquation {

  private static final double SAME = 1e-9;

  /**
   * Something that came in.
   *
   * @param weight how much, in the unit of the first
   * @param sources whose share it has: of several the highest, without any it has none
   */
  record Term(double weight, List<Integer> sources) {

    /** The source with the highest share, or one whose share is not known; -1 without any. */
    int best(double[] shares) {
      int best = -1;
      for (int source : sources) {
        if (Double.isNaN(shares[source])) {
          return source;
        }
        best = best < 0 || shares[source] > shares[best] ? source : best;
      }
      return best;
    }

    private double share(double[] shares) {
      int best = best(shares);
      return best < 0 ? 0 : shares[best];
    }
  }

  private final boolean isWhole;
  private final List<Term> terms = new ArrayList<>(2);
  private double weight;
  private boolean isUnknown;
  private boolean isMixed;
  private boolean hasItself;
  private @Nullable Unit unit;

  private ShareEquation(boolean isWhole) {
    this.isWhole = isWhole;
  }

  /** The share of what is the start itself: 1, whatever it came from. */
  static ShareEquation whole() {
    return new ShareEquation(true);
  }

  /** A mean of nothing yet. */
  static ShareEquation mean() {
    return new ShareEquation(false);
  }

  /** Adds something of which it is known where it came from, but perhaps not how much. */
  void add(List<Integer> sources, Optional<Quantity> quantity) {
    if (quantity.isEmpty()) {
      isUnknown = true;
    } else {
      Term term = new Term(measure(quantity.get()), sources);
      terms.add(term);
      weight += term.weight();
    }
  }

  /**
   * Adds what came from where the mean is to be: its share is the mean itself, which therefore does
   * not depend on how much it is.
   */
  void addItself(Optional<Quantity> quantity) {
    if (quantity.isEmpty()) {
      isUnknown = true;
    } else {
      measure(quantity.get());
      hasItself = true;
    }
  }

  /** Notes the dimension of a quantity; its amount in the unit of the first one. */
  private double measure(Quantity quantity) {
    if (unit == null) {
      unit = quantity.unit();
    }
    if (!Amounts.isSameDimension(unit, quantity.unit())) {
      isMixed = true;
      return quantity.amount().doubleValue();
    }
    return quantity.to(unit).amount().doubleValue();
  }

  List<Term> terms() {
    return terms;
  }

  /** The sum of the weights. */
  double weight() {
    return weight;
  }

  /** Whether a quantity is not known, and so the mean. */
  boolean isUnknown() {
    return isUnknown;
  }

  /** Whether it is a mean, whatever the shares are. */
  boolean isPlain() {
    return !isMixed && (weight > 0 || terms.isEmpty());
  }

  /** The mean of these shares. */
  double value(double[] shares) {
    if (isWhole) {
      return 1;
    }
    double weighted = 0;
    double lowest = 1;
    double highest = 0;
    for (Term term : terms) {
      double share = term.share(shares);
      if (Double.isNaN(share)) {
        return Double.NaN;
      }
      weighted += term.weight() * share;
      lowest = Math.min(lowest, share);
      highest = Math.max(highest, share);
    }
    if (isUnknown) {
      return Double.NaN;
    }
    boolean isCompared = isMixed && hasItself && highest > 0; // with what is yet to be found
    if (highest - lowest < SAME && !isCompared) {
      return highest;
    }
    return isMixed || weight == 0 ? Double.NaN : Math.min(1, weighted / weight);
  }
}
