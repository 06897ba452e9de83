package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.BenchmarkPolicy;
import io.foodsafety.benchmarks.rules.Vocabulary;
import io.foodsafety.benchmarks.rules.Windows;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts that set the features of a business from its variables (see {@link FactMaps}), each kind
 * of fact in one loop. They are written in what Aviator and QLExpress have in common: no compound
 * assignments, and no division, which makes a decimal in QLExpress; only the head of a loop differs,
 * and the number 1 in 64 bits. What is kept for each word of a vocabulary stands in a field of bits
 * of one number. In Aviator a loop that continues early takes about as long as a filter before the
 * loop, and less than a loop without branches or a {@code reduce} for each feature.
 */
final class FactScripts {

  private static final int TENTH = 100;
  private static final int HUNDREDTH = 10;

  private final PolicyTables tables = PolicyTables.read();
  private final List<String> scripts = new ArrayList<>();
  private final String loop;
  private final String one;

  private FactScripts(String loop, String one) {
    this.loop = loop;
    this.one = one;
  }

  /**
   * All scripts; none needs another.
   *
   * @param loop the head of a loop that calls each element of a list {@code f}; the list is {@code
   *     %s}
   * @param one the number 1 in 64 bits
   */
  static List<String> in(String loop, String one) {
    FactScripts all = new FactScripts(loop, one);
    all.attributes();
    all.checks();
    all.tests();
    all.complaints();
    all.signals();
    all.penalties();
    all.events();
    all.papers();
    return all.scripts;
  }

  private void attributes() {
    StringBuilder text =
        new StringBuilder(
            """
            vulnerable = consumers >= 0 && (consumers & 7) != 0 ? 1 : 0;
            daysOpen = openedOn < 0 ? -1 : $TODAY - openedOn;
            """);
    for (int i = 0; i < Vocabulary.CATEGORIES.size(); i++) {
      text.append("category%1$d = segment == 0 ? (categories >> %1$d) & 1 : 0;\n".formatted(i));
    }
    scripts.add(complete(text.toString()));
  }

  private void each(String kind, String before, String body) {
    String head = loop.formatted(FactMaps.listOf(kind));
    scripts.add(complete(before + head + " {\n" + body + "}\n"));
  }

  private String complete(String text) {
    return text.replace("$decay", decay())
        .replace("$Y1", "" + Windows.YEAR_1)
        .replace("$Y2", "" + Windows.YEARS_2)
        .replace("$Y3", "" + Windows.YEARS_3)
        .replace("$D90", "" + Windows.DAYS_90)
        .replace("$LASTYEAR", "" + Windows.LAST_YEAR)
        .replace("$YEAR", "" + Windows.THIS_YEAR)
        .replace("$TODAY", "" + BenchmarkPolicy.TODAY)
        .replace("$one", one);
  }

  /** Tenths that are left after {@code age} days; times hundredths they are thousandths. */
  private String decay() {
    List<Range> tenths =
        tables.ranges("decay", 1).stream()
            .map(range -> new Range(range.upTo(), range.points() / TENTH))
            .toList();
    return PolicyTables.ofRanges(Language.JAVA, tenths, "age");
  }

  private String hundredths(String table, List<String> vocabulary, String variable) {
    List<Integer> hundredths =
        tables.words(table, vocabulary).stream().map(points -> points / HUNDREDTH).toList();
    return PolicyTables.ofWords(Language.JAVA, hundredths, variable);
  }

  private String points(String table, List<String> vocabulary, String variable) {
    return tables.ofWords(Language.JAVA, table, vocabulary, variable);
  }

  private void checks() {
    each(
        "inspection",
        """
        failedItems = -1; daysSinceInspection = -1; lowestScore = 101;
        keyItems = 0; obstructedThisYear = 0; inspections = 0;
        """,
        """
        daysSinceInspection = $TODAY - f.day;
        if (f.day < $Y2) { continue; }
        inspections = inspections + 1;
        failedItems = f.type < 2 ? f.itemsFailed : failedItems;
        if (f.day < $Y1) { continue; }
        keyItems = keyItems + f.keyItemsFailed;
        lowestScore = f.score >= 0 && f.score < lowestScore ? f.score : lowestScore;
        obstructedThisYear = obstructedThisYear + (f.obstructed == 1 && f.day >= $YEAR ? 1 : 0);
        """);
    each(
        "self-check",
        "selfChecks = 0;",
        "selfChecks = f.day >= $YEAR && f.late != 1 ? selfChecks + 1 : selfChecks;");
    each(
        "rectification",
        "rectificationsLate = 0; rectificationsUnaccepted = 0;",
        """
        if (f.day < $Y1) { continue; }
        done = f.completedOn < 0 ? $TODAY : f.completedOn;
        rectificationsLate = rectificationsLate + (done > f.deadline ? 1 : 0);
        rectificationsUnaccepted = rectificationsUnaccepted + (f.accepted == 0 ? 1 : 0);
        """);
  }

