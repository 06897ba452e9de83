package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.risk.internal.GradeColumns;
import io.foodsafety.risk.internal.GradeProgram;
import io.foodsafety.risk.internal.Grading;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A policy compiled: grades many businesses from columns, some hundred at a time, without an object
 * for any of them. Gives the same grades and points as {@link RiskGrader}, which defines what a
 * policy means; the few businesses whose numbers do not fit 64 bits are graded by that. Immutable,
 * safe for use by many threads.
 */
public final class RiskPlan {

  private final RiskPolicy policy;

  private RiskPlan(RiskPolicy policy) {
    this.policy = policy;
  }

  /**
   * A plan.
   *
   * @param policy the policy
   * @return the plan
   */
  public static RiskPlan of(RiskPolicy policy) {
    return new RiskPlan(policy);
  }

  /** {@return the policy} */
  public RiskPolicy policy() {
    return policy;
  }

  /**
   * Empty columns for this policy.
   *
   * @param asOf the point of assessment
   * @return the columns
   */
  public RiskColumns columns(AsOf asOf) {
    return RiskColumns.of(asOf, List.of(policy));
  }

  /**
   * Grades all businesses.
   *
   * @param columns the businesses, of columns made for this policy
   * @param threads how many threads work on it, at least 1
   * @return the grades
   */
  public RiskScores grade(RiskColumns columns, int threads) {
    return grade(columns, threads, false);
  }

  /**
   * Grades all businesses, and keeps the state and the points of every line.
   *
   * @param columns the businesses, of columns made for this policy
   * @param threads how many threads work on it, at least 1
   * @return the grades with their lines
   */
  public RiskScores explain(RiskColumns columns, int threads) {
    return grade(columns, threads, true);
  }

  /**
   * A grader of single businesses.
   *
   * @param asOf the point of the first assessment
   * @return a grader, for one thread
   */
  public PlanGrader grader(AsOf asOf) {
    return new PlanGrader(policy, asOf);
  }

  private RiskScores grade(RiskColumns columns, int threads, boolean withLines) {
    Columns read = columns.columns(policy);
    List<GradeProgram> programs = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      programs.add(new GradeProgram(policy, read));
    }
    int lines = withLines ? programs.get(0).lines() : 0;
    GradeColumns grades = new GradeColumns(columns.size(), lines);
    List<Integer> left = run(programs, columns.size(), grades);
    RiskScores scores = new RiskScores(policy, grades, withLines);
    for (int subject : left) {
      scores.put(subject, new Grading(policy, read.context(subject)).assess());
    }
    return scores;
  }

  private static List<Integer> run(List<GradeProgram> programs, int size, GradeColumns grades) {
    if (programs.size() == 1) {
      return programs.get(0).run(0, size, grades);
    }
    int blocks = (size + Block.SUBJECTS - 1) / Block.SUBJECTS;
    ExecutorService executor = Executors.newFixedThreadPool(programs.size());
    try {
      List<Future<List<Integer>>> parts = new ArrayList<>();
      for (int i = 0; i < programs.size(); i++) {
        GradeProgram program = programs.get(i);
        int first = blockStart(blocks, i, programs.size(), size);
        int end = blockStart(blocks, i + 1, programs.size(), size);
        parts.add(executor.submit(() -> program.run(first, end, grades)));
      }
      List<Integer> left = new ArrayList<>();
      for (Future<List<Integer>> part : parts) {
        left.addAll(part.get());
      }
      return left;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Grading was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Grading failed: " + e.getCause(), e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private static int blockStart(int blocks, int part, int parts, int size) {
    return (int) Math.min(size, (long) blocks * part / parts * Block.SUBJECTS);
  }
}
