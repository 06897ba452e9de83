package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.FlatColumns;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.HandWrittenColumns;
import io.foodsafety.benchmarks.rules.Population;

/** The rules by hand over columns: what all others are measured by. */
public final class HandWrittenPeer implements RulePeer {

  private final FlatColumns columns;
  private final HandWrittenColumns rules;

  /** The columns of a population, as they are. */
  public HandWrittenPeer(Population population) {
    this(new FlatColumns(population));
  }

  private HandWrittenPeer(FlatColumns columns) {
    this.columns = columns;
    this.rules = new HandWrittenColumns(columns);
  }

  @Override
  public void grade(int from, int to, Grades into) {
    rules.grade(from, to, into);
  }

  @Override
  public RulePeer forThread() {
    return new HandWrittenPeer(columns);
  }
}
