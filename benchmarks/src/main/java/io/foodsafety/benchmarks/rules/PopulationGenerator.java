package io.foodsafety.benchmarks.rules;

import static io.foodsafety.benchmarks.rules.Column.ABSENT;

import io.foodsafety.benchmarks.rules.FactKinds.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes businesses and about 50 facts each, over four years, from a seed: the same ones, however
 * many are made. A business is better or worse in all it does.
 */
public final class PopulationGenerator {

  private static final int DAYS = 1_461;
  private static final int STREAMS = 32;

  private final long seed;
  private final double share;

  /**
   * A generator.
   *
   * @param share of about 50 facts for each business
   */
  public PopulationGenerator(long seed, double share) {
    this.seed = seed;
    this.share = share;
  }

  /** The businesses from a number on, all facts not after the day of assessment. */
  public Population generate(int first, int size) {
    List<FactTable> tables = new ArrayList<>();
    List<Kind> kinds = FactKinds.all();
    for (int i = 0; i < kinds.size(); i++) {
      tables.add(facts(kinds.get(i), i + 2, first, size));
    }
    return new Population(first, size, attributes(first, size), tables);
  }

  private SplitMix random(int business, int stream) {
    return new SplitMix(seed, (long) business * STREAMS + stream);
  }

  private double badness(int business) {
    return random(business, 0).unit();
  }

  private FactTable facts(Kind kind, int stream, int first, int size) {
    int[] offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int business = first + i;
      offsets[i + 1] = offsets[i] + kind.count(random(business, stream), badness(business), share);
    }
    int rows = offsets[size];
    short[] days = new short[rows];
    List<Column> columns = kind.columns().stream().map(column -> column.withRows(rows)).toList();
    IntStream.range(0, size)
        .parallel()
        .forEach(i -> fill(kind, stream, first + i, offsets[i], offsets[i + 1], days, columns));
    return new FactTable(kind.name(), offsets, days, columns);
  }

  private void fill(
      Kind kind, int stream, int business, int from, int to, short[] days, List<Column> columns) {
    SplitMix random = random(business, stream);
    double badness = badness(business);
    kind.count(random, badness, share);
    for (int row = from; row < to; row++) {
      days[row] = (short) (BenchmarkPolicy.TODAY - random.below(DAYS));
    }
    Arrays.sort(days, from, to);
    int[] values = new int[columns.size()];
    for (int row = from; row < to; row++) {
      kind.filler().fill(random, badness, days[row], values);
      for (int i = 0; i < values.length; i++) {
        columns.get(i).set(row, values[i]);
      }
    }
  }

  private List<Column> attributes(int first, int size) {
    List<Column> columns =
        List.of(
                Column.codes("$segment", Vocabulary.SEGMENTS),
                Column.codes("$format", Vocabulary.FORMATS),
                Column.dates("$licenceIssuedOn"),
                Column.dates("openedOn"),
                Column.small("staff", 0),
                Column.sets("consumers", Vocabulary.CONSUMERS),
                Column.sets("foodCategories", Vocabulary.CATEGORIES),
                Column.codes("scale", Vocabulary.SCALES),
                Column.large("areaM2", 1),
                Column.small("suppliers", 0),
                Column.small("itemsAmbientPackaged", 0),
                Column.small("itemsChilledPackaged", 0),
                Column.small("itemsFrozenPackaged", 0),
                Column.small("itemsAmbientBulk", 0),
                Column.small("itemsChilledBulk", 0),
                Column.small("diners", 0),
                Column.small("seats", 0),
                Column.small("itemsColdDishes", 0))
            .stream()
            .map(column -> column.withRows(size))
            .toList();
    int[] values = new int[columns.size()];
    for (int i = 0; i < size; i++) {
      Arrays.fill(values, ABSENT);
      fill(random(first + i, 1), values);
      for (int column = 0; column < values.length; column++) {
        columns.get(column).set(i, values[column]);
      }
    }
    return columns;
  }

  private static void fill(SplitMix random, int[] values) {
    int segment = random.weighted(15, 45, 40);
    values[0] = segment;
    values[3] = random.chance(0.03) ? ABSENT : BenchmarkPolicy.TODAY - 60 - random.skewed(6_000);
    values[2] = random.chance(0.02) ? ABSENT : BenchmarkPolicy.TODAY - 60 - random.skewed(3_000);
    values[4] = random.chance(0.05) ? ABSENT : 1 + random.skewed(250);
    values[5] = random.chance(0.3) ? ABSENT : 1 + random.below(31);
    switch (segment) {
      case 0 -> fillProducer(random, values);
      case 1 -> fillShop(random, values);
      default -> fillCaterer(random, values);
    }
  }

  private static void fillProducer(SplitMix random, int[] values) {
    values[1] = 6;
    values[6] = 1 << random.below(7);
    if (random.chance(0.4)) {
      values[6] |= 1 << random.below(7);
    }
    values[7] = random.chance(0.03) ? ABSENT : random.weighted(5, 20, 40, 35);
  }

  private static void fillShop(SplitMix random, int[] values) {
    values[1] = 5;
    values[8] = 100 + random.skewed(40_000);
    values[9] = random.skewed(400);
    values[10] = random.skewed(12_000);
    values[11] = random.chance(0.3) ? 0 : random.skewed(1_200);
    values[12] = random.chance(0.3) ? 0 : random.skewed(1_200);
    values[13] = random.chance(0.4) ? 0 : random.skewed(1_200);
    values[14] = random.chance(0.5) ? 0 : random.skewed(200);
  }

  private static void fillCaterer(SplitMix random, int[] values) {
    int format = random.weighted(8, 6, 8, 40, 38);
    values[1] = format;
    values[8] = 100 + random.skewed(40_000);
    values[9] = random.skewed(150);
    values[format < 3 ? 15 : 16] = 5 + random.skewed(900);
    values[17] = random.chance(0.3) ? 0 : random.skewed(30);
  }
}
