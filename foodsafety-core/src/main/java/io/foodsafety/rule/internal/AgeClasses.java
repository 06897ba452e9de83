package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classes of the ages of facts, in days: no window and no rule on the day of a fact tells ages of
 * one class apart. They are found by looking at every day once. For one thread.
 */
final class AgeClasses {

  /** Most classes; a rule that tells every day from the next is not meant for this. */
  private static final int MOST = 48;

  private static final int STEP = 1024;

  /** Some 90 years. */
  private static final int MOST_DAYS = 32 * STEP;

  private final int today;
  private final Block block;
  private final RuleCompiler rules;
  private final Rows rows;
  private final List<Register> read = new ArrayList<>();
  private final List<Window.Days> windows = new ArrayList<>();
  private int covered;
  private int[] firstAges = {0};

  /** The classes of facts until today, of which nothing is told apart as yet. */
  AgeClasses(Columns columns) {
    Columns days = columns.withSameCodes();
    this.today = (int) days.date().toEpochDay();
    this.block = new Block(days);
    this.rules = RuleCompiler.overSamples(block);
    this.rows = block.facts("");
    cover(STEP);
  }

  /** So many ages are covered, from 0 on. */
  int covered() {
    return covered;
  }

  /** How many classes there are. */
  int count() {
    return firstAges.length;
  }

  /** The least age of a class. */
  int firstAge(int ageClass) {
    return firstAges[ageClass];
  }

  /** Covers the age of a fact, if that is not centuries. */
  void coverAge(int age) {
    if (age >= covered && covered < MOST_DAYS) {
      int before = covered;
      cover(Math.min(MOST_DAYS, (age / STEP + 1) * STEP));
      if (!classify()) {
        cover(before);
        classify();
      }
    }
  }

  /** Tells apart what rules and windows tell apart; false if that makes too many classes. */
  boolean tellApart(List<Expr> ofDay, List<Window.Days> days) {
    int before = read.size();
    int windowsBefore = windows.size();
    for (Expr expr : ofDay) {
      Register register = rules.in(rows, rules.compileOver(rows, expr));
      if (!read.contains(register)) {
        read.add(register);
      }
    }
    days.stream().filter(each -> !windows.contains(each)).forEach(windows::add);
    if (read.size() == before && windows.size() == windowsBefore) {
      return true;
    }
    if (classify()) {
      return true;
    }
    read.subList(before, read.size()).clear();
    windows.subList(windowsBefore, windows.size()).clear();
    classify();
    return false;
  }

  private void cover(int ages) {
    covered = ages;
    FactTable table = rows.table();
    table.clear();
    for (int age = 0; age < ages; age++) {
      table.addDay(today - age);
    }
    table.endSubject();
  }

  private boolean classify() {
    block.run(0, 1);
    int[] first = new int[MOST];
    int count = 1;
    for (int age = 1; age < covered; age++) {
      if (!isLikeTheDayAfter(age)) {
        if (count == MOST) {
          return false;
        }
        first[count++] = age;
      }
    }
    firstAges = Arrays.copyOf(first, count);
    return !block.isLeft(0);
  }

  private boolean isLikeTheDayAfter(int age) {
    for (Register register : read) {
      if (register.isUnknown(age) != register.isUnknown(age - 1)
          || register.get(age) != register.get(age - 1)
          || register.denominator(age) != register.denominator(age - 1)) {
        return false;
      }
    }
    long day = (long) today - age;
    for (Window.Days each : windows) {
      if (contains(each, day) != contains(each, day + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Window.Days days, long day) {
    return day >= days.first().toEpochDay() && day <= days.last().toEpochDay();
  }
}
