package io.foodsafety.benchmarks.rules;

import io.foodsafety.benchmarks.rules.BusinessFact.Accident;
import io.foodsafety.benchmarks.rules.BusinessFact.Certificate;
import io.foodsafety.benchmarks.rules.BusinessFact.Commendation;
import io.foodsafety.benchmarks.rules.BusinessFact.Complaint;
import io.foodsafety.benchmarks.rules.BusinessFact.Inspection;
import io.foodsafety.benchmarks.rules.BusinessFact.ListEntry;
import io.foodsafety.benchmarks.rules.BusinessFact.Opinion;
import io.foodsafety.benchmarks.rules.BusinessFact.Penalty;
import io.foodsafety.benchmarks.rules.BusinessFact.RapidTest;
import io.foodsafety.benchmarks.rules.BusinessFact.Recall;
import io.foodsafety.benchmarks.rules.BusinessFact.Rectification;
import io.foodsafety.benchmarks.rules.BusinessFact.Report;
import io.foodsafety.benchmarks.rules.BusinessFact.Sample;
import io.foodsafety.benchmarks.rules.BusinessFact.SelfCheck;
import io.foodsafety.benchmarks.rules.BusinessFact.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A business and its facts as an application would have them: in lists by kind and day. */
public final class Business {

  final Registration registration;
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
    registration = Registration.of(population, business);
    inspections = facts(population.facts("inspection"), business, Inspection::of);
    selfChecks = facts(population.facts("self-check"), business, SelfCheck::of);
    rectifications = facts(population.facts("rectification"), business, Rectification::of);
    samples = facts(population.facts("sample"), business, Sample::of);
    rapidTests = facts(population.facts("rapid-test"), business, RapidTest::of);
    complaints = facts(population.facts("complaint"), business, Complaint::of);
    reports = facts(population.facts("report"), business, Report::of);
    opinions = facts(population.facts("opinion"), business, Opinion::of);
    penalties = facts(population.facts("penalty"), business, Penalty::of);
    accidents = facts(population.facts("accident"), business, Accident::of);
    recalls = facts(population.facts("recall"), business, Recall::of);
    listEntries = facts(population.facts("list-entry"), business, ListEntry::of);
    trainings = facts(population.facts("training"), business, Training::of);
    certificates = facts(population.facts("certificate"), business, Certificate::of);
    commendations = facts(population.facts("commendation"), business, Commendation::of);
  }

  private static <F> List<F> facts(FactTable table, int business, Function<FactRow, F> fact) {
    List<F> facts = new ArrayList<>();
    for (int row = table.offsets()[business]; row < table.offsets()[business + 1]; row++) {
      facts.add(fact.apply(FactRow.of(table, row)));
    }
    return facts;
  }

  /** Adds a fact, as the last of its kind; inspections, samples, complaints and penalties only. */
  public void add(NewFact fact) {
    FactRow row = new FactRow(nextNumber(), fact.day(), fact.values());
    switch (fact.kind()) {
      case "inspection" -> inspections.add(Inspection.of(row));
      case "sample" -> samples.add(Sample.of(row));
      case "complaint" -> complaints.add(Complaint.of(row));
      case "penalty" -> penalties.add(Penalty.of(row));
      default -> throw new IllegalArgumentException(fact.kind());
    }
  }

  /** Inspections are the only facts whose number is asked for. */
  private int nextNumber() {
    return inspections.isEmpty() ? 0 : inspections.get(inspections.size() - 1).number() + 1;
  }

  /** {@return what is registered of it} */
  public Registration registration() {
    return registration;
  }

  /** {@return all facts, kind by kind} */
  public List<BusinessFact> facts() {
    List<BusinessFact> facts = new ArrayList<>();
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
}
