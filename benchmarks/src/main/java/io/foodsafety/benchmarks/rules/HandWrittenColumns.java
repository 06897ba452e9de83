package io.foodsafety.benchmarks.rules;

import static io.foodsafety.benchmarks.rules.BenchmarkPolicy.TODAY;
import static io.foodsafety.benchmarks.rules.Grades.NO_GRADE;
import static io.foodsafety.benchmarks.rules.Grades.NO_SCORE;
import static io.foodsafety.benchmarks.rules.Windows.DAYS_90;
import static io.foodsafety.benchmarks.rules.Windows.LAST_YEAR;
import static io.foodsafety.benchmarks.rules.Windows.THIS_YEAR;
import static io.foodsafety.benchmarks.rules.Windows.YEARS_2;
import static io.foodsafety.benchmarks.rules.Windows.YEARS_3;
import static io.foodsafety.benchmarks.rules.Windows.YEAR_1;

/**
 * The rules by hand over columns, as fast as they can plainly be written: what others are measured
 * by. The facts of a kind are read once, from the last one back to the longest window. Not safe for
 * use by many threads: each has its own.
 */
@SuppressWarnings("ShortCircuitBoolean") // conditions of two comparisons without a branch between
public final class HandWrittenColumns {

  /** Businesses that are gone through kind by kind, so that few arrays are read at a time. */
  private static final int BLOCK = 256;

  private static final int OBSTRUCTED = 1;
  private static final int INSPECTED = 1 << 1;
  private static final int SAMPLES_FAILED = 1 << 2;
  private static final int SAMPLE_FAILED = 1 << 3;
  private static final int PENALISED = 1 << 4;
  private static final int PENALTY = 1 << 5;
  private static final int STOPPED = 1 << 6;
  private static final int UNACCEPTED = 1 << 7;
  private static final int RECALLED = 1 << 8;
  private static final int LISTED = 1 << 9;
  private static final int COMMENDED = 1 << 10;

  private final FlatColumns c;
  private final int[] points = new int[BLOCK];
  private final int[] found = new int[BLOCK];
  private int flags;

  /** The rules over a population. */
  public HandWrittenColumns(FlatColumns columns) {
    this.c = columns;
  }

  /** Grades a range of businesses. */
  public void grade(int from, int to, Grades into) {
    for (int s = from; s < to; s += BLOCK) {
      gradeBlock(s, Math.min(s + BLOCK, to), into);
    }
  }

  private void gradeBlock(int from, int to, Grades into) {
    for (int s = from; s < to; s++) {
      flags = 0;
      points[s - from] = inspections(s);
      found[s - from] = flags;
    }
    for (int s = from; s < to; s++) {
      flags = found[s - from];
      points[s - from] += Math.min(Points.CAP_SAMPLE, samples(s));
      found[s - from] = flags;
    }
    for (int s = from; s < to; s++) {
      points[s - from] += Math.min(Points.CAP_COMPLAINT, complaints(s));
    }
    for (int s = from; s < to; s++) {
      points[s - from] += signals(s);
    }
    for (int s = from; s < to; s++) {
      flags = found[s - from];
      points[s - from] += Math.min(Points.CAP_PENALTY, penalties(s));
      found[s - from] = flags;
    }
    for (int s = from; s < to; s++) {
      flags = found[s - from];
      points[s - from] += rectifications(s);
      found[s - from] = flags;
    }
    for (int s = from; s < to; s++) {
      points[s - from] += duties(s);
    }
    for (int s = from; s < to; s++) {
      flags = found[s - from];
      points[s - from] += events(s);
      found[s - from] = flags;
    }
    for (int s = from; s < to; s++) {
      flags = found[s - from];
      finish(s, Math.max(0, Math.min(Points.CAP_DYNAMIC, points[s - from])), into);
    }
  }

  private void finish(int s, int dynamic, Grades into) {
    int fixed = fixed(s);
    boolean missing = fixed == Points.MISSING;
    int score = Math.min(Points.CAP_STATIC, fixed) + dynamic;
    int grade = grade(missing, score);
    into.set(s, missing ? NO_SCORE : score, grade, grade == NO_GRADE ? NO_GRADE : nextGrade(grade));
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }

  private int grade(boolean missing, int score) {
    int grade =
        missing ? NO_GRADE : score <= 30_000 ? 0 : score <= 45_000 ? 1 : score <= 60_000 ? 2 : 3;
    if (has(LISTED | STOPPED)) {
      grade = has(LISTED) ? 3 : 2;
    }
    return has(UNACCEPTED) && grade != NO_GRADE ? Math.min(3, grade + 1) : grade;
  }

  private int nextGrade(int grade) {
    int steps = has(OBSTRUCTED) ? 2 : has(PENALISED | SAMPLES_FAILED) ? 1 : 0;
    steps += has(RECALLED) ? 1 : 0;
    boolean clean = (flags & (PENALTY | SAMPLE_FAILED | INSPECTED)) == INSPECTED;
    steps -= (clean || has(COMMENDED)) ? 1 : 0;
    return Math.max(0, Math.min(3, grade + steps));
  }

