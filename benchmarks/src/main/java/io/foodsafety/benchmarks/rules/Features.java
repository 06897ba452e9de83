package io.foodsafety.benchmarks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * What the lines of the policy look at, of one business: attributes, and aggregates of its facts.
 * Less than 0 means not known, or no such fact; points are thousandths. Made for reuse: every field
 * is set anew for the next business.
 */
public final class Features {

  /** Businesses whose features are read together. */
  public static final int BLOCK = 256;

  /** Names of the variables of categories, by their places in the vocabulary. */
  private static final List<String> CATEGORIES =
      List.of(
          "category0",
          "category1",
          "category2",
          "category3",
          "category4",
          "category5",
          "category6");

  // what is registered, as in the columns
  int segment;
  int format;
  int staff;
  int consumers;
  int openedOn;
  int categories;
  int scale;
  int area;
  int suppliers;
  int ambientPackaged;
  int chilledPackaged;
  int frozenPackaged;
  int ambientBulk;
  int chilledBulk;
  int diners;
  int seats;
  int coldDishes;

  // inspections
  int failedItems;
  int keyItems;
  int lastInspectionOn;
  int lowestScore;
  int obstructedThisYear;
  int inspections;

  // samples and rapid tests
  int sampleLevel;
  int sampleHazard;
  int mostOfOneFood;
  int samplesFailed;
  int samplesFailedThisYear;
  int rapidTestsFailed;

  // complaints, reports, opinions
  int complaintsUpheld;
  int complaintsDecayed;
  int complaintKinds;
  int complaintsLastYear;
  int reports;
  int opinion;

  // penalties
  int offences;
  int penaltiesDecayed;
  int heaviestPenalty;
  long fines;
  int serious;
  int penalties;
  int penalisedThisYear;
  int stopped;

  // the rest
  int rectificationsLate;
  int rectificationsUnaccepted;
  int selfChecks;
  int trainingHours;
  int accidents;
  int recalls;
  int recallsOfFirstLevelThisYear;
  int certificates;
  int listed;
  int commendations;

  /** Empty ones. */
  public Features() {}

  /**
   * Gives all features, each under its name, as variables of an expression language that knows
   * whole numbers only: sets as 0 or 1 for each word, days as their number up to the day of
   * assessment.
   */
  public void forEach(ObjLongConsumer<String> variables) {
    variables.accept("segment", segment);
    variables.accept("format", format);
    variables.accept("staff", staff);
    variables.accept("area", area);
    variables.accept("suppliers", suppliers);
    variables.accept("ambientPackaged", ambientPackaged);
    variables.accept("chilledPackaged", chilledPackaged);
    variables.accept("frozenPackaged", frozenPackaged);
    variables.accept("ambientBulk", ambientBulk);
    variables.accept("chilledBulk", chilledBulk);
    variables.accept("diners", diners);
    variables.accept("seats", seats);
    variables.accept("coldDishes", coldDishes);
    variables.accept("scale", scale);
    variables.accept("failedItems", failedItems);
    variables.accept("keyItems", keyItems);
    variables.accept("lowestScore", lowestScore);
    variables.accept("obstructedThisYear", obstructedThisYear);
    variables.accept("inspections", inspections);
    variables.accept("sampleLevel", sampleLevel);
    variables.accept("sampleHazard", sampleHazard);
    variables.accept("mostOfOneFood", mostOfOneFood);
    variables.accept("samplesFailed", samplesFailed);
    variables.accept("samplesFailedThisYear", samplesFailedThisYear);
    variables.accept("rapidTestsFailed", rapidTestsFailed);
    variables.accept("complaintsUpheld", complaintsUpheld);
    variables.accept("complaintsDecayed", complaintsDecayed);
    variables.accept("complaintKinds", complaintKinds);
    variables.accept("complaintsLastYear", complaintsLastYear);
    variables.accept("reports", reports);
    variables.accept("opinion", opinion);
    variables.accept("offences", offences);
    variables.accept("penaltiesDecayed", penaltiesDecayed);
    variables.accept("heaviestPenalty", heaviestPenalty);
    variables.accept("fines", fines);
    variables.accept("serious", serious);
    variables.accept("penalties", penalties);
    variables.accept("penalisedThisYear", penalisedThisYear);
    variables.accept("stopped", stopped);
    variables.accept("rectificationsLate", rectificationsLate);
    variables.accept("rectificationsUnaccepted", rectificationsUnaccepted);
    variables.accept("selfChecks", selfChecks);
    variables.accept("trainingHours", trainingHours);
    variables.accept("accidents", accidents);
    variables.accept("recalls", recalls);
    variables.accept("recallsOfFirstLevelThisYear", recallsOfFirstLevelThisYear);
    variables.accept("certificates", certificates);
    variables.accept("listed", listed);
    variables.accept("commendations", commendations);
    variables.accept("vulnerable", Points.consumers(consumers) > 0 ? 1 : 0);
    variables.accept("daysOpen", openedOn < 0 ? -1 : BenchmarkPolicy.TODAY - openedOn);
    variables.accept(
        "daysSinceInspection",
        lastInspectionOn < 0 ? -1 : BenchmarkPolicy.TODAY - lastInspectionOn);
    for (int i = 0; i < CATEGORIES.size(); i++) {
      variables.accept(CATEGORIES.get(i), segment == 0 ? (categories >> i) & 1 : 0);
    }
  }

  /** {@return the names of all features} */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    forEach((name, value) -> names.add(name));
    return names;
  }
}
