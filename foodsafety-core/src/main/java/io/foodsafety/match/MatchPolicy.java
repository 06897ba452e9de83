package io.foodsafety.match;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each reason weighs, and from which score on two records are taken for one business. The
 * standard one was set on generated duplicates ({@code docs/measurements.md}); a city that has
 * looked through pairs of its own sets its own.
 *
 * @param weights the points of each reason
 * @param same from this score on the verdict is {@link Match.Verdict#SAME}
 * @param review from this score on the verdict is {@link Match.Verdict#REVIEW}
 * @param maxBlock most businesses that are compared with one another because they share one key;
 *     what more businesses share tells too little
 */
public record MatchPolicy(Map<MatchReason, Weight> weights, int same, int review, int maxBlock) {

  /**
   * The points of a reason.
   *
   * @param agree at full agreement
   * @param disagree at full disagreement
   */
  public record Weight(int agree, int disagree) {

    /** The points at a degree of agreement between 0 and 1. */
    int at(double agreement) {
      return (int) Math.round(disagree + (agree - disagree) * agreement);
    }
  }

  private static final MatchPolicy STANDARD =
      new MatchPolicy(
          Map.of(
              MatchReason.CREDIT_CODE, new Weight(45, -60),
              MatchReason.LICENCE, new Weight(45, -6),
              MatchReason.TELEPHONE, new Weight(20, -3),
              MatchReason.NAME, new Weight(40, -40),
              MatchReason.NUMBER_IN_NAME, new Weight(0, -40),
              MatchReason.ADDRESS, new Weight(30, -20),
              MatchReason.PREMISES, new Weight(0, -30),
              MatchReason.LOCATION, new Weight(10, -15),
              MatchReason.DIVISION, new Weight(0, -10),
              MatchReason.SEGMENT, new Weight(2, -10)),
          60,
          25,
          100);

  /** Copies the weights and checks that all are there. */
  public MatchPolicy {
    weights = Map.copyOf(weights);
    for (MatchReason reason : MatchReason.values()) {
      if (!weights.containsKey(reason)) {
        throw new IllegalArgumentException("The reason (%s) must have a weight.".formatted(reason));
      }
    }
    if (same < review) {
      throw new IllegalArgumentException(
          "The score of the same (%d) must not lie below that for review (%d)."
              .formatted(same, review));
    }
    if (maxBlock < 2) {
      throw new IllegalArgumentException(
          "A block (%d) must have room for two businesses.".formatted(maxBlock));
    }
  }

  /** {@return the standard policy} */
  public static MatchPolicy standard() {
    return STANDARD;
  }

  /**
   * The same policy with other thresholds.
   *
   * @param newSame from which score on two records are the same
   * @param newReview from which score on a person has to look
   * @return the policy
   */
  public MatchPolicy withThresholds(int newSame, int newReview) {
    return new MatchPolicy(weights, newSame, newReview, maxBlock);
  }

  /**
   * The same policy with another weight.
   *
   * @param reason the reason
   * @param weight its points
   * @return the policy
   */
  public MatchPolicy with(MatchReason reason, Weight weight) {
    Map<MatchReason, Weight> copy = new EnumMap<>(weights);
    copy.put(reason, weight);
    return new MatchPolicy(copy, same, review, maxBlock);
  }

  /**
   * The points of a reason.
   *
   * @param reason the reason
   * @param agreement from 0, full disagreement, to 1
   * @return its points
   */
  public int points(MatchReason reason, double agreement) {
    Weight weight = weights.get(reason);
    return weight == null ? 0 : weight.at(agreement);
  }

  /**
   * What a score means.
   *
   * @param score the score
   * @return the verdict
   */
  public Match.Verdict verdict(int score) {
    if (score >= same) {
      return Match.Verdict.SAME;
    }
    return score >= review ? Match.Verdict.REVIEW : Match.Verdict.DIFFERENT;
  }
}
