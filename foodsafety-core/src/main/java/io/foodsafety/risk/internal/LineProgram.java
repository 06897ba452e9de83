package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lines of a policy over a block: their points, best-ofs, caps, and the sum. */
final class LineProgram {

  /** A line: when it applies, its points, and which values it keeps if there are such that not. */
  private record Line(Optional<Register> when, Register points, Optional<Mask> mask) {}

  /** A condition as a number for each subject: all bits set where it holds, none elsewhere. */
  private static final class Mask {
    final Register condition;
    final long[] words = new long[Block.SUBJECTS];

    Mask(Register condition) {
      this.condition = condition;
    }

    void run(int count) {
      long[] bits = condition.bits;
      for (int i = 0; i < count; i++) {
        words[i] = -((bits[i >>> 6] >>> i) & 1);
      }
    }
  }

  private static final int WORDS = Bits.words(Block.SUBJECTS);

  private final Block block;
  private final long most;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Register, Mask> masks = new LinkedHashMap<>();
  private final List<int[]> bestOfs;
  private final LineCaps caps;

  /** By line, then caps, and subject of the block: points in units of the scale, 0 if none. */
  final long[][] points;

  private final long[][] own;

  /** By line: who scored, and for whom something is missing. */
  final long[][] scored;

  final long[][] missing;
  final long[] sums = new long[Block.SUBJECTS];
  private final int[] best = new int[Block.SUBJECTS];
  private final long[] highest = new long[Block.SUBJECTS];
  private final int[] all;

  /** For whom some line is missing. */
  final long[] anyMissing = new long[WORDS];

  LineProgram(RiskPolicy policy, Block block, RuleCompiler compiler) {
    this.block = block;
    int pointsScale = policy.pointsScale();
    compiler.useScale(pointsScale);
    for (RiskPolicy.Line line : policy.lines()) {
      Optional<Register> when = line.when().map(compiler::compile);
      Register points = compiler.compileRounded(line.points().orElse(line.value()), pointsScale);
      Optional<Mask> mask =
          when.map(condition -> masks.computeIfAbsent(condition, any -> new Mask(condition)));
      lines.add(new Line(when, points, mask));
    }
    List<String> items = policy.lines().stream().map(RiskPolicy.Line::item).toList();
    bestOfs =
        policy.bestOfs().stream()
            .map(bestOf -> bestOf.of().stream().mapToInt(items::indexOf).toArray())
            .toList();
    caps = new LineCaps(policy, items, block);
    most = caps.most();
    own = new long[lines.size() + policy.caps().size()][Block.SUBJECTS];
    points = own.clone();
    all = IntStream.range(0, points.length).toArray();
    scored = new long[lines.size()][WORDS];
    missing = new long[lines.size()][WORDS];
  }

  int size() {
    return points.length;
  }

  /** Works out the lines; the steps of the block were taken before. */
  void run() {
    int count = block.subjects().count();
    Arrays.fill(anyMissing, 0);
    Arrays.fill(sums, 0, count, 0);
    masks.values().forEach(mask -> mask.run(count));
    for (int i = 0; i < lines.size(); i++) {
      score(i, count);
      leaveHigh(i, count);
    }
    bestOfs.forEach(bestOf -> keepBest(bestOf, count));
    caps.run(points, count);
    Sums.add(points, all, sums, count);
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
    points[index] = line.points().values;
    if (line.mask().isPresent()) {
      keep(points[index], line.mask().get().words, own[index], count);
      points[index] = own[index];
    }
    if (line.points().mayBeUnknown) {
      forget(line.points(), index, count);
    }
  }

  /** Keeps the points of those to whom a line applies. */
  private static void keep(long[] from, long[] mask, long[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from[i] & mask[i];
    }
  }

  /** Gives no points to those whose points are not known. */
  private void forget(Register from, int index, int count) {
    for (int word = 0; word < Bits.words(count); word++) {
      long unknown = from.unknownWord(word);
      if (unknown != 0) {
        takeAsOwn(index, count);
      }
      for (long rest = unknown; rest != 0; rest &= rest - 1) {
        own[index][(word << 6) + Long.numberOfTrailingZeros(rest)] = 0;
      }
    }
  }

  /** Copies the points of a line, if they are those of a register, which stay as they are. */
  private void takeAsOwn(int index, int count) {
    if (points[index] != own[index]) {
      System.arraycopy(points[index], 0, own[index], 0, count);
      points[index] = own[index];
    }
  }

  private void keepBest(int[] of, int count) {
    Arrays.fill(best, 0, count, -1);
    Arrays.fill(highest, 0, count, Long.MIN_VALUE);
    for (int line : of) {
      takeAsOwn(line, count);
      for (int i = 0; i < count; i++) {
        boolean isScored = Bits.get(scored[line], i);
        long value = isScored ? own[line][i] : Long.MIN_VALUE;
        best[i] = value > highest[i] ? line : best[i];
        highest[i] = Math.max(highest[i], value);
      }
    }
    for (int line : of) {
      for (int i = 0; i < count; i++) {
        own[line][i] = best[i] == line ? own[line][i] : 0;
      }
    }
  }

  /** Leaves those with points so high that a sum or a cap of them may need more than 64 bits. */
  private void leaveHigh(int index, int count) {
    if (lines.get(index).points().isNearer(most)) {
      return;
    }
    long[] high = points[index];
    long beyond = 0; // negative if any is
    for (int i = 0; i < count; i++) {
      beyond |= (most - 1 - high[i]) | (most - 1 + high[i]);
    }
    for (int i = 0; beyond < 0 && i < count; i++) {
      if (high[i] >= most || high[i] <= -most) {
        block.leave(block.subjects(), i);
      }
    }
  }
}
