package io.foodsafety.benchmarks.rules;

/**
 * The arrays of a population, each under a name: of the businesses, then of each kind where its
 * facts begin, their days, and their attributes. Values are those of {@link Column}.
 */
public final class FlatColumns {

  final byte[] segment;
  final byte[] format;
  final short[] licenceIssuedOn;
  final short[] openedOn;
  final short[] staff;
  final byte[] consumers;
  final byte[] categories;
  final byte[] scale;
  final int[] area;
  final short[] suppliers;
  final short[] ambientPackaged;
  final short[] chilledPackaged;
  final short[] frozenPackaged;
  final short[] ambientBulk;
  final short[] chilledBulk;
  final short[] diners;
  final short[] seats;
  final short[] coldDishes;

  final int[] inspections;
  final short[] inspectionDays;
  final byte[] inspectionType;
  final short[] itemsFailed;
  final short[] keyItemsFailed;
  final short[] inspectionScore;
  final byte[] obstructed;

  final int[] selfChecks;
  final short[] selfCheckDays;
  final byte[] selfCheckLate;

  final int[] rectifications;
  final short[] rectificationDays;
  final short[] deadline;
  final short[] completedOn;
  final byte[] accepted;

  final int[] samples;
  final short[] sampleDays;
  final byte[] sampleLevel;
  final byte[] sampleFood;
  final byte[] sampleVerdict;
  final byte[] sampleHazard;

  final int[] rapidTests;
  final short[] rapidDays;
  final byte[] rapidVerdict;

  final int[] complaints;
  final short[] complaintDays;
  final byte[] complaintCategory;
  final byte[] complaintUpheld;

  final int[] reports;
  final short[] reportDays;
  final byte[] reportInsider;
  final byte[] reportVerified;

  final int[] opinions;
  final short[] opinionDays;
  final byte[] opinionLevel;
  final byte[] opinionVerified;

  final int[] penalties;
  final short[] penaltyDays;
  final byte[] penaltyType;
  final byte[] penaltyOffence;
  final int[] fine;
  final byte[] penaltySerious;

  final int[] accidents;
  final short[] accidentDays;
  final byte[] accidentLevel;

  final int[] recalls;
  final short[] recallDays;
  final byte[] recallLevel;
  final byte[] recallOrdered;

  final int[] listEntries;
  final byte[] list;
  final short[] listUntil;

  final int[] trainings;
  final short[] trainingDays;
  final short[] trainingHours;
  final byte[] trainingPassed;

  final int[] certificates;
  final byte[] certificateType;
  final short[] certificateUntil;

  final int[] commendations;
  final short[] commendationDays;
  final byte[] commendationLevel;

