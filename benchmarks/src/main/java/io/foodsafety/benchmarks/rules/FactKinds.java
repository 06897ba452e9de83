package io.foodsafety.benchmarks.rules;

import static io.foodsafety.benchmarks.rules.Column.ABSENT;

import java.util.ArrayList;
import java.util.List;

/** The kinds of fact of the population: how many a business has, and of what content. */
final class FactKinds {

  /** Makes the values of a row, one for each column. */
  @FunctionalInterface
  interface Filler {
    void fill(SplitMix random, double badness, int day, int[] row);
  }

  /**
   * A kind.
   *
   * @param mean how many facts a business has on average
   * @param byBadness whether bad businesses have more
   * @param columns without rows
   */
  record Kind(String name, double mean, boolean byBadness, List<Column> columns, Filler filler) {

    int count(SplitMix random, double badness, double share) {
      double expected = share * mean * (byBadness ? 0.3 + 1.4 * badness : 1);
      return (int) (expected * (0.4 + 1.2 * random.unit()) + random.unit());
    }
  }

  private static final int DAYS_OF_LIST = 1_100;
  private static final int DAYS_OF_CERTIFICATE = 1_096;

  private FactKinds() {}

  /** All of them, about 50 facts for each business. */
  static List<Kind> all() {
    List<Kind> kinds = new ArrayList<>();
    addChecks(kinds);
    addTests(kinds);
    addSignals(kinds);
    addMeasures(kinds);
    addPapers(kinds);
    return kinds;
  }

  /** The columns of a kind, without rows. */
  static List<Column> columns(String kind) {
    return all().stream()
        .filter(each -> each.name().equals(kind))
        .findFirst()
        .orElseThrow()
        .columns();
  }

  private static void addChecks(List<Kind> kinds) {
    kinds.add(
        new Kind(
            "inspection",
            10,
            false,
            List.of(
                Column.codes("type", Vocabulary.INSPECTIONS),
                Column.small("itemsFailed", 0),
                Column.small("keyItemsFailed", 0),
                Column.small("score", 0),
                Column.booleans("obstructed")),
            (random, badness, day, row) -> {
              row[0] = random.weighted(60, 15, 10, 15);
              row[1] = random.below(1 + (int) (26 * badness));
              row[2] = random.chance(badness * 0.4) ? 1 + random.below(2) : 0;
              row[3] = random.chance(0.1) ? ABSENT : 100 - random.below(3 + (int) (55 * badness));
              row[4] = random.chance(0.7) ? ABSENT : random.chance(0.06 * badness) ? 1 : 0;
            }));
    kinds.add(
        new Kind(
            "self-check",
            6,
            false,
            List.of(Column.booleans("late"), Column.small("itemsFailed", 0)),
            (random, badness, day, row) -> {
              row[0] = random.chance(0.4) ? ABSENT : random.chance(badness) ? 1 : 0;
              row[1] = random.below(8);
            }));
    kinds.add(
        new Kind(
            "rectification",
            3,
            true,
            List.of(
                Column.dates("deadline"), Column.dates("completedOn"), Column.booleans("accepted")),
            (random, badness, day, row) -> {
              row[0] = day + 10 + random.below(30);
              int completed = day + 1 + random.below(45);
              row[1] = completed > BenchmarkPolicy.TODAY || random.chance(0.2) ? ABSENT : completed;
              row[2] = row[1] == ABSENT ? ABSENT : random.chance(0.3 * badness) ? 0 : 1;
            }));
  }

  private static void addTests(List<Kind> kinds) {
    kinds.add(
        new Kind(
            "sample",
            8,
            false,
            List.of(
                Column.codes("level", Vocabulary.LEVELS),
                Column.codes("category", Vocabulary.FOODS),
                Column.codes("verdict", Vocabulary.VERDICTS),
                Column.codes("hazard", Vocabulary.HAZARDS)),
            (random, badness, day, row) -> {
              row[0] = random.weighted(5, 15, 30, 50);
              row[1] = random.skewed(Vocabulary.FOODS.size());
              row[2] = random.chance(0.02 + 0.22 * badness * badness) ? 1 : 0;
              row[3] = row[2] == 0 ? ABSENT : random.weighted(20, 15, 8, 20, 5, 4, 18, 10);
            }));
    kinds.add(
        new Kind(
            "rapid-test",
            4,
            false,
            List.of(
                Column.codes("category", Vocabulary.FOODS),
                Column.codes("verdict", Vocabulary.VERDICTS)),
            (random, badness, day, row) -> {
              row[0] = random.skewed(Vocabulary.FOODS.size());
              row[1] = random.chance(0.3 * badness) ? 1 : 0;
            }));
  }

