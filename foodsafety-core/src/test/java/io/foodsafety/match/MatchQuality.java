package io.foodsafety.match;

import io.foodsafety.testkit.measure.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How well the matcher finds generated duplicates. Run with a number of records and a seed.
 *
 * @param records the records
 * @param truePairs pairs of records that are of one business
 * @param samePairs pairs the matcher takes for the same
 * @param sameRight those of them that are
 * @param foundPairs pairs the matcher takes for the same or hands to a person
 * @param foundRight those of them that are
 * @param compared pairs compared
 * @param skipped keys left out
 */
record MatchQuality(
    int records,
    long truePairs,
    long samePairs,
    long sameRight,
    long foundPairs,
    long foundRight,
    long compared,
    int skipped) {

  static MatchQuality of(GeneratedBusinesses city, EntityMatcher matcher) {
    MatchRun run = matcher.run(city.subjects().stream());
    List<Match> found = run.matches().collect(Collectors.toList());
    List<Match> same =
        found.stream().filter(match -> match.verdict() == Match.Verdict.SAME).toList();
    return new MatchQuality(
        city.subjects().size(),
        city.samePairs(),
        same.size(),
        right(same, city),
        found.size(),
        right(found, city),
        run.compared(),
        run.skippedBlocks());
  }

  private static long right(List<Match> matches, GeneratedBusinesses city) {
    return matches.stream().filter(match -> city.isSame(match.first(), match.second())).count();
  }

  static EntityMatcher matcher() {
    return EntityMatcher.of(
        MatchTables.standard().withDivisions(GeneratedBusinesses.DIVISIONS),
        MatchPolicy.standard());
  }

  double samePrecision() {
    return (double) sameRight / samePairs;
  }

  double sameRecall() {
    return (double) sameRight / truePairs;
  }

  double foundPrecision() {
    return (double) foundRight / foundPairs;
  }

  double foundRecall() {
    return (double) foundRight / truePairs;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d records, %,d true pairs; same: precision %.4f recall %.4f; same or review:"
            + " precision %.4f recall %.4f; %,d pairs compared, %d keys left out",
        records,
        truePairs,
        samePrecision(),
        sameRecall(),
        foundPrecision(),
        foundRecall(),
        compared,
        skipped);
  }

  /** Logs the figures of a city, {@code target/measurements/match-quality.txt}: records, seed. */
  public static void main(String[] arguments) {
    int records = Integer.parseInt(arguments[0]);
    GeneratedBusinesses city = GeneratedBusinesses.of(records, Long.parseLong(arguments[1]));
    long begin = System.nanoTime();
    MatchQuality quality = of(city, matcher());
    Figures figures = Figures.of("match-quality");
    figures.add("%s", quality);
    Runtime runtime = Runtime.getRuntime();
    figures.add(
        "%.1f s, heap in use at the end %d MB of at most %d MB",
        (System.nanoTime() - begin) / 1e9,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
  }
}
