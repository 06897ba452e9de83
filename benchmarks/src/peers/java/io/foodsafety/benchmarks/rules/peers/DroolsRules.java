package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.BenchmarkPolicy;
import io.foodsafety.benchmarks.rules.Vocabulary;
import io.foodsafety.benchmarks.rules.Windows;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.List;

/** The policy as rules of Drools: a rule for each line, its tables as functions. */
final class DroolsRules {

  private static final int TENTHS = 10;
  private static final int HUNDREDTHS = 100;

  private final PolicyTables tables = PolicyTables.read();
  private final StringBuilder text = new StringBuilder();

  String drl() {
    text.append(
        """
        package io.foodsafety.benchmarks.rules.drools;
        import io.foodsafety.benchmarks.rules.BusinessFact.*;
        import io.foodsafety.benchmarks.rules.Registration;
        import io.foodsafety.benchmarks.rules.peers.DroolsResult;
        global DroolsResult result;
        """);
    functions();
    attributes();
    inspections();
    tests();
    signals();
    penalties();
    rest();
    decisions();
    return text.toString()
        .replace("$Y1", "" + Windows.YEAR_1)
        .replace("$Y2", "" + Windows.YEARS_2)
        .replace("$Y3", "" + Windows.YEARS_3)
        .replace("$D90", "" + Windows.DAYS_90)
        .replace("$LASTYEAR", "" + Windows.LAST_YEAR)
        .replace("$YEAR", "" + Windows.THIS_YEAR)
        .replace("$TODAY", "" + BenchmarkPolicy.TODAY);
  }

  private void functions() {
    ranges("area", TENTHS);
    ranges("fines", HUNDREDTHS);
    ranges("training", TENTHS);
    List.of(
            "staff",
            "suppliers",
            "ambientPackaged",
            "chilledPackaged",
            "frozenPackaged",
            "ambientBulk",
            "chilledBulk",
            "diners",
            "seats",
            "coldDishes",
            "yearsOpen",
            "failedItems",
            "inspectionAge",
            "lowestScore",
            "repeated",
            "rapidTests",
            "upheld",
            "complaintsLastYear",
            "selfChecks")
        .forEach(table -> ranges(table, 1));
    words("scale", Vocabulary.SCALES);
    words("category", Vocabulary.CATEGORIES);
    text.append(
        """
        function int categories(int set) {
          int highest = 0;
          for (int i = 0; i < 7; i++) {
            if (((set >> i) & 1) == 1) { highest = Math.max(highest, category(i)); }
          }
          return highest;
        }
        """);
  }

  private void ranges(String table, int unit) {
    text.append(
        "function int %s(long n) { return %s; }\n"
            .formatted(table, tables.ofRanges(Language.JAVA, table, unit, "n")));
  }

  private void words(String table, List<String> vocabulary) {
    text.append(
        "function int %s(int code) { return %s; }\n"
            .formatted(table, tables.ofWords(Language.JAVA, table, vocabulary, "code")));
  }

  private void rule(String name, String when, String then) {
    text.append("rule \"%s\" when %s then %s end\n".formatted(name, when, then));
  }

  private void attribute(String name, String conditions, String property, String table) {
    rule(
        "static." + name,
        "Registration(%s$x : %s)".formatted(conditions, property),
        "result.addFixed(%s($x));".formatted(table));
  }

  private void attributes() {
    attribute("area", "segment >= 1, ", "area", "area");
    attribute("category", "segment == 0, ", "categories", "categories");
    attribute("scale", "segment == 0, scale >= 0, ", "scale", "scale");
    rule("static.scale.missing", "Registration(segment == 0, scale < 0)", "result.setMissing();");
    attribute("staff", "staff >= 0, ", "staff", "staff");
    rule("static.staff.unknown", "Registration(staff < 0)", "result.addFixed(1000);");
    attribute("suppliers", "segment >= 1, ", "suppliers", "suppliers");
    for (String name :
        List.of(
            "ambientPackaged", "chilledPackaged", "frozenPackaged", "ambientBulk", "chilledBulk")) {
      attribute(name, "segment == 1, ", name, name);
    }
    attribute("diners", "segment == 2, format < 3, ", "diners", "diners");
    attribute("seats", "segment == 2, format >= 3, ", "seats", "seats");
    attribute("coldDishes", "segment == 2, ", "coldDishes", "coldDishes");
    rule("static.consumers", "Registration(vulnerable)", "result.addFixed(2500);");
    rule(
        "static.yearsOpen",
        "Registration(openedOn >= 0, $x : openedOn)",
        "result.addFixed(yearsOpen($TODAY - $x));");
    rule("static.yearsOpen.unknown", "Registration(openedOn < 0)", "result.addFixed(1500);");
  }