  private static void addSignals(List<Kind> kinds) {
    kinds.add(
        new Kind(
            "complaint",
            8,
            true,
            List.of(Column.codes("category", Vocabulary.COMPLAINTS), Column.booleans("upheld")),
            (random, badness, day, row) -> {
              row[0] = random.weighted(20, 20, 5, 25, 15, 15);
              row[1] = random.chance(0.3) ? ABSENT : random.chance(0.4) ? 1 : 0;
            }));
    kinds.add(
        new Kind(
            "report",
            1.2,
            true,
            List.of(Column.booleans("insider"), Column.booleans("verified")),
            (random, badness, day, row) -> {
              row[0] = random.chance(0.6) ? ABSENT : random.below(2);
              row[1] = random.chance(0.3) ? ABSENT : random.below(2);
            }));
    kinds.add(
        new Kind(
            "opinion",
            2,
            true,
            List.of(Column.codes("level", Vocabulary.OPINIONS), Column.booleans("verified")),
            (random, badness, day, row) -> {
              row[0] = random.weighted(60, 30, 10);
              row[1] = random.chance(0.3) ? ABSENT : random.below(2);
            }));
  }

  private static void addMeasures(List<Kind> kinds) {
    kinds.add(
        new Kind(
            "penalty",
            2,
            true,
            List.of(
                Column.codes("type", Vocabulary.PENALTIES),
                Column.codes("offence", Vocabulary.OFFENCES),
                Column.large("fine", 2),
                Column.booleans("serious")),
            (random, badness, day, row) -> {
              row[0] = random.weighted(45, 10, 30, 10, 4, 1);
              row[1] = random.skewed(Vocabulary.OFFENCES.size());
              row[2] = row[0] == 2 ? 20_000 + 5 * random.skewed(6_000_000) : ABSENT;
              row[3] = random.chance(0.6) ? ABSENT : random.chance(0.25 * badness) ? 1 : 0;
            }));
    kinds.add(
        new Kind(
            "accident",
            0.04,
            true,
            List.of(Column.codes("level", Vocabulary.ACCIDENTS)),
            (random, badness, day, row) -> row[0] = random.weighted(2, 8, 30, 60)));
    kinds.add(
        new Kind(
            "recall",
            0.3,
            false,
            List.of(Column.codes("level", Vocabulary.RECALLS), Column.booleans("ordered")),
            (random, badness, day, row) -> {
              row[0] = random.below(3);
              row[1] = random.chance(0.4) ? ABSENT : random.chance(badness) ? 1 : 0;
            }));
    kinds.add(
        new Kind(
            "list-entry",
            0.08,
            true,
            List.of(Column.codes("list", Vocabulary.LISTS), Column.dates(FactTable.UNTIL)),
            (random, badness, day, row) -> {
              row[0] = random.weighted(30, 60, 10);
              row[1] = random.chance(0.3) ? ABSENT : day + random.below(DAYS_OF_LIST);
            }));
  }

  private static void addPapers(List<Kind> kinds) {
    kinds.add(
        new Kind(
            "training",
            5,
            false,
            List.of(Column.small("hours", 1), Column.booleans("passed")),
            (random, badness, day, row) -> {
              row[0] = 5 + 5 * random.below(40);
              row[1] = random.chance(0.1) ? ABSENT : random.chance(0.8) ? 1 : 0;
            }));
    kinds.add(
        new Kind(
            "certificate",
            0.7,
            false,
            List.of(Column.codes("type", Vocabulary.CERTIFICATES), Column.dates(FactTable.UNTIL)),
            (random, badness, day, row) -> {
              row[0] = random.below(3);
              row[1] = random.chance(0.1) ? ABSENT : day + random.below(DAYS_OF_CERTIFICATE);
            }));
    kinds.add(
        new Kind(
            "commendation",
            0.5,
            false,
            List.of(Column.codes("level", Vocabulary.LEVELS)),
            (random, badness, day, row) -> row[0] = random.weighted(3, 12, 35, 50)));
  }
}
