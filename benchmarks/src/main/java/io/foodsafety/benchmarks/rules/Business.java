package io.foodsafety.benchmarks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A business and its facts as an application would have them: an object each, in lists by kind and
 * day. Codes are places in {@link Vocabulary}, days are counted from 1970-01-01, what is not known
 * is less than 0.
 */
public final class Business {

  /** A fact of kind inspection; of two on one day the one with the greater number is the later. */
  public record Inspection(
      int number,
      int day,
      int type,
      int itemsFailed,
      int keyItemsFailed,
      int score,
      int obstructed) {

    /**
     * {@return failed items, below a thousand, after the number, so that the latest has the most}
     */
    public long getFailedInOrder() {
      return number * 1_000L + itemsFailed;
    }
  }

  /** A fact of kind self-check. */
  public record SelfCheck(int day, int late) {}

  /** A fact of kind rectification. */
  public record Rectification(int day, int deadline, int completedOn, int accepted) {

    /** {@return whether it came after the deadline, or did not come and the deadline is over} */
    public boolean isLate() {
      return (completedOn < 0 ? BenchmarkPolicy.TODAY : completedOn) > deadline;
    }
  }

  /** A fact of kind sample. */
  public record Sample(int day, int level, int category, int verdict, int hazard) {

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
  public record RapidTest(int day, int verdict) {}

  /** A fact of kind complaint. */
  public record Complaint(int day, int category, int upheld) {

    /** {@return points that are left} */
    public int getPoints() {
      return Points.decayed(Points.COMPLAINT[category], BenchmarkPolicy.TODAY - day);
    }
  }

  /** A fact of kind report. */
  public record Report(int day, int insider, int verified) {

    /** {@return points} */
    public int getPoints() {
      return insider == 1 ? 2_000 : 1_000;
    }
  }

  /** A fact of kind opinion. */
  public record Opinion(int day, int level, int verified) {

    /** {@return points of its level} */
    public int getPoints() {
      return Points.OPINION[level];
    }
  }

  /** A fact of kind penalty. */
  public record Penalty(int day, int type, int offence, int fine, int serious) {

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
  public record Accident(int day, int level) {

    /** {@return points that are left} */
    public int getPoints() {
      return Points.decayed(Points.ACCIDENT[level], BenchmarkPolicy.TODAY - day);
    }
  }

  /** A fact of kind recall. */
  public record Recall(int day, int level, int ordered) {}

  /** A fact of kind list-entry. */
  public record ListEntry(int day, int list, int until) {}

  /** A fact of kind training. */
  public record Training(int day, int hours, int passed) {}

  /** A fact of kind certificate. */
  public record Certificate(int day, int type, int until) {}

  /** A fact of kind commendation. */
  public record Commendation(int day, int level) {}

  final int segment;
  final int format;
  final int licenceIssuedOn;
  final int openedOn;
  final int staff;
  final int consumers;
  final int categories;
  final int scale;
  final int area;
  final int suppliers;
  final int ambientPackaged;
  final int chilledPackaged;
  final int frozenPackaged;
  final int ambientBulk;
  final int chilledBulk;
  final int diners;
  final int seats;
  final int coldDishes;
  final List<Inspection> inspections;
  final List<SelfCheck> selfChecks;
  final List<Rectification> rectifications;
  final List<Sample> samples;
  final List<RapidTest> rapidTests;
  final List<Complaint> complaints;
  final List<Report> reports;
  final List<Opinion> opinions;
  final List<Penalty> penalties;
  final List<Accident> accidents;
  final List<Recall> recalls;
  final List<ListEntry> listEntries;
  final List<Training> trainings;
  final List<Certificate> certificates;
  final List<Commendation> commendations;