  private void aggregate(String name, String pattern, String function, String then) {
    rule(name, "accumulate(%s; $n : %s)".formatted(pattern, function), then);
  }

  private void inspections() {
    rule(
        "inspection.latest",
        "accumulate(Inspection(day >= $Y2, type < 2, $f : failedInOrder); $n : max($f))",
        "result.addOthers(failedItems(((Number) $n).longValue() % 1000));");
    rule(
        "inspection.latest.none",
        "not Inspection(day >= $Y2, type < 2)",
        "result.addOthers(4000);");
    aggregate(
        "inspection.keyItems",
        "Inspection(day >= $Y1, $k : keyItemsFailed)",
        "sum($k)",
        "result.addOthers(750 * ((Number) $n).intValue());");
    aggregate(
        "inspection.age",
        "Inspection($d : day)",
        "max($d)",
        "result.addOthers(inspectionAge($TODAY - ((Number) $n).intValue()));");
    rule("inspection.none", "not Inspection()", "result.addOthers(5000);");
    aggregate(
        "inspection.lowest",
        "Inspection(day >= $Y1, score >= 0, $s : score)",
        "min($s)",
        "result.addOthers(lowestScore(((Number) $n).intValue()));");
    rule(
        "raise.obstructed",
        "exists Inspection(day >= $YEAR, obstructed == 1)",
        "result.offerRaise(2);");
    rule("inspected", "exists Inspection(day >= $Y2)", "result.setInspected();");
  }

  private void tests() {
    aggregate(
        "sample.level",
        "Sample(verdict == 1, day >= $Y2, $p : levelPoints)",
        "sum($p)",
        "result.addSamples(((Number) $n).intValue());");
    aggregate(
        "sample.hazard",
        "Sample(verdict == 1, day >= $Y3, $p : hazardPoints)",
        "sum($p)",
        "result.addSamples(((Number) $n).intValue());");
    rule(
        "sample.repeated",
        "groupby(Sample(verdict == 1, day >= $Y2, $c : category); $g : $c; $n : count())",
        "result.offerMost(((Number) $n).intValue());");
    rule(
        "sample.failed", "exists Sample(verdict == 1, day >= $Y2)", "result.setSampleFailed();");
    rule(
        "raise.samples",
        "accumulate(Sample(verdict == 1, day >= $YEAR); $n : count(); $n >= 2)",
        "result.offerRaise(1);");
    aggregate(
        "rapidTest",
        "RapidTest(verdict == 1, day >= $D90)",
        "count()",
        "result.addOthers(rapidTests($n));");
  }

  private void signals() {
    aggregate(
        "complaint.upheld",
        "Complaint(upheld == 1, day >= $Y1)",
        "count()",
        "result.addComplaints(upheld($n));");
    aggregate(
        "complaint.decay",
        "Complaint(upheld == 1, day >= $Y2, $p : points)",
        "sum($p)",
        "result.addComplaints(((Number) $n).intValue());");
    aggregate(
        "complaint.kinds",
        "Complaint(upheld == 1, day >= $D90, $c : category)",
        "collectSet($c)",
        "result.addComplaints(250 * $n.size());");
    aggregate(
        "complaint.lastYear",
        "Complaint(day >= $LASTYEAR, day < $YEAR)",
        "count()",
        "result.addComplaints(complaintsLastYear($n));");
    aggregate(
        "report.verified",
        "Report(verified == 1, day >= $Y1, $p : points)",
        "sum($p)",
        "result.addOthers(((Number) $n).intValue());");
    aggregate(
        "opinion.level",
        "Opinion(verified == 1, day >= $D90, $p : points)",
        "max($p)",
        "result.addOthers(((Number) $n).intValue());");
  }

