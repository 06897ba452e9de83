package io.foodsafety.benchmarks.rules;

import static io.foodsafety.benchmarks.rules.Explanations.HOLDS;
import static io.foodsafety.benchmarks.rules.Explanations.LINES;
import static io.foodsafety.benchmarks.rules.Explanations.MISSING;
import static io.foodsafety.benchmarks.rules.Explanations.NOT_APPLICABLE;
import static io.foodsafety.benchmarks.rules.Explanations.SCORED;

import java.util.Arrays;

/** The rules by hand over features, with every line that led to the grade. */
public final class FeatureRules {

  private static final int DYNAMIC = 15;
  private static final int SAMPLES = DYNAMIC + 4;
  private static final int COMPLAINTS = DYNAMIC + 8;
  private static final int PENALTIES = DYNAMIC + 14;
  private static final int AFTER_PENALTIES = DYNAMIC + 19;
  private static final int CAPS = DYNAMIC + 25;
  private static final int DIRECT_GRADES = CAPS + 5;
  private static final int ADJUSTMENTS = DIRECT_GRADES + 2;

  /** States of a producer, a shop, a canteen, any other caterer, if nothing is missing or holds. */
  private static final byte[][] STATES = {
    states(0, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    states(1, 2, 10, 11, 12),
    states(1, 2, 5, 6, 7, 8, 9, 11),
    states(1, 2, 5, 6, 7, 8, 9, 10)
  };

  private final Explanations lines;

  /** Writes lines into these places. */
  public FeatureRules(Explanations lines) {
    this.lines = lines;
  }

  private static byte[] states(int... notApplicable) {
    byte[] states = new byte[LINES];
    Arrays.fill(states, SCORED);
    for (int line : notApplicable) {
      states[line] = NOT_APPLICABLE;
    }
    return states;
  }

  /**
   * Grades a business.
   *
   * @param explained the place of its lines
   * @param business the place of its grades
   */
  public void grade(Features f, int explained, int business, Grades into) {
    int first = explained * LINES;
    int[] points = lines.points();
    byte[] states = lines.states();
    int type = f.segment < 2 ? f.segment : f.format < 3 ? 2 : 3;
    System.arraycopy(STATES[type], 0, states, first, LINES);
    Arrays.fill(points, first, first + LINES, 0);
    attributes(f, type, points, first);
    facts(f, points, first + DYNAMIC);
    keepHeaviest(points, first + PENALTIES);
    boolean missing = type == 0 && f.scale < 0;
    if (missing) {
      states[first + 2] = MISSING;
    }
    int score = caps(points, first);
    int grade = grade(f, missing, score, states, first + DIRECT_GRADES);
    int next = nextGrade(f, grade, states, first + ADJUSTMENTS);
    into.set(business, missing ? Grades.NO_SCORE : score, grade, next);
  }

  private static void attributes(Features f, int type, int[] points, int first) {
    points[first + 3] = Points.staff(f.staff);
    points[first + 13] = Points.consumers(f.consumers);
    points[first + 14] = Points.yearsOpen(f.openedOn);
    if (type == 0) {
      points[first + 1] = Points.categories(f.categories);
      points[first + 2] = f.scale < 0 ? 0 : Points.scale(f.scale);
      return;
    }
    points[first] = Points.area(f.area);
    points[first + 4] = Points.suppliers(f.suppliers);
    if (type == 1) {
      points[first + 5] = Points.ambientPackaged(f.ambientPackaged);
      points[first + 6] = Points.chilledPackaged(f.chilledPackaged);
      points[first + 7] = Points.frozenPackaged(f.frozenPackaged);
      points[first + 8] = Points.ambientBulk(f.ambientBulk);
      points[first + 9] = Points.chilledBulk(f.chilledBulk);
    } else {
      points[first + 10] = type == 2 ? Points.diners(f.diners) : 0;
      points[first + 11] = type == 3 ? Points.seats(f.seats) : 0;
      points[first + 12] = Points.coldDishes(f.coldDishes);
    }
  }

  private static void facts(Features f, int[] points, int first) {
    points[first] = Points.failedItems(f.failedItems);
    points[first + 1] = 750 * f.keyItems;
    points[first + 2] = Points.inspectionAge(f.lastInspectionOn);
    points[first + 3] = Points.lowestScore(f.lowestScore);
    points[first + 4] = f.sampleLevel;
    points[first + 5] = f.sampleHazard;
    points[first + 6] = Points.repeated(f.mostOfOneFood);
    points[first + 7] = Points.rapidTests(f.rapidTestsFailed);
    points[first + 8] = Points.upheld(f.complaintsUpheld);
    points[first + 9] = f.complaintsDecayed;
    points[first + 10] = 250 * f.complaintKinds;
    points[first + 11] = Points.complaintsLastYear(f.complaintsLastYear);
    points[first + 12] = f.reports;
    points[first + 13] = f.opinion;
    points[first + 14] = f.offences;
    points[first + 15] = f.penaltiesDecayed;
    points[first + 16] = f.heaviestPenalty * 12 / 10;
    points[first + 17] = Points.fines(f.fines);
    points[first + 18] = 2_500 * f.serious;
    points[first + 19] = 750 * f.rectificationsLate;
    points[first + 20] = Points.selfChecks(f.selfChecks);
    points[first + 21] = Points.training(f.trainingHours);
    points[first + 22] = f.accidents;
    points[first + 23] = 1_500 * f.recalls;
    points[first + 24] = f.certificates >= 1 ? -1_000 : 0;
  }

  private static void keepHeaviest(int[] points, int first) {
    int offences = points[first];
    int decayed = points[first + 1];
    int heaviest = points[first + 2];
    points[first] = offences >= decayed && offences >= heaviest ? offences : 0;
    points[first + 1] = decayed > offences && decayed >= heaviest ? decayed : 0;
    points[first + 2] = heaviest > offences && heaviest > decayed ? heaviest : 0;
  }

  /** The score. */
  private static int caps(int[] points, int first) {
    int fixed = sum(points, first, first + DYNAMIC);
    int dynamic = sum(points, first + DYNAMIC, first + CAPS);
    int cap = first + CAPS;
    int samples = sum(points, first + SAMPLES, first + SAMPLES + 3);
    int complaints = sum(points, first + COMPLAINTS, first + COMPLAINTS + 4);
    int penalties = sum(points, first + PENALTIES, first + AFTER_PENALTIES);
    points[cap] = Math.min(0, Points.CAP_STATIC - fixed);
    points[cap + 1] = Math.min(0, Points.CAP_SAMPLE - samples);
    points[cap + 2] = Math.min(0, Points.CAP_COMPLAINT - complaints);
    points[cap + 3] = Math.min(0, Points.CAP_PENALTY - penalties);
    dynamic += points[cap + 1] + points[cap + 2] + points[cap + 3];
    int bounded = Math.max(0, Math.min(Points.CAP_DYNAMIC, dynamic));
    points[cap + 4] = bounded - dynamic;
    return fixed + points[cap] + bounded;
  }

  private static int sum(int[] points, int from, int to) {
    int sum = 0;
    for (int place = from; place < to; place++) {
      sum += points[place];
    }
    return sum;
  }

  private static boolean holds(boolean condition, byte[] states, int place) {
    states[place] = condition ? HOLDS : SCORED;
    return condition;
  }

  private static int grade(Features f, boolean missing, int score, byte[] states, int first) {
    int grade =
        missing
            ? Grades.NO_GRADE
            : score <= 30_000 ? 0 : score <= 45_000 ? 1 : score <= 60_000 ? 2 : 3;
    boolean listed = holds(f.listed >= 1, states, first);
    boolean stopped = holds(f.stopped >= 1, states, first + 1);
    if (listed || stopped) {
      grade = listed ? 3 : 2;
    }
    boolean unaccepted = f.rectificationsUnaccepted >= 2;
    return unaccepted && grade != Grades.NO_GRADE ? Math.min(3, grade + 1) : grade;
  }

  private static int nextGrade(Features f, int grade, byte[] states, int first) {
    boolean penalised = holds(f.penalisedThisYear >= 1, states, first);
    boolean samples = holds(f.samplesFailedThisYear >= 2, states, first + 1);
    boolean obstructed = holds(f.obstructedThisYear >= 1, states, first + 2);
    boolean recalled = holds(f.recallsOfFirstLevelThisYear >= 1, states, first + 3);
    boolean clean = f.penalties == 0 && f.samplesFailed == 0 && f.inspections >= 1;
    holds(clean, states, first + 4);
    boolean commended = holds(f.commendations >= 1, states, first + 5);
    holds(f.rectificationsUnaccepted >= 2, states, first + 6);
    if (grade == Grades.NO_GRADE) {
      return grade;
    }
    int steps = obstructed ? 2 : penalised || samples ? 1 : 0;
    steps += (recalled ? 1 : 0) - (clean || commended ? 1 : 0);
    return Math.max(0, Math.min(3, grade + steps));
  }
}
