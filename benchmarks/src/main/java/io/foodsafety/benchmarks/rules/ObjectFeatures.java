package io.foodsafety.benchmarks.rules;

import static io.foodsafety.benchmarks.rules.BenchmarkPolicy.TODAY;
import static io.foodsafety.benchmarks.rules.Windows.DAYS_90;
import static io.foodsafety.benchmarks.rules.Windows.LAST_YEAR;
import static io.foodsafety.benchmarks.rules.Windows.THIS_YEAR;
import static io.foodsafety.benchmarks.rules.Windows.YEARS_2;
import static io.foodsafety.benchmarks.rules.Windows.YEARS_3;
import static io.foodsafety.benchmarks.rules.Windows.YEAR_1;

import io.foodsafety.benchmarks.rules.BusinessFact.Inspection;
import io.foodsafety.benchmarks.rules.BusinessFact.Penalty;
import io.foodsafety.benchmarks.rules.BusinessFact.Sample;

/** Reads the features of a business from its objects, each fact once. */
public final class ObjectFeatures {

  private ObjectFeatures() {}

  /** Sets all features of a business. */
  public static void read(Business b, Features f) {
    attributes(b.registration, f);
    inspections(b, f);
    samples(b, f);
    complaints(b, f);
    signals(b, f);
    penalties(b, f);
    duties(b, f);
    events(b, f);
  }

  private static void attributes(Registration r, Features f) {
    f.segment = r.segment();
    f.format = r.format();
    f.staff = r.staff();
    f.consumers = r.consumers();
    f.openedOn = r.openedOn();
    f.categories = r.categories();
    f.scale = r.scale();
    f.area = r.area();
    f.suppliers = r.suppliers();
    f.ambientPackaged = r.ambientPackaged();
    f.chilledPackaged = r.chilledPackaged();
    f.frozenPackaged = r.frozenPackaged();
    f.ambientBulk = r.ambientBulk();
    f.chilledBulk = r.chilledBulk();
    f.diners = r.diners();
    f.seats = r.seats();
    f.coldDishes = r.coldDishes();
  }

  private static void inspections(Business b, Features f) {
    f.failedItems = -1;
    f.lastInspectionOn = -1;
    f.lowestScore = 101;
    f.keyItems = 0;
    f.obstructedThisYear = 0;
    f.inspections = 0;
    for (Inspection each : b.inspections) {
      f.lastInspectionOn = each.day();
      if (each.day() >= YEARS_2) {
        f.inspections++;
        f.failedItems = each.type() < 2 ? each.itemsFailed() : f.failedItems;
      }
      if (each.day() >= YEAR_1) {
        f.keyItems += each.keyItemsFailed();
        f.lowestScore = each.score() >= 0 ? Math.min(f.lowestScore, each.score()) : f.lowestScore;
        f.obstructedThisYear += each.obstructed() == 1 && each.day() >= THIS_YEAR ? 1 : 0;
      }
    }
  }

  private static void samples(Business b, Features f) {
    f.sampleHazard = 0;
    f.sampleLevel = 0;
    f.mostOfOneFood = 0;
    f.samplesFailed = 0;
    f.samplesFailedThisYear = 0;
    long byFood = 0;
    for (Sample each : b.samples) {
      if (each.verdict() == 1 && each.day() >= YEARS_3) {
        f.sampleHazard += Points.decayed(Points.HAZARD[each.hazard()], TODAY - each.day());
        if (each.day() >= YEARS_2) {
          f.sampleLevel += Points.SAMPLE_LEVEL[each.level()];
          int shift = 6 * each.category();
          byFood += 1L << shift;
          f.mostOfOneFood = Math.max(f.mostOfOneFood, (int) (byFood >>> shift) & 63);
          f.samplesFailed++;
          f.samplesFailedThisYear += each.day() >= THIS_YEAR ? 1 : 0;
        }
      }
    }
  }

  private static void complaints(Business b, Features f) {
    f.complaintsDecayed = 0;
    f.complaintsUpheld = 0;
    f.complaintsLastYear = 0;
    int kinds = 0;
    for (BusinessFact.Complaint each : b.complaints) {
      f.complaintsLastYear += each.day() >= LAST_YEAR && each.day() < THIS_YEAR ? 1 : 0;
      if (each.upheld() == 1 && each.day() >= YEARS_2) {
        f.complaintsDecayed +=
            Points.decayed(Points.COMPLAINT[each.category()], TODAY - each.day());
        f.complaintsUpheld += each.day() >= YEAR_1 ? 1 : 0;
        kinds |= each.day() >= DAYS_90 ? 1 << each.category() : 0;
      }
    }
    f.complaintKinds = Integer.bitCount(kinds);
  }

