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

  static final List<String> CATEGORIES =
      List.of("0101", "0201", "0402", "0502", "0601", "0701", "0902");
  static final List<String> SCALES = List.of("large", "medium", "small", "workshop");
  static final List<String> CONSUMERS =
      List.of("infants", "elderly", "patients", "workers", "students");
  static final List<String> INSPECTIONS = List.of("routine", "special", "risk", "follow-up");
  static final List<String> LEVELS = List.of("national", "provincial", "city", "county");
  static final List<String> FOODS =
      List.of("meat", "fish", "milk", "rice", "oil", "greens", "fruit", "drinks", "cake", "spices");
  static final List<String> VERDICTS = List.of("compliant", "non-compliant");
  static final List<String> HAZARDS =
      List.of(
          "microbe",
          "pesticide",
          "veterinary-drug",
          "additive",
          "heavy-metal",
          "mycotoxin",
          "quality",
          "label");
  static final List<String> COMPLAINTS =
      List.of("foreign-body", "spoiled", "illness", "hygiene", "label", "attitude");
  static final List<String> OPINIONS = List.of("low", "medium", "high");
  static final List<String> PENALTIES =
      List.of("warning", "criticism", "fine", "confiscation", "stop", "revoke");
  static final List<String> OFFENCES =
      List.of(
          "expired-food",
          "label",
          "no-licence",
          "additive",
          "hygiene",
          "records",
          "staff-health",
          "advertising");
  static final List<String> ACCIDENTS = List.of("I", "II", "III", "IV");
  static final List<String> RECALLS = List.of("I", "II", "III");
  static final List<String> LISTS = List.of("serious-violation", "abnormal-operation", "red");
  static final List<String> CERTIFICATES = List.of("haccp", "iso22000", "organic");

  private Vocabulary() {}
}
