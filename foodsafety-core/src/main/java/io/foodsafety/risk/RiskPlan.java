package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.internal.GradeColumns;
import io.foodsafety.risk.internal.GradeProgram;
import io.foodsafety.risk.internal.Grading;
import io.foodsafety.risk.internal.PolicyReader;
import io.foodsafety.rule.internal.Block;
import io.foodsafety.rule.internal.Columns;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A policy compiled: grades many businesses from columns, some hundred at a time, without an object
 * for any of them. Gives the same grades and points as {@link RiskGrader}, which defines what a
 * policy means; the few businesses whose numbers do not fit 64 bits are graded by that. Serialised
 * as its policy ({@link RiskPolicy#toDocument}), so that a job of a cluster runs the same plan.
 * Immutable, safe for use by many threads.
 */
public final class RiskPlan implements Serializable {

  private static final long serialVersionUID = 1L;

  private final transient RiskPolicy policy;

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
   * @throws IllegalArgumentException if the columns are of other policies
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
    if (threads < 1) {
      throw new IllegalArgumentException("There must be a thread, and there are " + threads + ".");
    }
    Columns read = columns.columns(policy);
    List<GradeProgram> programs = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      programs.add(new GradeProgram(policy, read));
    }
    int lines = programs.get(0).lines();
    GradeColumns grades = new GradeColumns(columns.size(), withLines ? lines : 0);
    RiskScores scores = new RiskScores(policy, grades, withLines ? lines : 0);
    run(
        programs,
        columns.size(),
        (program, first, end) -> grade(program, first, end, scores, read));
    return scores;
  }

  private void grade(GradeProgram program, int first, int end, RiskScores scores, Columns read) {
    for (int subject : program.run(first, end, scores.grades())) {
      scores.put(subject, new Grading(policy, read.context(subject)).assess());
    }
  }

  private interface Part {
    void run(GradeProgram program, int first, int end);
  }

  private static void run(List<GradeProgram> programs, int size, Part part) {
    if (programs.size() == 1) {
      part.run(programs.get(0), 0, size);
      return;
    }
    int blocks = (size + Block.SUBJECTS - 1) / Block.SUBJECTS;
    ExecutorService executor = Executors.newFixedThreadPool(programs.size());
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < programs.size(); i++) {
        GradeProgram program = programs.get(i);
        int first = blockStart(blocks, i, programs.size(), size);
        int end = blockStart(blocks, i + 1, programs.size(), size);
        parts.add(executor.submit(() -> part.run(program, first, end)));
      }
      for (Future<?> each : parts) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Grading was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Grading failed: " + e.getCause(), e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private Object writeReplace() {
    return new Stored(new String(policy.toDocument(), StandardCharsets.UTF_8), policy.sha256());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("A plan is stored as its policy.");
  }

  /** What is stored of a plan: its policy as a document, and the hash that assessments name. */
  private record Stored(String document, String sha256) implements Serializable {
    private Object readResolve() {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      return of(PolicyReader.read(bytes, "plan", FactCatalogue.empty(), sha256));
    }
  }

  private static int blockStart(int blocks, int part, int parts, int size) {
    return (int) Math.min(size, (long) blocks * part / parts * Block.SUBJECTS);
  }
}