  private static void signals(Business b, Features f) {
    f.reports = 0;
    for (BusinessFact.Report each : b.reports) {
      if (each.verified() == 1 && each.day() >= YEAR_1) {
        f.reports += each.insider() == 1 ? 2_000 : 1_000;
      }
    }
    f.opinion = 0;
    for (BusinessFact.Opinion each : b.opinions) {
      if (each.verified() == 1 && each.day() >= DAYS_90) {
        f.opinion = Math.max(f.opinion, Points.OPINION[each.level()]);
      }
    }
    f.rapidTestsFailed = 0;
    for (BusinessFact.RapidTest each : b.rapidTests) {
      f.rapidTestsFailed += each.verdict() == 1 && each.day() >= DAYS_90 ? 1 : 0;
    }
  }

  private static void penalties(Business b, Features f) {
    f.penaltiesDecayed = 0;
    f.heaviestPenalty = 0;
    f.fines = 0;
    f.serious = 0;
    f.penalties = 0;
    f.penalisedThisYear = 0;
    f.stopped = 0;
    int[] byOffence = new int[Vocabulary.OFFENCES.size()];
    int seriousFrom = b.registration.getSeriousFrom();
    for (Penalty each : b.penalties) {
      int points = Points.PENALTY[each.type()];
      f.serious += each.serious() == 1 && each.day() >= seriousFrom ? 1 : 0;
      if (each.day() >= YEARS_3) {
        f.penaltiesDecayed += Points.decayed(points, TODAY - each.day());
        f.heaviestPenalty = Math.max(f.heaviestPenalty, points);
      }
      if (each.day() >= YEARS_2) {
        f.penalties++;
        f.fines += Math.max(0, each.fine());
        f.stopped += each.type() >= 4 && each.day() >= YEAR_1 ? 1 : 0;
      }
      if (each.day() >= THIS_YEAR) {
        f.penalisedThisYear += each.type() >= 2 ? 1 : 0;
        byOffence[each.offence()] = Math.max(byOffence[each.offence()], points);
      }
    }
    f.offences = 0;
    for (int points : byOffence) {
      f.offences += points;
    }
  }

  private static void duties(Business b, Features f) {
    f.rectificationsLate = 0;
    f.rectificationsUnaccepted = 0;
    for (BusinessFact.Rectification each : b.rectifications) {
      if (each.day() >= YEAR_1) {
        f.rectificationsLate += each.isLate() ? 1 : 0;
        f.rectificationsUnaccepted += each.accepted() == 0 ? 1 : 0;
      }
    }
    f.selfChecks = 0;
    for (BusinessFact.SelfCheck each : b.selfChecks) {
      f.selfChecks += each.late() != 1 && each.day() >= THIS_YEAR ? 1 : 0;
    }
    f.trainingHours = 0;
    for (BusinessFact.Training each : b.trainings) {
      f.trainingHours += each.passed() == 1 && each.day() >= YEAR_1 ? each.hours() : 0;
    }
  }

  private static void events(Business b, Features f) {
    f.accidents = 0;
    for (BusinessFact.Accident each : b.accidents) {
      f.accidents += Points.decayed(Points.ACCIDENT[each.level()], TODAY - each.day());
    }
    f.recalls = 0;
    f.recallsOfFirstLevelThisYear = 0;
    for (BusinessFact.Recall each : b.recalls) {
      if (each.ordered() == 1 && each.day() >= YEARS_2) {
        f.recalls++;
        f.recallsOfFirstLevelThisYear += each.level() == 0 && each.day() >= THIS_YEAR ? 1 : 0;
      }
    }
    f.certificates = 0;
    for (BusinessFact.Certificate each : b.certificates) {
      f.certificates += each.type() < 2 && isInForce(each.until()) ? 1 : 0;
    }
    f.listed = 0;
    for (BusinessFact.ListEntry each : b.listEntries) {
      f.listed += each.list() == 0 && isInForce(each.until()) ? 1 : 0;
    }
    f.commendations = 0;
    for (BusinessFact.Commendation each : b.commendations) {
      f.commendations += each.level() < 2 && each.day() >= YEARS_2 ? 1 : 0;
    }
  }

  private static boolean isInForce(int until) {
    return until < 0 || until >= TODAY;
  }
}
