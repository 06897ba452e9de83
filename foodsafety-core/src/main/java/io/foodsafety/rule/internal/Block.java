package io.foodsafety.rule.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some subjects that are looked at together, and the steps that are taken over them. */
public final class Block {

  /** So many subjects that their registers stay in the cache of a core. */
  public static final int SUBJECTS = 128;

  /** One step: fills a register from others. */
  public interface Step {
    void run();
  }

  private final Columns columns;
  private final Rows subjects = Rows.ofSubjects();
  private final Map<String, Rows> facts = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final long[] undecided = new long[Bits.words(SUBJECTS)];

  public Block(Columns columns) {
    this.columns = columns;
  }

  Columns columns() {
    return columns;
  }

  public Rows subjects() {
    return subjects;
  }

  Rows facts(String kind) {
    return facts.computeIfAbsent(kind, each -> Rows.ofFacts(columns.table(each)));
  }

  public void add(Step step) {
    steps.add(step);
  }

  /** Takes all steps over some subjects, at most {@link #SUBJECTS}. */
  public void run(int firstSubject, int count) {
    Arrays.fill(undecided, 0);
    subjects.moveTo(firstSubject, count);
    facts.values().forEach(rows -> rows.moveTo(firstSubject, count));
    for (Step step : steps) {
      step.run();
    }
  }

  /** Marks the subject of a row as one that only the interpreter can decide. */
  public void leave(Rows rows, int row) {
    Bits.set(undecided, rows.subjectOf(row));
  }

  /** Marks all subjects. */
  public void leaveAll() {
    Bits.fill(undecided, 0, subjects.count());
  }

  /** Adds the numbers, in the columns, of the subjects marked. */
  public void addLeft(List<Integer> into) {
    for (int word = 0; word < undecided.length; word++) {
      for (long rest = undecided[word]; rest != 0; rest &= rest - 1) {
        into.add(subjects.base() + (word << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
  }

  public boolean isLeft(int subject) {
    return Bits.get(undecided, subject);
  }
}
