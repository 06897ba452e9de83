package io.foodsafety.benchmarks.rules;

import static io.foodsafety.benchmarks.rules.BenchmarkPolicy.TODAY;
import static io.foodsafety.benchmarks.rules.Windows.DAYS_90;
import static io.foodsafety.benchmarks.rules.Windows.LAST_YEAR;
import static io.foodsafety.benchmarks.rules.Windows.THIS_YEAR;
import static io.foodsafety.benchmarks.rules.Windows.YEARS_2;
import static io.foodsafety.benchmarks.rules.Windows.YEARS_3;
import static io.foodsafety.benchmarks.rules.Windows.YEAR_1;

import java.util.List;

/** Reads the features of a business from columns, each kind of fact once. */
@SuppressWarnings("ShortCircuitBoolean") // conditions of two comparisons without a branch between
public final class ColumnFeatures {

  private final FlatColumns c;

  /** Over a population. */
  public ColumnFeatures(FlatColumns columns) {
    this.c = columns;
  }

  /**
   * Sets all features of a range of businesses, kind by kind, so that few arrays are read at a
   * time.
   *
   * @param features as many as there are businesses in the range, or more
   */
  public void read(int from, int to, List<Features> features) {
    for (int s = from; s < to; s++) {
      attributes(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      inspections(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      samples(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      complaints(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      signals(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      penalties(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      duties(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      accidentsAndRecalls(s, features.get(s - from));
    }
    for (int s = from; s < to; s++) {
      papers(s, features.get(s - from));
    }
  }

  private void attributes(int s, Features f) {
    f.segment = c.segment[s];
    f.format = c.format[s];
    f.staff = c.staff[s];
    f.consumers = c.consumers[s];
    f.openedOn = c.openedOn[s];
    f.categories = c.categories[s];
    f.scale = c.scale[s];
    f.area = c.area[s];
    f.suppliers = c.suppliers[s];
    f.ambientPackaged = c.ambientPackaged[s];
    f.chilledPackaged = c.chilledPackaged[s];
    f.frozenPackaged = c.frozenPackaged[s];
    f.ambientBulk = c.ambientBulk[s];
    f.chilledBulk = c.chilledBulk[s];
    f.diners = c.diners[s];
    f.seats = c.seats[s];
    f.coldDishes = c.coldDishes[s];
  }

  private void inspections(int s, Features f) {
    int from = c.inspections[s];
    int last = c.inspections[s + 1] - 1;
    int count = 0;
    int keyItems = 0;
    int lowest = 101;
    int obstructed = 0;
    int failed = -1;
    for (int row = last; row >= from && c.inspectionDays[row] >= YEARS_2; row--) {
      int day = c.inspectionDays[row];
      count++;
      if (failed < 0 && c.inspectionType[row] < 2) {
        failed = c.itemsFailed[row];
      }
      if (day >= YEAR_1) {
        keyItems += c.keyItemsFailed[row];
        int score = c.inspectionScore[row];
        lowest = score >= 0 ? Math.min(lowest, score) : lowest;
        obstructed += c.obstructed[row] == 1 & day >= THIS_YEAR ? 1 : 0;
      }
    }
    f.failedItems = failed;
    f.keyItems = keyItems;
    f.lastInspectionOn = last < from ? -1 : c.inspectionDays[last];
    f.lowestScore = lowest;
    f.obstructedThisYear = obstructed;
    f.inspections = count;
  }

  private void samples(int s, Features f) {
    int hazard = 0;
    int level = 0;
    long byFood = 0;
    int most = 0;
    int failed = 0;
    int thisYear = 0;
    int from = c.samples[s];
    for (int row = c.samples[s + 1] - 1; row >= from && c.sampleDays[row] >= YEARS_3; row--) {
      if (c.sampleVerdict[row] == 1) {
        int day = c.sampleDays[row];
        hazard += Points.decayed(Points.HAZARD[c.sampleHazard[row]], TODAY - day);
        if (day >= YEARS_2) {
          level += Points.SAMPLE_LEVEL[c.sampleLevel[row]];
          int shift = 6 * c.sampleFood[row];
          byFood += 1L << shift;
          most = Math.max(most, (int) (byFood >>> shift) & 63);
          failed++;
          thisYear += day >= THIS_YEAR ? 1 : 0;
        }
      }
    }
    f.sampleHazard = hazard;
    f.sampleLevel = level;
    f.mostOfOneFood = most;
    f.samplesFailed = failed;
    f.samplesFailedThisYear = thisYear;
  }

  private void complaints(int s, Features f) {
    int decayed = 0;
    int upheld = 0;
    int kinds = 0;
    int lastYear = 0;
    int from = c.complaints[s];
    for (int row = c.complaints[s + 1] - 1; row >= from && c.complaintDays[row] >= YEARS_2; row--) {
      int day = c.complaintDays[row];
      lastYear += day >= LAST_YEAR & day < THIS_YEAR ? 1 : 0;
      if (c.complaintUpheld[row] == 1) {
        int category = c.complaintCategory[row];
        decayed += Points.decayed(Points.COMPLAINT[category], TODAY - day);
        upheld += day >= YEAR_1 ? 1 : 0;
        kinds |= day >= DAYS_90 ? 1 << category : 0;
      }
    }
    f.complaintsDecayed = decayed;
    f.complaintsUpheld = upheld;
    f.complaintKinds = Integer.bitCount(kinds);
    f.complaintsLastYear = lastYear;
  }

  private void signals(int s, Features f) {
    int reports = 0;
    int from = c.reports[s];
    for (int row = c.reports[s + 1] - 1; row >= from && c.reportDays[row] >= YEAR_1; row--) {
      reports += c.reportVerified[row] == 1 ? c.reportInsider[row] == 1 ? 2_000 : 1_000 : 0;
    }
    int opinion = 0;
    from = c.opinions[s];
    for (int row = c.opinions[s + 1] - 1; row >= from && c.opinionDays[row] >= DAYS_90; row--) {
      if (c.opinionVerified[row] == 1) {
        opinion = Math.max(opinion, Points.OPINION[c.opinionLevel[row]]);
      }
    }
    int failed = 0;
    from = c.rapidTests[s];
    for (int row = c.rapidTests[s + 1] - 1; row >= from && c.rapidDays[row] >= DAYS_90; row--) {
      failed += c.rapidVerdict[row];
    }
    f.reports = reports;
    f.opinion = opinion;
    f.rapidTestsFailed = failed;
  }

  private void penalties(int s, Features f) {
    int seriousFrom = c.licenceIssuedOn[s] < 0 ? YEARS_3 : c.licenceIssuedOn[s];
    int decayed = 0;
    int heaviest = 0;
    int offences = 0;
    long byOffence = 0;
    long fines = 0;
    int serious = 0;
    int count = 0;
    int penalised = 0;
    int stopped = 0;
    int from = c.penalties[s];
    for (int row = c.penalties[s + 1] - 1; row >= from; row--) {
      int day = c.penaltyDays[row];
      serious += c.penaltySerious[row] == 1 & day >= seriousFrom ? 1 : 0;
      int type = c.penaltyType[row];
      int points = Points.PENALTY[type];
      decayed += Points.decayed(points, TODAY - day);
      heaviest = day >= YEARS_3 ? Math.max(heaviest, points) : heaviest;
      if (day >= YEARS_2) {
        count++;
        fines += Math.max(0, c.fine[row]);
        stopped += type >= 4 & day >= YEAR_1 ? 1 : 0;
      }
      if (day >= THIS_YEAR) {
        penalised += type >= 2 ? 1 : 0;
        int shift = 8 * c.penaltyOffence[row];
        int before = (int) (byOffence >>> shift) & 0xff;
        if (type >= before) { // types are in the order of their points; 0 is none
          offences += points - (before == 0 ? 0 : Points.PENALTY[before - 1]);
          byOffence += (long) (type + 1 - before) << shift;
        }
      }
    }
    f.penaltiesDecayed = decayed;
    f.heaviestPenalty = heaviest;
    f.offences = offences;
    f.fines = fines;
    f.serious = serious;
    f.penalties = count;
    f.penalisedThisYear = penalised;
    f.stopped = stopped;
  }

  private void duties(int s, Features f) {
    int late = 0;
    int unaccepted = 0;
    int from = c.rectifications[s];
    for (int row = c.rectifications[s + 1] - 1;
        row >= from && c.rectificationDays[row] >= YEAR_1;
        row--) {
      int completed = c.completedOn[row];
      late += (completed < 0 ? TODAY : completed) > c.deadline[row] ? 1 : 0;
      unaccepted += c.accepted[row] == 0 ? 1 : 0;
    }
    int checks = 0;
    from = c.selfChecks[s];
    for (int row = c.selfChecks[s + 1] - 1;
        row >= from && c.selfCheckDays[row] >= THIS_YEAR;
        row--) {
      checks += c.selfCheckLate[row] == 1 ? 0 : 1;
    }
    int hours = 0;
    from = c.trainings[s];
    for (int row = c.trainings[s + 1] - 1; row >= from && c.trainingDays[row] >= YEAR_1; row--) {
      hours += c.trainingPassed[row] == 1 ? c.trainingHours[row] : 0;
    }
    f.rectificationsLate = late;
    f.rectificationsUnaccepted = unaccepted;
    f.selfChecks = checks;
    f.trainingHours = hours;
  }

  private void accidentsAndRecalls(int s, Features f) {
    int accidents = 0;
    for (int row = c.accidents[s]; row < c.accidents[s + 1]; row++) {
      accidents +=
          Points.decayed(Points.ACCIDENT[c.accidentLevel[row]], TODAY - c.accidentDays[row]);
    }
    int recalls = 0;
    int ofFirstLevel = 0;
    for (int row = c.recalls[s]; row < c.recalls[s + 1]; row++) {
      if (c.recallOrdered[row] == 1 && c.recallDays[row] >= YEARS_2) {
        recalls++;
        ofFirstLevel += c.recallLevel[row] == 0 & c.recallDays[row] >= THIS_YEAR ? 1 : 0;
      }
    }
    f.accidents = accidents;
    f.recalls = recalls;
    f.recallsOfFirstLevelThisYear = ofFirstLevel;
  }

  private void papers(int s, Features f) {
    int certificates = 0;
    for (int row = c.certificates[s]; row < c.certificates[s + 1]; row++) {
      int until = c.certificateUntil[row];
      certificates += c.certificateType[row] < 2 & (until < 0 | until >= TODAY) ? 1 : 0;
    }
    int listed = 0;
    for (int row = c.listEntries[s]; row < c.listEntries[s + 1]; row++) {
      int until = c.listUntil[row];
      listed += c.list[row] == 0 & (until < 0 | until >= TODAY) ? 1 : 0;
    }
    int commendations = 0;
    for (int row = c.commendations[s]; row < c.commendations[s + 1]; row++) {
      commendations += c.commendationLevel[row] < 2 & c.commendationDays[row] >= YEARS_2 ? 1 : 0;
    }
    f.certificates = certificates;
    f.listed = listed;
    f.commendations = commendations;
  }
}