  private void penalties() {
    rule(
        "penalty.offences",
        "groupby(Penalty(day >= $YEAR, $o : offence, $p : points); $g : $o; $n : max($p))",
        "result.addOffence(((Number) $n).intValue());");
    aggregate(
        "penalty.decay",
        "Penalty(day >= $Y3, $p : decayedPoints)",
        "sum($p)",
        "result.offerPenalty(((Number) $n).intValue());");
    aggregate(
        "penalty.heaviest",
        "Penalty(day >= $Y3, $p : points)",
        "max($p)",
        "result.offerPenalty(((Number) $n).intValue() * 12 / 10);");
    aggregate(
        "penalty.fines",
        "Penalty(day >= $Y2, fine >= 0, $f : longFine)",
        "sum($f)",
        "result.addPenalties(fines(((Number) $n).longValue()));");
    rule(
        "penalty.serious",
        "Registration($from : seriousFrom) accumulate(Penalty(serious == 1, day >= $from); $n : count())",
        "result.addPenalties(2500 * ((Number) $n).intValue());");
    rule("penalised", "exists Penalty(day >= $Y2)", "result.setPenalised();");
    rule("raise.penalised", "exists Penalty(day >= $YEAR, type >= 2)", "result.offerRaise(1);");
    rule(
        "direct.stopped",
        "exists Penalty(day >= $Y1, type >= 4)",
        "result.offerDirectGrade(2);");
  }

  private void rest() {
    aggregate(
        "rectification.late",
        "Rectification(day >= $Y1, late)",
        "count()",
        "result.addOthers(750 * ((Number) $n).intValue());");
    rule(
        "worse.unaccepted",
        "accumulate(Rectification(day >= $Y1, accepted == 0); $n : count(); $n >= 2)",
        "result.addSteps(1);");
    aggregate(
        "selfCheck.done",
        "SelfCheck(day >= $YEAR, late != 1)",
        "count()",
        "result.addOthers(selfChecks($n));");
    aggregate(
        "training.hours",
        "Training(day >= $Y1, passed == 1, $h : hours)",
        "sum($h)",
        "result.addOthers(training(((Number) $n).longValue()));");
    aggregate(
        "accident.level",
        "Accident($p : points)",
        "sum($p)",
        "result.addOthers(((Number) $n).intValue());");
    aggregate(
        "recall.ordered",
        "Recall(ordered == 1, day >= $Y2)",
        "count()",
        "result.addOthers(1500 * ((Number) $n).intValue());");
    rule(
        "certificate.inForce",
        "exists Certificate(type < 2, until < 0 || until >= $TODAY)",
        "result.addOthers(-1000);");
    rule(
        "direct.listed",
        "exists ListEntry(list == 0, until < 0 || until >= $TODAY)",
        "result.offerDirectGrade(3);");
    rule(
        "lower.commended",
        "exists Commendation(level < 2, day >= $Y2)",
        "result.setLowered();");
  }

  private void decisions() {
    text.append(
        """
        rule "raise.recalled" salience -1
          when exists Recall(ordered == 1, level == 0, day >= $YEAR)
          then result.addRaise(1); end
        rule "total" salience -2
          when $r : DroolsResult(!scored)
          then
            $r.addSamples(repeated($r.getMost()));
            modify($r) { add(28000, 8000, 6000, 12000, 35000) }
          end
        rule "grade.direct"
          when $r : DroolsResult(scored, directGrade >= 0)
          then $r.grade($r.getDirectGrade()); end
        rule "grade.A"
          when $r : DroolsResult(scored, directGrade < 0, !missing, score <= 30000)
          then $r.grade(0); end
        rule "grade.B"
          when $r : DroolsResult(scored, directGrade < 0, !missing, score > 30000, score <= 45000)
          then $r.grade(1); end
        rule "grade.C"
          when $r : DroolsResult(scored, directGrade < 0, !missing, score > 45000, score <= 60000)
          then $r.grade(2); end
        rule "grade.D"
          when $r : DroolsResult(scored, directGrade < 0, !missing, score > 60000)
          then $r.grade(3); end
        """);
  }
}
