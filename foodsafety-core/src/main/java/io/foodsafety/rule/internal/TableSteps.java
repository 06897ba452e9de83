package io.foodsafety.rule.internal;

import io.foodsafety.rule.LookupTable;
import io.foodsafety.rule.ValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Look-ups in tables. */
final class TableSteps {

  private TableSteps() {}

  /** Digits after the point of the rows of a table. */
  static int scaleOf(LookupTable table) {
    return rows(table)
        .mapToInt(row -> Math.max(0, row.stripTrailingZeros().scale()))
        .max()
        .orElse(0);
  }

  /** Whether all rows, in units of a scale, are numbers of 64 bits. */
  static boolean fits(LookupTable table, int scale) {
    return rows(table)
        .allMatch(
            row ->
                row.movePointRight(scale).abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0);
  }

  /** What no row of a table that fits is further from 0 than, in units of a scale. */
  static long bound(LookupTable table, int scale) {
    return rows(table).mapToLong(row -> Math.abs(units(row, scale))).max().orElse(0);
  }

  /** Whether fractions can be compared with the bounds of its ranges. */
  static boolean suitsFractions(LookupTable table) {
    return Cuts.of(table.ranges().orElseThrow()).suitFractions();
  }

  private static Stream<BigDecimal> rows(LookupTable table) {
    Stream<BigDecimal> rows =
        Stream.concat(
            table.words().values().stream(),
            table.ranges().stream()
                .flatMap(ranges -> ranges.bands().stream())
                .map(band -> band.result()));
    return Stream.concat(rows, table.otherwise().stream());
  }

  /** A table of ranges, of a number. */
  static Block.Step ranges(Block block, LookupTable table, Register key, Register out) {
    Cuts cuts = Cuts.of(table.ranges().orElseThrow());
    List<Optional<BigDecimal>> results =
        cuts.ranges().stream()
            .map(
                band ->
                    band < 0
                        ? table.otherwise()
                        : Optional.of(table.ranges().get().bands().get(band).result()))
            .toList();
    long[] rows = new long[results.size()];
    boolean[] missing = new boolean[results.size()];
    for (int i = 0; i < rows.length; i++) {
      missing[i] = results.get(i).isEmpty();
      rows[i] = results.get(i).map(row -> units(row, out.scale)).orElse(0L);
    }
    boolean isWhole = results.stream().allMatch(Optional::isPresent);
    if (key.isFraction) {
      return () -> fractions(block, cuts, rows, missing, key, out);
    }
    Ranges ranges = new Ranges(cuts.thresholds(key.scale));
    return () -> {
      int count = out.rows.count();
      long[] keys = key.values;
      long[] found = out.values;
      NumberSteps.mergeUnknown(key, key, out);
      ranges.find(keys, rows, found, count);
      for (int i = 0; !isWhole && i < count; i++) {
        if (missing[ranges.of(keys[i])]) {
          Bits.set(out.unknown, i);
        }
      }
    };
  }

  private static void fractions(
      Block block, Cuts cuts, long[] rows, boolean[] missing, Register key, Register out) {
    NumberSteps.mergeUnknown(key, key, out);
    for (int i = 0; i < out.rows.count(); i++) {
      if (out.isUnknown(i)) {
        out.putUnknown(i);
        continue;
      }
      int range = cuts.rangeOf(block, key, i);
      out.values[i] = rows[range];
      if (missing[range]) {
        out.putUnknown(i);
      }
    }
  }

  static long units(BigDecimal number, int scale) {
    return number.setScale(scale).unscaledValue().longValueExact();
  }

  /** A table of words, of a text or of a list of words; what is found once is remembered. */
  static Block.Step words(Dictionary dictionary, LookupTable table, Register key, Register out) {
    return new Words(dictionary, table, key, out)::run;
  }

  private static final class Words {
    private static final long NOT_ASKED = Long.MIN_VALUE;
    private static final long MISSING = Long.MIN_VALUE + 1;

    private final Dictionary dictionary;
    private final LookupTable table;
    private final Register key;
    private final Register out;
    private long[] found = new long[0];

    Words(Dictionary dictionary, LookupTable table, Register key, Register out) {
      this.dictionary = dictionary;
      this.table = table;
      this.key = key;
      this.out = out;
    }

    void run() {
      int count = out.rows.count();
      NumberSteps.mergeUnknown(key, key, out);
      long[] keys = key.values;
      for (int i = 0; i < count; i++) {
        int code = (int) keys[i];
        long row = code < found.length ? found[code] : NOT_ASKED;
        if (row <= MISSING) {
          row = out.isUnknown(i) ? MISSING : row == NOT_ASKED ? find(code) : row;
          if (row == MISSING) {
            Bits.set(out.unknown, i);
            row = 0;
          }
        }
        out.values[i] = row;
      }
    }

    private long find(int code) {
      if (code >= found.length) {
        int before = found.length;
        found = Arrays.copyOf(found, code + (code >> 1) + 16);
        Arrays.fill(found, before, found.length, NOT_ASKED);
      }
      List<String> words =
          key.type == ValueType.TEXT ? List.of(dictionary.text(code)) : dictionary.words(code);
      found[code] = highest(words);
      return found[code];
    }

    private long highest(List<String> words) {
      long highest = MISSING;
      for (String word : words) {
        Optional<BigDecimal> row = table.find(word);
        if (row.isEmpty()) {
          return MISSING;
        }
        highest = Math.max(highest, units(row.get(), out.scale));
      }
      return highest;
    }
  }
}
