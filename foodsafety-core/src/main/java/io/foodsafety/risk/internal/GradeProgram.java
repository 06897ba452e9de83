package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Columns;
import io.foodsafety.rule.internal.Cuts;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A policy compiled for columns: grades many subjects in the order of steps of {@link Grading},
 * which defines the result. For one thread.
 */
public final class GradeProgram {

  private record Limit(Register value, RankBands bands) {}

  private final RiskPolicy policy;
  private final Columns columns;
  private final Block block;
  private final Refusals refusals;
  private final LineProgram lines;
  private final RankBands bands;
  private final List<Limit> limits = new ArrayList<>();
  private final DirectGrades directGrades;
  private final MoveProgram now;
  private final MoveProgram next;
  private final boolean hasNext;
  private final int worst;
  private final long shape;
  private final long[] ranks = new long[Block.SUBJECTS];
  private int rank;

  /** Compiles a policy; registers the columns that it reads. */
  public GradeProgram(RiskPolicy policy, Columns columns) {
    this.policy = policy;
    this.columns = columns;
    this.block = new Block(columns);
    RuleCompiler compiler = new RuleCompiler(block);
    refusals = new Refusals(policy, compiler);
    lines = new LineProgram(policy, block, compiler);
    bands = new RankBands(policy.bands(), policy.pointsScale());
    for (RiskPolicy.Limit limit : policy.limits()) {
      Register value = compiler.compileFor(Cuts.of(limit.bands()), limit.value());
      limits.add(new Limit(value, new RankBands(limit.bands(), value.scale)));
    }
    directGrades = new DirectGrades(policy, compiler);
    now = new MoveProgram(policy, RiskPolicy.Affects.GRADE, block, compiler);
    next = new MoveProgram(policy, RiskPolicy.Affects.NEXT_GRADE, block, compiler);
    hasNext =
        policy.adjustments().stream()
            .anyMatch(each -> each.affects() == RiskPolicy.Affects.NEXT_GRADE);
    shape = columns.shape();
    worst = policy.scale().labels().size();
    if (worst > Byte.MAX_VALUE) { // columns of grades have a byte for each
      block.add(block::leaveAll);
    }
  }

  /** Whether the columns are still those that it was compiled for. */
  public boolean fits() {
    return shape == columns.shape();
  }

  /** How many lines and caps there are. */
  public int lines() {
    return lines.size();
  }

  /** Grades some subjects; returns the numbers of those that only the interpreter can grade. */
  public List<Integer> run(int first, int end, GradeColumns out) {
    List<Integer> left = new ArrayList<>();
    boolean isInForce = policy.isInForceOn(columns.date());
    for (int begin = first; begin < end; begin += Block.SUBJECTS) {
      int count = Math.min(Block.SUBJECTS, end - begin);
      block.run(begin, count);
      lines.run();
      now.run(count);
      next.run(count);
      directGrades.run(count);
      bands.find(lines.sums, ranks, count);
      copyLines(begin, count, out);
      gradePlainly(begin, count, out);
      for (int word = 0; word < Bits.words(count); word++) {
        long unusual = isInForce ? unusualWord(word) : -1L;
        for (long rest = unusual; rest != 0; rest &= rest - 1) {
          int i = (word << 6) + Long.numberOfTrailingZeros(rest);
          if (i < count) {
            grade(i, begin + i, isInForce, out);
          }
        }
      }
      block.addLeft(left);
    }
    return left;
  }

  /** Grades all as if nothing were unusual, and without a branch: so most are done at once. */
  private void gradePlainly(int begin, int count, GradeColumns out) {
    Arrays.fill(out.status, begin, begin + count, GradeColumns.GRADED);
    Arrays.fill(out.hasPartial, begin, begin + count, true);
    Arrays.fill(out.isWhole, begin, begin + count, true);
    System.arraycopy(lines.sums, 0, out.points, begin, count);
    for (int i = 0; now.isPlain() && i < count; i++) {
      out.grade[begin + i] = (byte) now.plain(i, (int) ranks[i], worst);
    }
    for (int i = 0; hasNext && next.isPlain() && i < count; i++) {
      out.nextGrade[begin + i] = (byte) next.plain(i, out.grade[begin + i], worst);
    }
  }