  private int fixed(int s) {
    int points =
        Points.staff(c.staff[s])
            + Points.consumers(c.consumers[s])
            + Points.yearsOpen(c.openedOn[s]);
    int segment = c.segment[s];
    if (segment == 0) {
      int scale = Points.scale(c.scale[s]);
      return scale == Points.MISSING ? scale : points + scale + Points.categories(c.categories[s]);
    }
    points += Points.area(c.area[s]) + Points.suppliers(c.suppliers[s]);
    if (segment == 1) {
      return points
          + Points.ambientPackaged(c.ambientPackaged[s])
          + Points.chilledPackaged(c.chilledPackaged[s])
          + Points.frozenPackaged(c.frozenPackaged[s])
          + Points.ambientBulk(c.ambientBulk[s])
          + Points.chilledBulk(c.chilledBulk[s]);
    }
    int places = c.format[s] < 3 ? Points.diners(c.diners[s]) : Points.seats(c.seats[s]);
    return points + places + Points.coldDishes(c.coldDishes[s]);
  }

  /** All bits if a day is not before the first of a window. */
  private static int since(int first, int day) {
    return ~((day - first) >> 31);
  }

  /** All bits if a truth value is there and true. */
  private static int isTrue(byte value) {
    return -value >> 31;
  }

  private int inspections(int s) {
    int from = c.inspections[s];
    int last = c.inspections[s + 1] - 1;
    if (last < from) {
      return Points.failedItems(-1) + Points.inspectionAge(-1) + Points.lowestScore(101);
    }
    short[] days = c.inspectionDays;
    int keyItems = 0;
    int lowest = 101;
    int obstructed = 0;
    int failed = -1;
    for (int row = last; row >= from && days[row] >= YEARS_2; row--) {
      int day = days[row];
      int inYear = since(YEAR_1, day);
      keyItems += c.keyItemsFailed[row] & inYear;
      int score = c.inspectionScore[row] | ~inYear;
      lowest = Math.min(lowest, score < 0 ? 101 : score);
      obstructed |= isTrue(c.obstructed[row]) & since(THIS_YEAR, day);
      failed = failed < 0 & c.inspectionType[row] < 2 ? c.itemsFailed[row] : failed;
    }
    flags |= (obstructed & OBSTRUCTED) | (since(YEARS_2, days[last]) & INSPECTED);
    return Points.failedItems(failed)
        + 750 * keyItems
        + Points.inspectionAge(days[last])
        + Points.lowestScore(lowest);
  }

  private int samples(int s) {
    int points = 0;
    long byFood = 0;
    int most = 0;
    int thisYear = 0;
    int from = c.samples[s];
    for (int row = c.samples[s + 1] - 1; row >= from && c.sampleDays[row] >= YEARS_3; row--) {
      if (c.sampleVerdict[row] == 0) {
        continue;
      }
      int day = c.sampleDays[row];
      points += Points.decayed(Points.HAZARD[c.sampleHazard[row]], TODAY - day);
      if (day >= YEARS_2) {
        points += Points.SAMPLE_LEVEL[c.sampleLevel[row]];
        int shift = 6 * c.sampleFood[row];
        byFood += 1L << shift;
        most = Math.max(most, (int) (byFood >>> shift) & 63);
        thisYear -= since(THIS_YEAR, day);
      }
    }
    flags |= (most > 0 ? SAMPLE_FAILED : 0) | (thisYear >= 2 ? SAMPLES_FAILED : 0);
    return points + Points.repeated(most);
  }

  private int complaints(int s) {
    int points = 0;
    int upheld = 0;
    int kinds = 0;
    int lastYear = 0;
    int from = c.complaints[s];
    for (int row = c.complaints[s + 1] - 1; row >= from && c.complaintDays[row] >= YEARS_2; row--) {
      int day = c.complaintDays[row];
      lastYear -= since(LAST_YEAR, day) & ~since(THIS_YEAR, day);
      int counts = isTrue(c.complaintUpheld[row]);
      int category = c.complaintCategory[row];
      points += Points.decayed(Points.COMPLAINT[category], TODAY - day) & counts;
      upheld -= counts & since(YEAR_1, day);
      kinds |= 1 << category & counts & since(DAYS_90, day);
    }
    return points
        + Points.upheld(upheld)
        + 250 * Integer.bitCount(kinds)
        + Points.complaintsLastYear(lastYear);
  }

