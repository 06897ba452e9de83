package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Decimals;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a policy over a block: their points, best-ofs, caps, and the sum. */
final class LineProgram {

  /** A line: when it applies, and its points. */
  private record Line(Optional<Register> when, Register points) {}

  /** A cap: the lines and the earlier caps that it counts, and its bounds. */
  private static final class Cap {
    final int[] of;
    final long min;
    final long max;

    Cap(int[] of, long min, long max) {
      this.of = of;
      this.min = min;
      this.max = max;
    }
  }

  /** Bounds of more digits after the point have too few before it. */
  private static final int MAX_SCALE = 18;

  private static final int WORDS = Bits.words(Block.SUBJECTS);

  private final Block block;
  private final int pointsScale;
  private final int capScale;
  private final long most;
  private final List<Line> lines = new ArrayList<>();
  private final List<int[]> bestOfs;
  private final List<Cap> caps;

  /** By line, then caps, and subject of the block: points in units of the scale, 0 if none. */
  final long[][] points;

  private final long[][] own;

  /** By line: who scored, and for whom something is missing. */
  final long[][] scored;

  final long[][] missing;
  final long[] sums = new long[Block.SUBJECTS];
  private final int[] best = new int[Block.SUBJECTS];

  /** For whom some line is missing. */
  final long[] anyMissing = new long[WORDS];

  LineProgram(RiskPolicy policy, Block block, RuleCompiler compiler) {
    this.block = block;
    this.pointsScale = policy.pointsScale();
    compiler.useScale(pointsScale);
    for (RiskPolicy.Line line : policy.lines()) {
      Optional<Register> when = line.when().map(compiler::compile);
      Register points = compiler.compileRounded(line.points().orElse(line.value()), pointsScale);
      lines.add(new Line(when, points));
    }
    List<String> items = policy.lines().stream().map(RiskPolicy.Line::item).toList();
    bestOfs =
        policy.bestOfs().stream()
            .map(bestOf -> bestOf.of().stream().mapToInt(items::indexOf).toArray())
            .toList();
    capScale = capScale(policy);
    most = most(policy);
    caps = caps(policy, items);
    own = new long[lines.size() + caps.size()][Block.SUBJECTS];
    points = own.clone();
    scored = new long[lines.size()][WORDS];
    missing = new long[lines.size()][WORDS];
  }

  private static int capScale(RiskPolicy policy) {
    int scale = policy.pointsScale();
    for (RiskPolicy.Cap cap : policy.caps()) {
      scale = Math.max(scale, cap.min().map(BigDecimal::scale).orElse(0));
      scale = Math.max(scale, cap.max().map(BigDecimal::scale).orElse(0));
    }
    return Math.min(scale, MAX_SCALE);
  }

  /** What points and bounds stay below, so that no sum of them needs more than 64 bits. */
  private long most(RiskPolicy policy) {
    int numbers = lines.size() + policy.caps().size() + 1;
    return Long.MAX_VALUE / 4 / Decimals.power(capScale - pointsScale) / numbers;
  }

  private List<Cap> caps(RiskPolicy policy, List<String> items) {
    List<Cap> made = new ArrayList<>();
    for (int i = 0; i < policy.caps().size(); i++) {
      RiskPolicy.Cap cap = policy.caps().get(i);
      List<Integer> of = new ArrayList<>(cap.of().stream().map(items::indexOf).toList());
      for (int earlier = 0; earlier < i; earlier++) {
        if (cap.of().containsAll(policy.caps().get(earlier).of())) {
          of.add(items.size() + earlier);
        }
      }
      made.add(
          new Cap(
              of.stream().mapToInt(each -> each).toArray(),
              cap.min().map(this::bound).orElse(Long.MIN_VALUE),
              cap.max().map(this::bound).orElse(Long.MAX_VALUE)));
    }
    return made;
  }

  /** A bound in units; one that 64 bits cannot hold is left to the interpreter. */
  private long bound(BigDecimal bound) {
    BigDecimal units = bound.movePointRight(capScale);
    boolean isWhole = units.stripTrailingZeros().scale() <= 0;
    if (!isWhole || units.abs().compareTo(BigDecimal.valueOf(most)) >= 0) {
      block.add(block::leaveAll);
      return 0;
    }
    return units.longValueExact();
  }

