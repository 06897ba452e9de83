package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.util.Arrays;
import java.util.List;

/** The direct grades of a policy over a block. */
final class DirectGrades {

  /** There is no ground for a direct grade. */
  static final int NONE = -1;

  /** It is not known whether there is a ground for a direct grade worse than those found. */
  static final int OPEN = -2;

  private record Direct(Register holds, int rank) {}

  private final List<Direct> grounds;
  private final long[] any = new long[Bits.words(Block.SUBJECTS)];

  DirectGrades(RiskPolicy policy, RuleCompiler compiler) {
    grounds =
        policy.directGrades().stream()
            .map(each -> new Direct(compiler.compile(each.when()), each.grade().rank()))
            .toList();
  }

  /** Finds for whom there are grounds; the steps of the block were taken before. */
  void run(int count) {
    Arrays.fill(any, 0);
    for (Direct ground : grounds) {
      for (int word = 0; word < Bits.words(count); word++) {
        any[word] |= ground.holds().bits[word] | ground.holds().unknownWord(word);
      }
    }
  }

  /** Those of 64 subjects for whom there is a ground, or may be one. */
  long word(int word) {
    return any[word];
  }

  /** The rank of the worst direct grade of a subject, or {@link #NONE} or {@link #OPEN}. */
  int of(int subject) {
    if (!Bits.get(any, subject)) {
      return NONE;
    }
    int decided = NONE;
    int open = NONE;
    for (Direct ground : grounds) {
      if (Bits.get(ground.holds().bits, subject)) {
        decided = Math.max(decided, ground.rank());
      } else if (ground.holds().isUnknown(subject)) {
        open = Math.max(open, ground.rank());
      }
    }
    return open > decided ? OPEN : decided;
  }
}
