package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Grades;

/** What the rules of Drools found of one business; points in thousandths. */
public final class DroolsResult {

  private int fixed;
  private boolean missing;
  private int samples;
  private int complaints;
  private int heaviest;
  private int penalties;
  private int others;
  private int directGrade = Grades.NO_GRADE;
  private int steps;
  private int raised;
  private int most;
  private int offences;
  private boolean penalised;
  private boolean sampleFailed;
  private boolean inspected;
  private boolean lowered;
  private boolean scored;
  private int score;
  private int grade = Grades.NO_GRADE;
  private int nextGrade = Grades.NO_GRADE;

  /** Nothing found yet. */
  public DroolsResult() {}

  /** Adds points of a static line. */
  public void addFixed(int points) {
    fixed += points;
  }

  /** A static line is missing. */
  public void setMissing() {
    missing = true;
  }

  /** Adds points of a line about samples. */
  public void addSamples(int points) {
    samples += points;
  }

  /** Adds points of a line about complaints. */
  public void addComplaints(int points) {
    complaints += points;
  }

  /** Offers points of a line of which the best counts. */
  public void offerPenalty(int points) {
    heaviest = Math.max(heaviest, points);
  }

  /** Adds points of another line about penalties. */
  public void addPenalties(int points) {
    penalties += points;
  }

  /** Adds points of any other line. */
  public void addOthers(int points) {
    others += points;
  }

  /** A direct grade; the worst counts. */
  public void offerDirectGrade(int offered) {
    directGrade = Math.max(directGrade, offered);
  }

  /** Steps that move the grade. */
  public void addSteps(int added) {
    steps += added;
  }

  /** Steps that move the next grade, of which the most count. */
  public void offerRaise(int offered) {
    raised = Math.max(raised, offered);
  }

  /** How many samples of one food failed. */
  public void offerMost(int count) {
    most = Math.max(most, count);
  }

  /** {@return how many samples of one food failed, at most} */
  public int getMost() {
    return most;
  }

  /** Adds the heaviest penalty for an offence. */
  public void addOffence(int points) {
    offences += points;
  }

  /** There was a penalty in two years. */
  public void setPenalised() {
    penalised = true;
  }

  /** A sample failed in two years. */
  public void setSampleFailed() {
    sampleFailed = true;
  }

  /** There was an inspection in two years. */
  public void setInspected() {
    inspected = true;
  }

  /** The next grade is better. */
  public void setLowered() {
    lowered = true;
  }

  /** {@return whether nothing speaks against the business} */
  public boolean isClean() {
    return inspected && !penalised && !sampleFailed;
  }

  /** Puts the parts together, within their bounds. */
  public void add(int capStatic, int capSample, int capComplaint, int capPenalty, int capDynamic) {
    int dynamic =
        Math.min(capSample, samples)
            + Math.min(capComplaint, complaints)
            + Math.min(capPenalty, Math.max(heaviest, offences) + penalties)
            + others;
    score = Math.min(capStatic, fixed) + Math.max(0, Math.min(capDynamic, dynamic));
    scored = true;
  }

  /** {@return whether there is a sum} */
  public boolean isScored() {
    return scored;
  }

  /** {@return whether a static line is missing} */
  public boolean isMissing() {
    return missing;
  }

  /** {@return the score} */
  public int getScore() {
    return score;
  }

  /** {@return the direct grade} */
  public int getDirectGrade() {
    return directGrade;
  }

  /** Sets the grade, moved by the steps. */
  public void grade(int before) {
    grade = Math.min(3, before + steps);
    int next = grade + raised - (lowered || isClean() ? 1 : 0);
    nextGrade = Math.max(0, Math.min(3, next));
  }

  /** Adds to what raises the next grade. */
  public void addRaise(int added) {
    raised += added;
  }

  void put(int business, Grades into) {
    into.set(business, missing ? Grades.NO_SCORE : score, grade, nextGrade);
  }
}
