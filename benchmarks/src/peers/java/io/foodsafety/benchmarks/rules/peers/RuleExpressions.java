package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Vocabulary;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The policy over features, as expressions of a language that knows whole numbers, comparisons and
 * choices. Each may use those before it by their names.
 */
final class RuleExpressions {

  private static final int TENTHS = 10;
  private static final int HUNDREDTHS = 100;

  private final Language language;
  private final PolicyTables tables = PolicyTables.read();
  private final Map<String, String> all = new LinkedHashMap<>();
  private final Map<String, TableUse> used = new LinkedHashMap<>();

  /**
   * A table of ranges that is looked up with a variable.
   *
   * @param unit what 1 is: 10 for numbers that are given in tenths
   */
  record TableUse(String table, int unit, String variable) {}

  /**
   * Expressions that use tables by names of their own.
   *
   * @param tables by these names
   */
  record WithTables(Map<String, TableUse> tables, Map<String, String> expressions) {}

  private RuleExpressions(Language language) {
    this.language = language;
  }

  /** All expressions in their order; {@code score} is -1 if it is not known, grades likewise. */
  static Map<String, String> in(Language language) {
    return new RuleExpressions(language).write().expressions();
  }

  /** The same in FEEL, with the tables of ranges beside them. */
  static WithTables withTables() {
    return new RuleExpressions(Language.FEEL).write();
  }

  private WithTables write() {
    attributes();
    facts();
    score();
    grades();
    return new WithTables(used, all);
  }

  /** A choice; conditions are written as in Java. */
  private String choice(String condition, String yes, String no) {
    if (language == Language.JAVA) {
      return "(%s ? %s : %s)".formatted(condition, yes, no);
    }
    String words = condition.replace("&&", "and").replace("||", "or").replace("==", "=");
    return "(if %s then %s else %s)".formatted(words, yes, no);
  }

  private String least(String left, String right) {
    return choice(left + " < " + right, left, right);
  }

  private String ranges(String table, String variable) {
    return ranges(table, 1, variable);
  }

  private String ranges(String table, int unit, String variable) {
    if (language == Language.FEEL) {
      String name = "rowOf" + table;
      used.put(name, new TableUse(table, unit, variable));
      return name;
    }
    return tables.ofRanges(language, table, unit, variable);
  }

  private void attributes() {
    String producer =
        categories()
            + " + "
            + choice(
                "scale < 0", "0", tables.ofWords(language, "scale", Vocabulary.SCALES, "scale"));
    String shop =
        String.join(
            " + ",
            ranges("ambientPackaged", "ambientPackaged"),
            ranges("chilledPackaged", "chilledPackaged"),
            ranges("frozenPackaged", "frozenPackaged"),
            ranges("ambientBulk", "ambientBulk"),
            ranges("chilledBulk", "chilledBulk"));
    String caterer =
        ranges("coldDishes", "coldDishes")
            + " + "
            + choice("format < 3", ranges("diners", "diners"), ranges("seats", "seats"));
    String other =
        String.join(
            " + ",
            ranges("area", TENTHS, "area"),
            ranges("suppliers", "suppliers"),
            choice("segment == 1", shop, caterer));
    all.put(
        "fixed",
        String.join(
            " + ",
            choice("staff < 0", "1000", ranges("staff", "staff")),
            choice("vulnerable == 1", "2500", "0"),
            choice("daysOpen < 0", "1500", ranges("yearsOpen", "daysOpen")),
            choice("segment == 0", producer, other)));
  }

  /** The category with the most points counts, so they are asked in the order of their points. */
  private String categories() {
    List<Integer> points = tables.words("category", Vocabulary.CATEGORIES);
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, points.size()).boxed().toList());
    order.sort(Comparator.comparing(points::get));
    String text = "0";
    for (int code : order) {
      text = choice("category" + code + " == 1", "" + points.get(code), text);
    }
    return text;
  }

  private void facts() {
    all.put("samples", "sampleLevel + sampleHazard + " + ranges("repeated", "mostOfOneFood"));
    all.put(
        "complaints",
        String.join(
            " + ",
            ranges("upheld", "complaintsUpheld"),
            "complaintsDecayed",
            "250 * complaintKinds",
            ranges("complaintsLastYear", "complaintsLastYear")));
    all.put("heaviest", "heaviestPenalty * 12 / 10");
    all.put("heavier", choice("offences > penaltiesDecayed", "offences", "penaltiesDecayed"));
    all.put(
        "penaltyPoints",
        String.join(
            " + ",
            choice("heaviest > heavier", "heaviest", "heavier"),
            ranges("fines", HUNDREDTHS, "fines"),
            "2500 * serious"));
    all.put(
        "others",
        String.join(
            " + ",
            choice("failedItems < 0", "4000", ranges("failedItems", "failedItems")),
            "750 * keyItems",
            choice("daysSinceInspection < 0", "5000", ranges("inspectionAge", "daysSinceInspection")),
            ranges("lowestScore", "lowestScore"),
            ranges("rapidTests", "rapidTestsFailed"),
            "reports + opinion + 750 * rectificationsLate",
            ranges("selfChecks", "selfChecks"),
            ranges("training", TENTHS, "trainingHours"),
            "accidents + 1500 * recalls",
            choice("certificates >= 1", "(0 - 1000)", "0")));
  }

  private void score() {
    all.put(
        "dynamic",
        String.join(
            " + ",
            "others",
            least("samples", "8000"),
            least("complaints", "6000"),
            least("penaltyPoints", "12000")));
    all.put(
        "score",
        choice(
            "segment == 0 && scale < 0",
            "(0 - 1)",
            least("fixed", "28000")
                + " + "
                + choice("dynamic < 0", "0", least("dynamic", "35000"))));
  }

  private void grades() {
    String byScore =
        choice(
            "score <= 30000",
            "0",
            choice("score <= 45000", "1", choice("score <= 60000", "2", "3")));
    all.put(
        "decided",
        choice(
            "listed >= 1",
            "3",
            choice("stopped >= 1", "2", choice("score < 0", "(0 - 1)", byScore))));
    all.put(
        "grade",
        choice(
            "rectificationsUnaccepted >= 2 && decided >= 0 && decided < 3",
            "decided + 1",
            "decided"));
    String raised =
        choice(
            "obstructedThisYear >= 1",
            "2",
            choice("penalisedThisYear >= 1 || samplesFailedThisYear >= 2", "1", "0"));
    String clean = "(penalties == 0 && samplesFailed == 0 && inspections >= 1)";
    all.put(
        "moved",
        String.join(
            " + ",
            "grade",
            raised,
            choice("recallsOfFirstLevelThisYear >= 1", "1", "0"),
            choice(clean + " || commendations >= 1", "(0 - 1)", "0")));
    all.put(
        "nextGrade",
        choice(
            "grade < 0",
            "(0 - 1)",
            choice("moved < 0", "0", choice("moved > 3", "3", "moved"))));
  }
}