  /** A business of a population. */
  public Business(Population population, int business) {
    segment = value(population.attribute("$segment"), business);
    format = value(population.attribute("$format"), business);
    licenceIssuedOn = value(population.attribute("$licenceIssuedOn"), business);
    openedOn = value(population.attribute("openedOn"), business);
    staff = value(population.attribute("staff"), business);
    consumers = value(population.attribute("consumers"), business);
    categories = value(population.attribute("foodCategories"), business);
    scale = value(population.attribute("scale"), business);
    area = value(population.attribute("areaM2"), business);
    suppliers = value(population.attribute("suppliers"), business);
    ambientPackaged = value(population.attribute("itemsAmbientPackaged"), business);
    chilledPackaged = value(population.attribute("itemsChilledPackaged"), business);
    frozenPackaged = value(population.attribute("itemsFrozenPackaged"), business);
    ambientBulk = value(population.attribute("itemsAmbientBulk"), business);
    chilledBulk = value(population.attribute("itemsChilledBulk"), business);
    diners = value(population.attribute("diners"), business);
    seats = value(population.attribute("seats"), business);
    coldDishes = value(population.attribute("itemsColdDishes"), business);
    Rows inspectionsOf = new Rows(population.facts("inspection"));
    inspections =
        inspectionsOf.list(
            business,
            row ->
                new Inspection(
                    row,
                    inspectionsOf.day(row),
                    inspectionsOf.value("type", row),
                    inspectionsOf.value("itemsFailed", row),
                    inspectionsOf.value("keyItemsFailed", row),
                    inspectionsOf.value("score", row),
                    inspectionsOf.value("obstructed", row)));
    Rows selfChecksOf = new Rows(population.facts("self-check"));
    selfChecks =
        selfChecksOf.list(
            business, row -> new SelfCheck(selfChecksOf.day(row), selfChecksOf.value("late", row)));
    Rows rectificationsOf = new Rows(population.facts("rectification"));
    rectifications =
        rectificationsOf.list(
            business,
            row ->
                new Rectification(
                    rectificationsOf.day(row),
                    rectificationsOf.value("deadline", row),
                    rectificationsOf.value("completedOn", row),
                    rectificationsOf.value("accepted", row)));
    Rows samplesOf = new Rows(population.facts("sample"));
    samples =
        samplesOf.list(
            business,
            row ->
                new Sample(
                    samplesOf.day(row),
                    samplesOf.value("level", row),
                    samplesOf.value("category", row),
                    samplesOf.value("verdict", row),
                    samplesOf.value("hazard", row)));
    Rows rapidTestsOf = new Rows(population.facts("rapid-test"));
    rapidTests =
        rapidTestsOf.list(
            business,
            row -> new RapidTest(rapidTestsOf.day(row), rapidTestsOf.value("verdict", row)));
    Rows complaintsOf = new Rows(population.facts("complaint"));
    complaints =
        complaintsOf.list(
            business,
            row ->
                new Complaint(
                    complaintsOf.day(row),
                    complaintsOf.value("category", row),
                    complaintsOf.value("upheld", row)));
    Rows reportsOf = new Rows(population.facts("report"));
    reports =
        reportsOf.list(
            business,
            row ->
                new Report(
                    reportsOf.day(row),
                    reportsOf.value("insider", row),
                    reportsOf.value("verified", row)));
    Rows opinionsOf = new Rows(population.facts("opinion"));
    opinions =
        opinionsOf.list(
            business,
            row ->
                new Opinion(
                    opinionsOf.day(row),
                    opinionsOf.value("level", row),
                    opinionsOf.value("verified", row)));
    Rows penaltiesOf = new Rows(population.facts("penalty"));
    penalties =
        penaltiesOf.list(
            business,
            row ->
                new Penalty(
                    penaltiesOf.day(row),
                    penaltiesOf.value("type", row),
                    penaltiesOf.value("offence", row),
                    penaltiesOf.value("fine", row),
                    penaltiesOf.value("serious", row)));
    Rows accidentsOf = new Rows(population.facts("accident"));
    accidents =
        accidentsOf.list(
            business, row -> new Accident(accidentsOf.day(row), accidentsOf.value("level", row)));
    Rows recallsOf = new Rows(population.facts("recall"));
    recalls =
        recallsOf.list(
            business,
            row ->
                new Recall(
                    recallsOf.day(row),
                    recallsOf.value("level", row),
                    recallsOf.value("ordered", row)));
    Rows listEntriesOf = new Rows(population.facts("list-entry"));
    listEntries =
        listEntriesOf.list(
            business,
            row ->
                new ListEntry(
                    listEntriesOf.day(row),
                    listEntriesOf.value("list", row),
                    listEntriesOf.value("$until", row)));
    Rows trainingsOf = new Rows(population.facts("training"));
    trainings =
        trainingsOf.list(
            business,
            row ->
                new Training(
                    trainingsOf.day(row),
                    trainingsOf.value("hours", row),
                    trainingsOf.value("passed", row)));
    Rows certificatesOf = new Rows(population.facts("certificate"));
    certificates =
        certificatesOf.list(
            business,
            row ->
                new Certificate(
                    certificatesOf.day(row),
                    certificatesOf.value("type", row),
                    certificatesOf.value("$until", row)));
    Rows commendationsOf = new Rows(population.facts("commendation"));
    commendations =
        commendationsOf.list(
            business,
            row -> new Commendation(commendationsOf.day(row), commendationsOf.value("level", row)));
  }

