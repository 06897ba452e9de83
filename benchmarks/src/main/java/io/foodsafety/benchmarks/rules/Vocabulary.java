package io.foodsafety.benchmarks.rules;

import java.util.List;

/** The words of the benchmark's attributes; a column holds the place of a word in its list. */
public final class Vocabulary {

  /** Segments; the population has no other. */
  public static final List<String> SEGMENTS = List.of("production", "sales", "catering");

  /** Formats; the first three are canteens. */
  public static final List<String> FORMATS =
      List.of(
          "school-canteen",
          "nursery-canteen",
          "works-canteen",
          "restaurant",
          "snack-bar",
          "shop",
          "factory");

  /** Categories of food that a producer makes. */
  public static final List<String> CATEGORIES =
      List.of("0101", "0201", "0402", "0502", "0601", "0701", "0902");

  /** Sizes of producers. */
  public static final List<String> SCALES = List.of("large", "medium", "small", "workshop");

  /** Groups of consumers. */
  public static final List<String> CONSUMERS =
      List.of("infants", "elderly", "patients", "workers", "students");

  /** Types of inspection. */
  public static final List<String> INSPECTIONS = List.of("routine", "special", "risk", "follow-up");

  /** Levels of authorities. */
  public static final List<String> LEVELS = List.of("national", "provincial", "city", "county");

  /** Foods that are tested. */
  public static final List<String> FOODS =
      List.of("meat", "fish", "milk", "rice", "oil", "greens", "fruit", "drinks", "cake", "spices");

  /** Verdicts of tests. */
  public static final List<String> VERDICTS = List.of("compliant", "non-compliant");

  /** Hazards that tests find. */
  public static final List<String> HAZARDS =
      List.of(
          "microbe",
          "pesticide",
          "veterinary-drug",
          "additive",
          "heavy-metal",
          "mycotoxin",
          "quality",
          "label");

  /** What complaints are about. */
  public static final List<String> COMPLAINTS =
      List.of("foreign-body", "spoiled", "illness", "hygiene", "label", "attitude");

  /** Levels of opinions. */
  public static final List<String> OPINIONS = List.of("low", "medium", "high");

  /** Types of penalty, lightest first. */
  public static final List<String> PENALTIES =
      List.of("warning", "criticism", "fine", "confiscation", "stop", "revoke");

  /** What penalties are for. */
  public static final List<String> OFFENCES =
      List.of(
          "expired-food",
          "label",
          "no-licence",
          "additive",
          "hygiene",
          "records",
          "staff-health",
          "advertising");

  /** Levels of accidents, heaviest first. */
  public static final List<String> ACCIDENTS = List.of("I", "II", "III", "IV");

  /** Levels of recalls, heaviest first. */
  public static final List<String> RECALLS = List.of("I", "II", "III");

  /** Lists of businesses. */
  public static final List<String> LISTS =
      List.of("serious-violation", "abnormal-operation", "red");

  /** Types of certificate. */
  public static final List<String> CERTIFICATES = List.of("haccp", "iso22000", "organic");

  private Vocabulary() {}
}
