package io.foodsafety.benchmarks.rules;

/**
 * What the lines of the policy look at, of one business: attributes, and aggregates of its facts.
 * Less than 0 means not known, or no such fact; points are thousandths. Made for reuse: every field
 * is set anew for the next business.
 */
public final class Features {

  /** Businesses whose features are read together. */
  public static final int BLOCK = 256;

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
}