  private int signals(int s) {
    int points = 0;
    int from = c.reports[s];
    for (int row = c.reports[s + 1] - 1; row >= from && c.reportDays[row] >= YEAR_1; row--) {
      points += isTrue(c.reportVerified[row]) & 1_000 + (isTrue(c.reportInsider[row]) & 1_000);
    }
    int highest = 0;
    from = c.opinions[s];
    for (int row = c.opinions[s + 1] - 1; row >= from && c.opinionDays[row] >= DAYS_90; row--) {
      int level = Points.OPINION[c.opinionLevel[row]];
      highest = Math.max(highest, level & isTrue(c.opinionVerified[row]));
    }
    int failed = 0;
    from = c.rapidTests[s];
    for (int row = c.rapidTests[s + 1] - 1; row >= from && c.rapidDays[row] >= DAYS_90; row--) {
      failed += c.rapidVerdict[row];
    }
    return points + highest + Points.rapidTests(failed);
  }

  private int penalties(int s) {
    int seriousFrom = c.licenceIssuedOn[s] < 0 ? YEARS_3 : c.licenceIssuedOn[s];
    int decayed = 0;
    int heaviest = 0;
    int offences = 0;
    long byOffence = 0;
    long fines = 0;
    int serious = 0;
    int found = 0;
    int from = c.penalties[s];
    for (int row = c.penalties[s + 1] - 1; row >= from; row--) {
      int day = c.penaltyDays[row];
      serious -= isTrue(c.penaltySerious[row]) & since(seriousFrom, day);
      int type = c.penaltyType[row];
      int points = Points.PENALTY[type];
      decayed += Points.decayed(points, TODAY - day);
      heaviest = Math.max(heaviest, points & since(YEARS_3, day));
      found |= since(YEARS_2, day) & PENALTY;
      found |= type >= 4 ? since(YEAR_1, day) & STOPPED : 0;
      fines += Math.max(0, c.fine[row]) & since(YEARS_2, day);
      if (day >= THIS_YEAR) {
        found |= type >= 2 ? PENALISED : 0;
        int shift = 8 * c.penaltyOffence[row];
        int before = (int) (byOffence >>> shift) & 0xff;
        if (type >= before) { // types are in the order of their points; 0 is none
          offences += points - (before == 0 ? 0 : Points.PENALTY[before - 1]);
          byOffence += (long) (type + 1 - before) << shift;
        }
      }
    }
    flags |= found;
    return Math.max(Math.max(offences, decayed), heaviest * 12 / 10)
        + Points.fines(fines)
        + 2_500 * serious;
  }

  private int rectifications(int s) {
    int late = 0;
    int unaccepted = 0;
    int from = c.rectifications[s];
    for (int row = c.rectifications[s + 1] - 1;
        row >= from && c.rectificationDays[row] >= YEAR_1;
        row--) {
      int completed = c.completedOn[row];
      late -= (c.deadline[row] - (completed < 0 ? TODAY : completed)) >> 31;
      unaccepted += c.accepted[row] == 0 ? 1 : 0;
    }
    flags |= unaccepted >= 2 ? UNACCEPTED : 0;
    return 750 * late;
  }

  private int duties(int s) {
    int checks = 0;
    int from = c.selfChecks[s];
    for (int row = c.selfChecks[s + 1] - 1;
        row >= from && c.selfCheckDays[row] >= THIS_YEAR;
        row--) {
      checks += 1 + isTrue(c.selfCheckLate[row]);
    }
    int hours = 0;
    from = c.trainings[s];
    for (int row = c.trainings[s + 1] - 1; row >= from && c.trainingDays[row] >= YEAR_1; row--) {
      hours += c.trainingHours[row] & isTrue(c.trainingPassed[row]);
    }
    return Points.selfChecks(checks) + Points.training(hours);
  }

  /** What most businesses do not have. */
  private int events(int s) {
    int points = 0;
    for (int row = c.accidents[s]; row < c.accidents[s + 1]; row++) {
      points += Points.decayed(Points.ACCIDENT[c.accidentLevel[row]], TODAY - c.accidentDays[row]);
    }
    for (int row = c.recalls[s]; row < c.recalls[s + 1]; row++) {
      if (c.recallOrdered[row] == 1 && c.recallDays[row] >= YEARS_2) {
        points += 1_500;
        flags |= c.recallLevel[row] == 0 & c.recallDays[row] >= THIS_YEAR ? RECALLED : 0;
      }
    }
    boolean certified = false;
    for (int row = c.certificates[s]; row < c.certificates[s + 1]; row++) {
      int until = c.certificateUntil[row];
      certified |= c.certificateType[row] < 2 & (until < 0 | until >= TODAY);
    }
    for (int row = c.listEntries[s]; row < c.listEntries[s + 1]; row++) {
      int until = c.listUntil[row];
      flags |= c.list[row] == 0 & (until < 0 | until >= TODAY) ? LISTED : 0;
    }
    for (int row = c.commendations[s]; row < c.commendations[s + 1]; row++) {
      flags |= c.commendationLevel[row] < 2 & c.commendationDays[row] >= YEARS_2 ? COMMENDED : 0;
    }
    return points - (certified ? 1_000 : 0);
  }
}
