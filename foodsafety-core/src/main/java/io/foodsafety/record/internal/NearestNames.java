package io.foodsafety.record.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that an unknown one may have been meant to be. */
public final class NearestNames {

  private static final int SHOWN = 3;
  private static final int COMPARED_LENGTH = 64;

  private record Candidate(String name, int distance) {}

  private NearestNames() {}

  /**
   * The names at the least edit distance, at most three; if none is near, the first known names.
   *
   * @param unknown what was written
   * @param known the names there are
   * @return names separated by commas, or a dash if there are none
   */
  public static String of(String unknown, Collection<String> known) {
    List<Candidate> candidates = new ArrayList<>();
    String wanted = fold(unknown);
    for (String name : known) {
      candidates.add(new Candidate(name, distance(wanted, fold(name))));
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
    int most = Math.max(2, wanted.length() / 2);
    List<String> near =
        candidates.stream()
            .filter(candidate -> candidate.distance() <= most)
            .map(Candidate::name)
            .limit(SHOWN)
            .toList();
    List<String> shown = near.isEmpty() ? known.stream().sorted().limit(2L * SHOWN).toList() : near;
    return shown.isEmpty() ? "-" : String.join(", ", shown);
  }

  private static String fold(String name) {
    String cut = name.length() <= COMPARED_LENGTH ? name : name.substring(0, COMPARED_LENGTH);
    return cut.toLowerCase(Locale.ROOT);
  }

  /** Least number of insertions, deletions and replacements of characters. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
