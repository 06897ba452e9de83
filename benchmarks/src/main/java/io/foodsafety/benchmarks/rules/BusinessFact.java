package io.foodsafety.benchmarks.rules;

/**
 * A fact of a business, an object as an application would have it. Codes are places in {@link
 * Vocabulary}, days are counted from 1970-01-01, what is not known is less than 0.
 */
public sealed interface BusinessFact {

  /** {@return the day on which it was found} */
  int day();

  /** A fact of kind inspection; of two on one day the one with the greater number is the later. */
  record Inspection(
      int number, int day, int type, int itemsFailed, int keyItemsFailed, int score, int obstructed)
      implements BusinessFact {
    static Inspection of(FactRow row) {
      return new Inspection(
          row.number(), row.day(), row.at(0), row.at(1), row.at(2), row.at(3), row.at(4));
    }

    /**
     * {@return failed items, below a thousand, after the number, so that the latest has the most}
     */
    public long getFailedInOrder() {
      return number * 1_000L + itemsFailed;
    }
  }

  /** A fact of kind self-check. */
  record SelfCheck(int day, int late) implements BusinessFact {
    static SelfCheck of(FactRow row) {
      return new SelfCheck(row.day(), row.at(0));
    }
  }

  /** A fact of kind rectification. */
  record Rectification(int day, int deadline, int completedOn, int accepted)
      implements BusinessFact {
    static Rectification of(FactRow row) {
      return new Rectification(row.day(), row.at(0), row.at(1), row.at(2));
    }

    /** {@return whether it came after the deadline, or did not come and the deadline is over} */
    public boolean isLate() {
      return (completedOn < 0 ? BenchmarkPolicy.TODAY : completedOn) > deadline;
    }
  }

  /** A fact of kind sample. */
  record Sample(int day, int level, int category, int verdict, int hazard) implements BusinessFact {
    static Sample of(FactRow row) {
      return new Sample(row.day(), row.at(0), row.at(1), row.at(2), row.at(3));
    }

    /** {@return points of its level} */
    public int getLevelPoints() {
      return Points.SAMPLE_LEVEL[level];
    }

    /** {@return points of its hazard that are left} */
    public int getHazardPoints() {
      return Points.decayed(Points.HAZARD[hazard], BenchmarkPolicy.TODAY - day);
    }
  }

  /** A fact of kind rapid-test. */
  record RapidTest(int day, int verdict) implements BusinessFact {
    static RapidTest of(FactRow row) {
      return new RapidTest(row.day(), row.at(1));
    }
  }

  /** A fact of kind complaint. */
  record Complaint(int day, int category, int upheld) implements BusinessFact {
    static Complaint of(FactRow row) {
      return new Complaint(row.day(), row.at(0), row.at(1));
    }

    /** {@return points that are left} */
    public int getPoints() {
      return Points.decayed(Points.COMPLAINT[category], BenchmarkPolicy.TODAY - day);
    }
  }

  /** A fact of kind report. */
  record Report(int day, int insider, int verified) implements BusinessFact {
    static Report of(FactRow row) {
      return new Report(row.day(), row.at(0), row.at(1));
    }

    /** {@return points} */
    public int getPoints() {
      return insider == 1 ? 2_000 : 1_000;
    }
  }

  /** A fact of kind opinion. */
  record Opinion(int day, int level, int verified) implements BusinessFact {
    static Opinion of(FactRow row) {
      return new Opinion(row.day(), row.at(0), row.at(1));
    }

    /** {@return points of its level} */
    public int getPoints() {
      return Points.OPINION[level];
    }
  }

  /** A fact of kind penalty. */
  record Penalty(int day, int type, int offence, int fine, int serious) implements BusinessFact {
    static Penalty of(FactRow row) {
      return new Penalty(row.day(), row.at(0), row.at(1), row.at(2), row.at(3));
    }

    /** {@return points of its type} */
    public int getPoints() {
      return Points.PENALTY[type];
    }

    /** {@return points that are left} */
    public int getDecayedPoints() {
      return Points.decayed(getPoints(), BenchmarkPolicy.TODAY - day);
    }

    /** {@return the fine in hundredths of a yuan} */
    public long getLongFine() {
      return fine;
    }
  }

  /** A fact of kind accident. */
  record Accident(int day, int level) implements BusinessFact {
    static Accident of(FactRow row) {
      return new Accident(row.day(), row.at(0));
    }

    /** {@return points that are left} */
    public int getPoints() {
      return Points.decayed(Points.ACCIDENT[level], BenchmarkPolicy.TODAY - day);
    }
  }

  /** A fact of kind recall. */
  record Recall(int day, int level, int ordered) implements BusinessFact {
    static Recall of(FactRow row) {
      return new Recall(row.day(), row.at(0), row.at(1));
    }
  }

  /** A fact of kind list-entry. */
  record ListEntry(int day, int list, int until) implements BusinessFact {
    static ListEntry of(FactRow row) {
      return new ListEntry(row.day(), row.at(0), row.at(1));
    }
  }

  /** A fact of kind training. */
  record Training(int day, int hours, int passed) implements BusinessFact {
    static Training of(FactRow row) {
      return new Training(row.day(), row.at(0), row.at(1));
    }
  }

  /** A fact of kind certificate. */
  record Certificate(int day, int type, int until) implements BusinessFact {
    static Certificate of(FactRow row) {
      return new Certificate(row.day(), row.at(0), row.at(1));
    }
  }

  /** A fact of kind commendation. */
  record Commendation(int day, int level) implements BusinessFact {
    static Commendation of(FactRow row) {
      return new Commendation(row.day(), row.at(0));
    }
  }
}