  int size() {
    return points.length;
  }

  /** Works out the lines; the steps of the block were taken before. */
  void run() {
    int count = block.subjects().count();
    Arrays.fill(anyMissing, 0);
    Arrays.fill(sums, 0, count, 0);
    for (int i = 0; i < lines.size(); i++) {
      score(i, count);
      leaveHigh(i, count);
    }
    bestOfs.forEach(bestOf -> keepBest(bestOf, count));
    for (int i = 0; i < lines.size(); i++) {
      add(points[i], sums, count);
    }
    for (int i = 0; i < caps.size(); i++) {
      cap(i, count);
      add(points[lines.size() + i], sums, count);
    }
  }

  private void score(int index, int count) {
    Line line = lines.get(index);
    for (int word = 0; word < Bits.words(count); word++) {
      long applies = line.when().isPresent() ? line.when().get().bits[word] : -1L;
      long open = line.when().isPresent() ? line.when().get().unknownWord(word) : 0;
      long unknown = line.points().unknownWord(word);
      scored[index][word] = applies & ~unknown;
      missing[index][word] = open | (applies & unknown);
      anyMissing[word] |= missing[index][word];
    }
    long[] from = line.points().values;
    if (line.when().isEmpty() && !line.points().mayBeUnknown) {
      points[index] = from;
      return;
    }
    long[] to = own[index];
    points[index] = to;
    for (int begin = 0; begin < count; begin += Long.SIZE) {
      mask(from, scored[index][begin >>> 6], begin, Math.min(count, begin + Long.SIZE), to);
    }
  }

  private void keepBest(int[] of, int count) {
    Arrays.fill(best, 0, count, -1);
    for (int line : of) {
      if (points[line] != own[line]) { // those of a register stay as they are
        System.arraycopy(points[line], 0, own[line], 0, count);
        points[line] = own[line];
      }
      for (int i = 0; i < count; i++) {
        boolean isBetter = best[i] < 0 || points[line][i] > points[best[i]][i];
        best[i] = isBetter && Bits.get(scored[line], i) ? line : best[i];
      }
    }
    for (int line : of) {
      for (int i = 0; i < count; i++) {
        points[line][i] = best[i] == line ? points[line][i] : 0;
      }
    }
  }

  private static void add(long[] more, long[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += more[i];
    }
  }

  /** Copies values whose bit is set; 0 for the others. */
  private static void mask(long[] from, long bits, int begin, int end, long[] to) {
    if (bits == -1L) {
      System.arraycopy(from, begin, to, begin, end - begin);
      return;
    }
    for (int i = begin; i < end; i++) {
      to[i] = from[i] & -((bits >>> i) & 1);
    }
  }

  /** Leaves those with points so high that a sum or a cap of them may need more than 64 bits. */
  private void leaveHigh(int index, int count) {
    long[] high = points[index];
    long magnitude = 0;
    for (int i = 0; i < count; i++) {
      magnitude |= high[i] ^ (high[i] >> 63);
    }
    for (int i = 0; magnitude >= most && i < count; i++) {
      if (high[i] >= most || high[i] <= -most) {
        block.leave(block.subjects(), i);
      }
    }
  }

  /** Takes what lies beyond the bounds. */
  private void cap(int index, int count) {
    Cap cap = caps.get(index);
    long[] taken = points[lines.size() + index];
    Arrays.fill(taken, 0, count, 0);
    for (int line : cap.of) {
      add(points[line], taken, count);
    }
    long unit = Decimals.power(capScale - pointsScale);
    for (int i = 0; i < count; i++) {
      long exact = taken[i] * unit;
      taken[i] = Math.max(cap.min, Math.min(cap.max, exact)) - exact;
    }
    for (int i = 0; unit > 1 && i < count; i++) {
      taken[i] = Decimals.divideHalfUp(taken[i], unit);
    }
  }
}
