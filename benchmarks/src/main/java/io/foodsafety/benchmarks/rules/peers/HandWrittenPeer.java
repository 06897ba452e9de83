package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.FlatColumns;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.HandWrittenColumns;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import java.util.HashMap;
import java.util.Map;

/** The rules by hand over columns: what all others are measured by. */
public final class HandWrittenPeer implements RulePeer {

  private final Population population;
  private final FlatColumns columns;
  private final HandWrittenColumns rules;
  private final Map<Integer, Population> changed = new HashMap<>();

  /** The columns of a population, as they are. */
  public HandWrittenPeer(Population population) {
    this(population, new FlatColumns(population));
  }

  private HandWrittenPeer(Population population, FlatColumns columns) {
    this.population = population;
    this.columns = columns;
    this.rules = new HandWrittenColumns(columns);
  }

  @Override
  public void grade(int from, int to, Grades into) {
    rules.grade(from, to, into);
  }

  @Override
  public RulePeer forThread() {
    return new HandWrittenPeer(population, columns);
  }

  @Override
  public boolean takesFacts() {
    return true;
  }

  /** The columns of the business are copied; {@link #grade} does not see what was added. */
  @Override
  public void add(int business, NewFact fact, Grades into) {
    Population before = changed.get(business);
    Population after =
        before == null ? population.withFact(business, fact) : before.withFact(0, fact);
    changed.put(business, after);
    Grades one = new Grades(1);
    new HandWrittenColumns(new FlatColumns(after)).grade(0, 1, one);
    into.set(business, one.scores()[0], one.grades()[0], one.nextGrades()[0]);
  }
}
