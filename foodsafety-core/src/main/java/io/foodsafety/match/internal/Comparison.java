package io.foodsafety.match.internal;

import io.foodsafety.match.Match;
import io.foodsafety.match.Match.Evidence;
import io.foodsafety.match.MatchPolicy;
import io.foodsafety.match.MatchReason;
import io.foodsafety.match.NormalAddress;
import io.foodsafety.match.NormalName;
import io.foodsafety.model.subject.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares two businesses. What one of them lacks speaks neither for nor against. */
public final class Comparison {

  /** Names below this are as different as can be. */
  private static final double NAME_FLOOR = 0.3;

  /** Streets below this are as different as can be. */
  private static final double STREET_FLOOR = 0.35;

  /** Addresses below this are of two premises. */
  private static final double OTHER_PREMISES = 0.25;

  /** The same place, as exactly as places are taken. */
  private static final double NEAR = 100;

  private static final double FAR = 1_000;

  private final MatchPolicy policy;
  private final List<Evidence> evidence = new ArrayList<>();
  private int score;

  private Comparison(MatchPolicy policy) {
    this.policy = policy;
  }

  /** Compares two businesses. */
  public static Match compare(MatchRecord one, MatchRecord other, MatchPolicy policy) {
    Comparison comparison = new Comparison(policy);
    comparison.compareCodes(one, other);
    comparison.compareNames(one.name(), other.name());
    comparison.comparePlaces(one, other);
    comparison.evidence.sort(
        Comparator.comparingInt((Evidence each) -> -Math.abs(each.points()))
            .thenComparing(Evidence::reason));
    return new Match(
        one.id(),
        other.id(),
        comparison.score,
        policy.verdict(comparison.score),
        comparison.evidence);
  }

  private void add(MatchReason reason, double agreement) {
    int points = policy.points(reason, agreement);
    if (points != 0) {
      evidence.add(new Evidence(reason, points));
      score += points;
    }
  }

  private void compareCodes(MatchRecord one, MatchRecord other) {
    if (!one.creditCode().isEmpty() && !other.creditCode().isEmpty()) {
      add(MatchReason.CREDIT_CODE, one.creditCode().equals(other.creditCode()) ? 1 : 0);
    }
    addShared(MatchReason.LICENCE, one.licences(), other.licences());
    addShared(MatchReason.TELEPHONE, one.telephones(), other.telephones());
  }

  private void addShared(MatchReason reason, List<String> one, List<String> other) {
    if (!one.isEmpty() && !other.isEmpty()) {
      add(reason, one.stream().anyMatch(other::contains) ? 1 : 0);
    }
  }

  private void compareNames(NormalName one, NormalName other) {
    if (one.text().isEmpty() || other.text().isEmpty()) {
      return;
    }
    double alike =
        0.7 * Similarity.of(one.distinct(), other.distinct())
            + 0.3 * Similarity.of(one.core(), other.core());
    add(MatchReason.NAME, Math.max(0, (alike - NAME_FLOOR) / (1 - NAME_FLOOR)));
    if (!one.numbers().isEmpty() && !other.numbers().isEmpty()) {
      add(MatchReason.NUMBER_IN_NAME, one.numbers().equals(other.numbers()) ? 1 : 0);
    } else if (!one.numbers().equals(other.numbers())) {
      add(MatchReason.NUMBER_IN_NAME, 0.75);
    }
  }

  private void comparePlaces(MatchRecord one, MatchRecord other) {
    NormalAddress address = one.address();
    NormalAddress otherAddress = other.address();
    if (address != null && otherAddress != null) {
      double street = Similarity.of(address.street(), otherAddress.street());
      double numbers = Similarity.ofNumbers(address.numbers(), otherAddress.numbers());
      double alike =
          Math.max(0, (street - STREET_FLOOR) / (1 - STREET_FLOOR)) * (0.2 + 0.8 * numbers);
      add(MatchReason.ADDRESS, alike);
      boolean hasOneLicence = one.licences().stream().anyMatch(other.licences()::contains);
      if (alike <= OTHER_PREMISES && !hasOneLicence) {
        add(MatchReason.PREMISES, 0);
      }
    }
    GeoPoint place = one.location();
    GeoPoint otherPlace = other.location();
    if (place != null && otherPlace != null) {
      double metres =
          Similarity.metres(
              place.latitude(), place.longitude(), otherPlace.latitude(), otherPlace.longitude());
      add(MatchReason.LOCATION, Math.min(1, Math.max(0, (FAR - metres) / (FAR - NEAR))));
    }
    addEqual(MatchReason.DIVISION, one.division(), other.division());
    addEqual(MatchReason.SEGMENT, one.segment(), other.segment());
  }

  private void addEqual(MatchReason reason, String one, String other) {
    if (!one.isEmpty() && !other.isEmpty()) {
      add(reason, one.equals(other) ? 1 : 0);
    }
  }
}
