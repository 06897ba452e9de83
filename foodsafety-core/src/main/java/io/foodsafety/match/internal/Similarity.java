package io.foodsafety.match.internal;

import java.util.List;

/** How alike two texts or places are, from 0 to 1. */
public final class Similarity {

  private static final double EARTH_RADIUS = 6_371_000;

  private Similarity() {}

  /**
   * One less the share of characters that must be replaced, left out or put in; a swap of
   * neighbours counts as half of one. A text that begins or ends with the other one of three
   * characters or more is at least 0.85 alike.
   */
  public static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    double alike = 1 - distance(one, other) / (2.0 * longer);
    return shorter >= 3 && isPart(one, other) ? Math.max(alike, 0.85) : alike;
  }

  private static boolean isPart(String one, String other) {
    return one.startsWith(other)
        || one.endsWith(other)
        || other.startsWith(one)
        || other.endsWith(one);
  }

  /**
   * Replacements, insertions and deletions count two, a swap of neighbours one (optimal string
   * alignment): hands that type slip more often than they think of another name.
   */
  static int distance(String one, String other) {
    int width = other.length() + 1;
    int[] before = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = 2 * j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = 2 * i;
      for (int j = 1; j < width; j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 2;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 2, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }

  /**
   * Numbers of two addresses. Another first number, that of the house, is another place. The rest
   * counts half; if one of the two does not name it, a quarter.
   */
  static double ofNumbers(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0.5;
    }
    if (!one.get(0).equals(other.get(0))) {
      return 0;
    }
    List<String> rest = one.subList(1, one.size());
    List<String> otherRest = other.subList(1, other.size());
    if (rest.equals(otherRest)) {
      return 1;
    }
    return rest.isEmpty() || otherRest.isEmpty() ? 0.75 : 0.5;
  }

  /** The metres between two places. */
  static double metres(double lat1, double lon1, double lat2, double lon2) {
    double x = Math.toRadians(lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
    double y = Math.toRadians(lat2 - lat1);
    return Math.sqrt(x * x + y * y) * EARTH_RADIUS;
  }
}