  /** Those of whom more must be asked, 64 subjects. */
  private long unusualWord(int word) {
    if (!limits.isEmpty() || !now.isPlain() || !next.isPlain()) {
      return -1L;
    }
    long any = refusals.word(word) | lines.anyMissing[word] | directGrades.word(word);
    any |= now.openWord(word) | next.openWord(word);
    for (int i = word << 6; bands.hasGaps() && i < Math.min(ranks.length, (word + 1) << 6); i++) {
      any |= (ranks[i] >>> 63) << i;
    }
    return any;
  }

  private void grade(int i, int subject, boolean isInForce, GradeColumns out) {
    out.grade[subject] = GradeColumns.NO_RANK;
    out.nextGrade[subject] = GradeColumns.NO_RANK;
    byte refused = isInForce ? refusals.of(i) : GradeColumns.NONE;
    out.hasPartial[subject] = refused == GradeColumns.GRADED;
    if (refused != GradeColumns.GRADED) {
      out.status[subject] = refused;
      out.isWhole[subject] = false;
      out.points[subject] = 0;
      return;
    }
    boolean isWhole = !Bits.get(lines.anyMissing, i);
    out.points[subject] = lines.sums[i];
    out.isWhole[subject] = isWhole;
    byte status = adjusted(i, directed(i, limited(i, banded(i, isWhole))));
    out.status[subject] = status;
    if (status == GradeColumns.GRADED) {
      out.grade[subject] = (byte) rank;
      if (hasNext && next.move(i, rank, worst)) {
        out.nextGrade[subject] = (byte) next.rank();
      }
    }
  }

  /**
   * Copies the lines of all subjects of the block; those of a subject without a sum are not read.
   */
  private void copyLines(int begin, int count, GradeColumns out) {
    for (int line = 0; line < out.lineStates.length; line++) {
      System.arraycopy(lines.points[line], 0, out.linePoints[line], begin, count);
      if (line < lines.scored.length) {
        copyStates(lines.scored[line], lines.missing[line], out.lineStates[line], begin, count);
      } else {
        Arrays.fill(out.lineStates[line], begin, begin + count, GradeColumns.SCORED);
      }
    }
  }

  private static void copyStates(long[] scored, long[] missing, byte[] to, int begin, int count) {
    for (int i = 0; i < count; i++) {
      long isScored = (scored[i >>> 6] >>> i) & 1;
      long isMissing = (missing[i >>> 6] >>> i) & 1;
      to[begin + i] =
          (byte)
              ((1 - isScored) * (GradeColumns.NOT_APPLICABLE - isMissing)); // missing is one less
    }
  }

  /** Each of these sets the rank if it returns graded. */
  private byte banded(int i, boolean isWhole) {
    if (!isWhole) {
      return GradeColumns.INCOMPLETE;
    }
    rank = (int) ranks[i];
    return rank < 0 ? GradeColumns.NONE : GradeColumns.GRADED;
  }

  private byte limited(int i, byte before) {
    byte status = before;
    for (int each = 0; each < limits.size(); each++) {
      Limit limit = limits.get(each);
      if (status != GradeColumns.GRADED) {
        return status;
      }
      if (limit.value().isUnknown(i)) {
        status = GradeColumns.INCOMPLETE;
        continue;
      }
      int bound = limit.bands().rank(block, limit.value(), i);
      rank = Math.max(rank, bound);
      status = bound < 0 ? GradeColumns.NONE : GradeColumns.GRADED;
    }
    return status;
  }

  private byte directed(int i, byte before) {
    return switch (directGrades.of(i)) {
      case DirectGrades.NONE -> before;
      case DirectGrades.OPEN -> GradeColumns.INCOMPLETE;
      default -> {
        rank = directGrades.of(i);
        yield GradeColumns.GRADED;
      }
    };
  }

  private byte adjusted(int i, byte before) {
    if (before != GradeColumns.GRADED) {
      return before;
    }
    if (!now.move(i, rank, worst)) {
      return GradeColumns.INCOMPLETE;
    }
    rank = now.rank();
    return GradeColumns.GRADED;
  }
}