  /** The arrays of a population. */
  public FlatColumns(Population population) {
    segment = population.attribute("$segment").bytes();
    format = population.attribute("$format").bytes();
    licenceIssuedOn = population.attribute("$licenceIssuedOn").shorts();
    openedOn = population.attribute("openedOn").shorts();
    staff = population.attribute("staff").shorts();
    consumers = population.attribute("consumers").bytes();
    categories = population.attribute("foodCategories").bytes();
    scale = population.attribute("scale").bytes();
    area = population.attribute("areaM2").ints();
    suppliers = population.attribute("suppliers").shorts();
    ambientPackaged = population.attribute("itemsAmbientPackaged").shorts();
    chilledPackaged = population.attribute("itemsChilledPackaged").shorts();
    frozenPackaged = population.attribute("itemsFrozenPackaged").shorts();
    ambientBulk = population.attribute("itemsAmbientBulk").shorts();
    chilledBulk = population.attribute("itemsChilledBulk").shorts();
    diners = population.attribute("diners").shorts();
    seats = population.attribute("seats").shorts();
    coldDishes = population.attribute("itemsColdDishes").shorts();

    FactTable inspectionsTable = population.facts("inspection");
    inspections = inspectionsTable.offsets();
    inspectionDays = inspectionsTable.days();
    inspectionType = inspectionsTable.column("type").bytes();
    itemsFailed = inspectionsTable.column("itemsFailed").shorts();
    keyItemsFailed = inspectionsTable.column("keyItemsFailed").shorts();
    inspectionScore = inspectionsTable.column("score").shorts();
    obstructed = inspectionsTable.column("obstructed").bytes();

    FactTable selfChecksTable = population.facts("self-check");
    selfChecks = selfChecksTable.offsets();
    selfCheckDays = selfChecksTable.days();
    selfCheckLate = selfChecksTable.column("late").bytes();

    FactTable rectificationsTable = population.facts("rectification");
    rectifications = rectificationsTable.offsets();
    rectificationDays = rectificationsTable.days();
    deadline = rectificationsTable.column("deadline").shorts();
    completedOn = rectificationsTable.column("completedOn").shorts();
    accepted = rectificationsTable.column("accepted").bytes();

    FactTable samplesTable = population.facts("sample");
    samples = samplesTable.offsets();
    sampleDays = samplesTable.days();
    sampleLevel = samplesTable.column("level").bytes();
    sampleFood = samplesTable.column("category").bytes();
    sampleVerdict = samplesTable.column("verdict").bytes();
    sampleHazard = samplesTable.column("hazard").bytes();

    FactTable rapidTestsTable = population.facts("rapid-test");
    rapidTests = rapidTestsTable.offsets();
    rapidDays = rapidTestsTable.days();
    rapidVerdict = rapidTestsTable.column("verdict").bytes();

    FactTable complaintsTable = population.facts("complaint");
    complaints = complaintsTable.offsets();
    complaintDays = complaintsTable.days();
    complaintCategory = complaintsTable.column("category").bytes();
    complaintUpheld = complaintsTable.column("upheld").bytes();

    FactTable reportsTable = population.facts("report");
    reports = reportsTable.offsets();
    reportDays = reportsTable.days();
    reportInsider = reportsTable.column("insider").bytes();
    reportVerified = reportsTable.column("verified").bytes();

    FactTable opinionsTable = population.facts("opinion");
    opinions = opinionsTable.offsets();
    opinionDays = opinionsTable.days();
    opinionLevel = opinionsTable.column("level").bytes();
    opinionVerified = opinionsTable.column("verified").bytes();

    FactTable penaltiesTable = population.facts("penalty");
    penalties = penaltiesTable.offsets();
    penaltyDays = penaltiesTable.days();
    penaltyType = penaltiesTable.column("type").bytes();
    penaltyOffence = penaltiesTable.column("offence").bytes();
    fine = penaltiesTable.column("fine").ints();
    penaltySerious = penaltiesTable.column("serious").bytes();

    FactTable accidentsTable = population.facts("accident");
    accidents = accidentsTable.offsets();
    accidentDays = accidentsTable.days();
    accidentLevel = accidentsTable.column("level").bytes();

    FactTable recallsTable = population.facts("recall");
    recalls = recallsTable.offsets();
    recallDays = recallsTable.days();
    recallLevel = recallsTable.column("level").bytes();
    recallOrdered = recallsTable.column("ordered").bytes();

    FactTable listEntriesTable = population.facts("list-entry");
    listEntries = listEntriesTable.offsets();
    list = listEntriesTable.column("list").bytes();
    listUntil = listEntriesTable.column(FactTable.UNTIL).shorts();

    FactTable trainingsTable = population.facts("training");
    trainings = trainingsTable.offsets();
    trainingDays = trainingsTable.days();
    trainingHours = trainingsTable.column("hours").shorts();
    trainingPassed = trainingsTable.column("passed").bytes();

    FactTable certificatesTable = population.facts("certificate");
    certificates = certificatesTable.offsets();
    certificateType = certificatesTable.column("type").bytes();
    certificateUntil = certificatesTable.column(FactTable.UNTIL).shorts();

    FactTable commendationsTable = population.facts("commendation");
    commendations = commendationsTable.offsets();
    commendationDays = commendationsTable.days();
    commendationLevel = commendationsTable.column("level").bytes();
  }
}