  private void tests() {
    each(
        "sample",
        """
        sampleHazard = 0; sampleLevel = 0; samplesFailed = 0; samplesFailedThisYear = 0;
        mostOfOneFood = 0; byFood = 0;
        """,
        """
        if (f.verdict != 1 || f.day < $Y3) { continue; }
        age = $TODAY - f.day;
        sampleHazard = sampleHazard + $hazard * $decay;
        if (f.day < $Y2) { continue; }
        sampleLevel = sampleLevel + $level;
        place = 6 * f.category;
        byFood = byFood + ($one << place);
        number = (byFood >> place) & 63;
        mostOfOneFood = number > mostOfOneFood ? number : mostOfOneFood;
        samplesFailed = samplesFailed + 1;
        samplesFailedThisYear = samplesFailedThisYear + (f.day >= $YEAR ? 1 : 0);
        """
            .replace("$hazard", hundredths("hazard", Vocabulary.HAZARDS, "f.hazard"))
            .replace("$level", points("sampleLevel", Vocabulary.LEVELS, "f.level")));
    each(
        "rapid-test",
        "rapidTestsFailed = 0;",
        """
        if (f.day < $D90 || f.verdict != 1) { continue; }
        rapidTestsFailed = rapidTestsFailed + 1;
        """);
  }

  private void complaints() {
    each(
        "complaint",
        """
        complaintsLastYear = 0; complaintsDecayed = 0; complaintsUpheld = 0;
        complaintKinds = 0; kinds = 0;
        """,
        """
        if (f.day < $Y2) { continue; }
        complaintsLastYear = complaintsLastYear + (f.day >= $LASTYEAR && f.day < $YEAR ? 1 : 0);
        if (f.upheld != 1) { continue; }
        age = $TODAY - f.day;
        complaintsDecayed = complaintsDecayed + $points * $decay;
        if (f.day < $Y1) { continue; }
        complaintsUpheld = complaintsUpheld + 1;
        if (f.day < $D90) { continue; }
        kind = 1 << f.category;
        complaintKinds = complaintKinds + ((kinds & kind) == 0 ? 1 : 0);
        kinds = kinds | kind;
        """
            .replace("$points", hundredths("complaint", Vocabulary.COMPLAINTS, "f.category")));
  }

  private void signals() {
    each(
        "report",
        "reports = 0;",
        """
        if (f.verified != 1 || f.day < $Y1) { continue; }
        reports = reports + (f.insider == 1 ? 2000 : 1000);
        """);
    each(
        "opinion",
        "opinion = 0;",
        """
        if (f.verified != 1 || f.day < $D90) { continue; }
        points = $points;
        opinion = points > opinion ? points : opinion;
        """
            .replace("$points", points("opinionLevel", Vocabulary.OPINIONS, "f.level")));
  }

  private void penalties() {
    each(
        "penalty",
        """
        penaltiesDecayed = 0; heaviestPenalty = 0; fines = 0; serious = 0; penalties = 0;
        penalisedThisYear = 0; stopped = 0; offences = 0; byOffence = 0;
        seriousFrom = licenceIssuedOn < 0 ? $Y3 : licenceIssuedOn;
        """,
        """
        serious = f.serious == 1 && f.day >= seriousFrom ? serious + 1 : serious;
        if (f.day < $Y3) { continue; }
        age = $TODAY - f.day;
        hundredths = $hundredths;
        penaltiesDecayed = penaltiesDecayed + hundredths * $decay;
        points = hundredths * 10;
        heaviestPenalty = points > heaviestPenalty ? points : heaviestPenalty;
        if (f.day < $Y2) { continue; }
        penalties = penalties + 1;
        fines = f.fine > 0 ? fines + f.fine : fines;
        stopped = f.type >= 4 && f.day >= $Y1 ? stopped + 1 : stopped;
        if (f.day < $YEAR) { continue; }
        penalisedThisYear = f.type >= 2 ? penalisedThisYear + 1 : penalisedThisYear;
        place = 3 * f.offence;
        before = (byOffence >> place) & 7;
        counted = before == 0 ? 0 : $counted;
        if (points <= counted) { continue; }
        offences = offences + points - counted;
        byOffence = byOffence + ((f.type + 1 - before) << place);
        """
            .replace("$hundredths", hundredths("penalty", Vocabulary.PENALTIES, "f.type"))
            .replace("$counted", points("penalty", Vocabulary.PENALTIES, "before - 1")));
  }

  private void events() {
    each(
        "accident",
        "accidents = 0;",
        "age = $TODAY - f.day; accidents = accidents + $points * $decay;"
            .replace("$points", hundredths("accident", Vocabulary.ACCIDENTS, "f.level")));
    each(
        "recall",
        "recalls = 0; recallsOfFirstLevelThisYear = 0;",
        """
        if (f.ordered != 1 || f.day < $Y2) { continue; }
        recalls = recalls + 1;
        first = f.level == 0 && f.day >= $YEAR ? 1 : 0;
        recallsOfFirstLevelThisYear = recallsOfFirstLevelThisYear + first;
        """);
    each(
        "list-entry",
        "listed = 0;",
        "listed = f.list == 0 && (f.until < 0 || f.until >= $TODAY) ? listed + 1 : listed;");
  }

  private void papers() {
    each(
        "training",
        "trainingHours = 0;",
        """
        trainingHours = f.day >= $Y1 && f.passed == 1 ? trainingHours + f.hours : trainingHours;
        """);
    each(
        "certificate",
        "certificates = 0;",
        """
        inForce = f.type < 2 && (f.until < 0 || f.until >= $TODAY);
        certificates = inForce ? certificates + 1 : certificates;
        """);
    each(
        "commendation",
        "commendations = 0;",
        "commendations = f.day >= $Y2 && f.level < 2 ? commendations + 1 : commendations;");
  }
}