  private static int value(Column column, int row) {
    return Math.max(-1, column.at(row));
  }

  private record Rows(FactTable table) {

    <T> List<T> list(int business, IntFunction<T> fact) {
      List<T> facts = new ArrayList<>();
      for (int row = table.offsets()[business]; row < table.offsets()[business + 1]; row++) {
        facts.add(fact.apply(row));
      }
      return facts;
    }

    int day(int row) {
      return table.days()[row];
    }

    int value(String column, int row) {
      return Business.value(table.column(column), row);
    }
  }

  /** Adds a fact, as the last of its kind; inspections, samples, complaints and penalties only. */
  public void add(NewFact fact) {
    int[] v = fact.values().stream().mapToInt(value -> Math.max(-1, value)).toArray();
    switch (fact.kind()) {
      case "inspection" ->
          inspections.add(new Inspection(nextNumber(), fact.day(), v[0], v[1], v[2], v[3], v[4]));
      case "sample" -> samples.add(new Sample(fact.day(), v[0], v[1], v[2], v[3]));
      case "complaint" -> complaints.add(new Complaint(fact.day(), v[0], v[1]));
      case "penalty" -> penalties.add(new Penalty(fact.day(), v[0], v[1], v[2], v[3]));
      default -> throw new IllegalArgumentException(fact.kind());
    }
  }

  /** {@return whether it feeds infants, the elderly or patients} */
  public boolean isVulnerable() {
    return Points.consumers(consumers) > 0;
  }

  /** {@return the day from which serious penalties count} */
  public int getSeriousFrom() {
    return licenceIssuedOn < 0 ? Windows.YEARS_3 : licenceIssuedOn;
  }

  private int nextNumber() {
    return inspections.isEmpty() ? 0 : inspections.get(inspections.size() - 1).number() + 1;
  }

  /** {@return all facts, kind by kind} */
  public List<Object> facts() {
    List<Object> facts = new ArrayList<>();
    facts.addAll(inspections);
    facts.addAll(selfChecks);
    facts.addAll(rectifications);
    facts.addAll(samples);
    facts.addAll(rapidTests);
    facts.addAll(complaints);
    facts.addAll(reports);
    facts.addAll(opinions);
    facts.addAll(penalties);
    facts.addAll(accidents);
    facts.addAll(recalls);
    facts.addAll(listEntries);
    facts.addAll(trainings);
    facts.addAll(certificates);
    facts.addAll(commendations);
    return facts;
  }

  /** {@return the attribute of this name} */
  public int getSegment() {
    return segment;
  }

  /** {@return the attribute of this name} */
  public int getFormat() {
    return format;
  }

  /** {@return the attribute of this name} */
  public int getLicenceIssuedOn() {
    return licenceIssuedOn;
  }

  /** {@return the attribute of this name} */
  public int getOpenedOn() {
    return openedOn;
  }

  /** {@return the attribute of this name} */
  public int getStaff() {
    return staff;
  }

  /** {@return the attribute of this name} */
  public int getConsumers() {
    return consumers;
  }

  /** {@return the attribute of this name} */
  public int getCategories() {
    return categories;
  }

  /** {@return the attribute of this name} */
  public int getScale() {
    return scale;
  }

  /** {@return the attribute of this name} */
  public int getArea() {
    return area;
  }

  /** {@return the attribute of this name} */
  public int getSuppliers() {
    return suppliers;
  }

  /** {@return the attribute of this name} */
  public int getAmbientPackaged() {
    return ambientPackaged;
  }

  /** {@return the attribute of this name} */
  public int getChilledPackaged() {
    return chilledPackaged;
  }

  /** {@return the attribute of this name} */
  public int getFrozenPackaged() {
    return frozenPackaged;
  }

  /** {@return the attribute of this name} */
  public int getAmbientBulk() {
    return ambientBulk;
  }

  /** {@return the attribute of this name} */
  public int getChilledBulk() {
    return chilledBulk;
  }

  /** {@return the attribute of this name} */
  public int getDiners() {
    return diners;
  }

  /** {@return the attribute of this name} */
  public int getSeats() {
    return seats;
  }

  /** {@return the attribute of this name} */
  public int getColdDishes() {
    return coldDishes;
  }
}
