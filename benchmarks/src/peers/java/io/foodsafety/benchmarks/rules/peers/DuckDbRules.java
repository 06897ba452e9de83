package io.foodsafety.benchmarks.rules.peers;

import static io.foodsafety.benchmarks.rules.BenchmarkPolicy.TODAY;

import io.foodsafety.benchmarks.rules.Vocabulary;
import io.foodsafety.benchmarks.rules.Windows;
import io.foodsafety.benchmarks.rules.peers.PolicyTables.Language;
import java.util.List;

/** The policy as one statement of SQL; its parameters are the first and the last business. */
final class DuckDbRules {

  private static final int TENTHS = 10;
  private static final int HUNDREDTHS = 100;

  private final PolicyTables tables = PolicyTables.read();

  String statement() {
    String parts =
        """
        inspections as (
          select business,
            max(day) last_on,
            count(*) filter (day >= $y2) inspected,
            arg_max(itemsFailed, row) filter (day >= $y2 and type < 2) failed,
            sum(keyItemsFailed) filter (day >= $y1) key_items,
            min(score) filter (day >= $y1) lowest,
            count(*) filter (obstructed = 1 and day >= $year) obstructed
          from inspection where $own group by business),
        failed_samples as (
          select business, day, level, category, hazard from sample
          where $own and verdict = 1 and day >= $y3),
        samples as (
          select business,
            sum($hazard * $decay // 10) hazards,
            sum($level) filter (day >= $y2) levels,
            count(*) filter (day >= $y2) failed,
            count(*) filter (day >= $year) this_year
          from failed_samples group by business),
        repeated as (
          select business, max(number) most from (
            select business, category, count(*) number from failed_samples
            where day >= $y2 group by business, category)
          group by business),
        rapid as (
          select business, count(*) failed from "rapid-test"
          where $own and verdict = 1 and day >= $d90 group by business),
        complaints as (
          select business,
            count(*) filter (day >= $lastYear and day < $year) last_year,
            sum($complaint * $decay // 10) filter (upheld = 1) decayed,
            count(*) filter (upheld = 1 and day >= $y1) upheld,
            count(distinct category) filter (upheld = 1 and day >= $d90) kinds
          from complaint where $own and day >= $y2 group by business),
        reports as (
          select business, sum(case when insider = 1 then 2000 else 1000 end) points
          from report where $own and verified = 1 and day >= $y1 group by business),
        opinions as (
          select business, max($opinion) points
          from opinion where $own and verified = 1 and day >= $d90 group by business),
        penalties as (
          select business,
            sum($penalty * $decay // 10) filter (day >= $y3) decayed,
            max($penalty) filter (day >= $y3) heaviest,
            sum(fine) filter (day >= $y2) fines,
            count(*) filter (day >= $y2) penalties,
            count(*) filter (serious = 1 and day >= licence) serious,
            count(*) filter (type >= 2 and day >= $year) penalised,
            count(*) filter (type >= 4 and day >= $y1) stopped
          from penalty join (
            select business, coalesce("$licenceIssuedOn", $y3) licence from business where $own)
            using (business)
          where $own group by business),
        offences as (
          select business, sum(points) points from (
            select business, offence, max($penalty) points from penalty
            where $own and day >= $year group by business, offence)
          group by business),
        rectifications as (
          select business,
            count(*) filter (coalesce(completedOn, $today) > deadline) late,
            count(*) filter (accepted = 0) unaccepted
          from rectification where $own and day >= $y1 group by business),
        checks as (
          select business, count(*) filter (coalesce(late, 0) = 0) done
          from "self-check" where $own and day >= $year group by business),
        trainings as (
          select business, sum(hours) total_hours
          from training where $own and passed = 1 and day >= $y1 group by business),
        accidents as (
          select business, sum($accident * $decay // 10) points
          from accident where $own group by business),
        recalls as (
          select business, count(*) ordered, count(*) filter (level = 0 and day >= $year) of_first
          from recall where $own and ordered = 1 and day >= $y2 group by business),
        certificates as (
          select business, count(*) number from certificate
          where $own and type < 2 and coalesce("$until", $today) >= $today group by business),
        lists as (
          select business, count(*) number from "list-entry"
          where $own and list = 0 and coalesce("$until", $today) >= $today group by business),
        commendations as (
          select business, count(*) number from commendation
          where $own and level < 2 and day >= $y2 group by business),
        """
            .replace("$own", "business between ? and ?");
    return "with "
        + withTables(parts)
        + lines()
        + decisions();
  }

  private String withTables(String parts) {
    return parts
        .replace("$hazard", ofWords("hazard", Vocabulary.HAZARDS, "hazard"))
        .replace("$level", ofWords("sampleLevel", Vocabulary.LEVELS, "level"))
        .replace("$complaint", ofWords("complaint", Vocabulary.COMPLAINTS, "category"))
        .replace("$opinion", ofWords("opinionLevel", Vocabulary.OPINIONS, "level"))
        .replace("$penalty", ofWords("penalty", Vocabulary.PENALTIES, "type"))
        .replace("$accident", ofWords("accident", Vocabulary.ACCIDENTS, "level"))
        .replace("$decay", "(" + tenths("(" + TODAY + " - day)") + ")")
        .replace("$y1", "" + Windows.YEAR_1)
        .replace("$y2", "" + Windows.YEARS_2)
        .replace("$y3", "" + Windows.YEARS_3)
        .replace("$d90", "" + Windows.DAYS_90)
        .replace("$lastYear", "" + Windows.LAST_YEAR)
        .replace("$year", "" + Windows.THIS_YEAR)
        .replace("$today", "" + TODAY);
  }

  private String lines() {
    return """
        lines as (
          select business,
            $staff + case when consumers & 7 <> 0 then 2500 else 0 end + $open
            + case "$segment"
                when 0 then $categories + $scale
                else $area + $suppliers
                  + case "$segment"
                      when 1 then $ambient + $chilled + $frozen + $bulk + $chilledBulk
                      else $cold + case when "$format" < 3 then $diners else $seats end end end fixed,
            coalesce($failedItems, 4000) + 750 * coalesce(key_items, 0)
            + case when last_on is null then 5000 else $age end + coalesce($lowest, 0)
            + least(8000, coalesce(levels, 0) + coalesce(hazards, 0) + $repeated)
            + $rapid
            + least(6000, $upheld + coalesce(c.decayed, 0) + 250 * coalesce(kinds, 0) + $lastYear)
            + coalesce(reports.points, 0) + coalesce(opinions.points, 0)
            + least(12000, greatest(coalesce(offences.points, 0), coalesce(p.decayed, 0),
                coalesce(heaviest, 0) * 12 // 10) + $fines + 2500 * coalesce(serious, 0))
            + 750 * coalesce(late, 0) + $done + $hours + coalesce(accidents.points, 0)
            + 1500 * coalesce(recalls.ordered, 0)
            - case when certificates.number >= 1 then 1000 else 0 end dynamic,
            coalesce(lists.number, 0) listed,
            coalesce(stopped, 0) stopped,
            coalesce(unaccepted, 0) unaccepted,
            case when i.obstructed >= 1 then 2
              when penalised >= 1 or samples.this_year >= 2 then 1 else 0 end
            + case when of_first >= 1 then 1 else 0 end
            - case when coalesce(penalties, 0) = 0 and coalesce(samples.failed, 0) = 0
                and inspected >= 1 or commendations.number >= 1 then 1 else 0 end steps
          from business
            left join inspections i using (business)
            left join samples using (business)
            left join repeated using (business)
            left join rapid using (business)
            left join complaints c using (business)
            left join reports using (business)
            left join opinions using (business)
            left join penalties p using (business)
            left join offences using (business)
            left join rectifications using (business)
            left join checks using (business)
            left join trainings using (business)
            left join accidents using (business)
            left join recalls using (business)
            left join certificates using (business)
            left join lists using (business)
            left join commendations using (business)
          where business between ? and ?),
        """
        .replace("$staff", "coalesce(" + known("staff", 1, "staff") + ", 1000)")
        .replace(
            "$open", "coalesce(" + known("yearsOpen", 1, "(" + TODAY + " - openedOn)") + ", 1500)")
        .replace("$categories", categories())
        .replace(
            "$scale",
            "case when scale is null then null else "
                + ofWords("scale", Vocabulary.SCALES, "scale")
                + " end")
        .replace("$area", ofRanges("area", TENTHS, "areaM2"))
        .replace("$suppliers", ofRanges("suppliers", 1, "suppliers"))
        .replace("$ambient", ofRanges("ambientPackaged", 1, "itemsAmbientPackaged"))
        .replace("$chilledBulk", ofRanges("chilledBulk", 1, "itemsChilledBulk"))
        .replace("$chilled", ofRanges("chilledPackaged", 1, "itemsChilledPackaged"))
        .replace("$frozen", ofRanges("frozenPackaged", 1, "itemsFrozenPackaged"))
        .replace("$bulk", ofRanges("ambientBulk", 1, "itemsAmbientBulk"))
        .replace("$cold", ofRanges("coldDishes", 1, "itemsColdDishes"))
        .replace("$diners", ofRanges("diners", 1, "diners"))
        .replace("$seats", ofRanges("seats", 1, "seats"))
        .replace("$failedItems", known("failedItems", 1, "i.failed"))
        .replace("$age", ofRanges("inspectionAge", 1, "(" + TODAY + " - last_on)"))
        .replace("$lowest", known("lowestScore", 1, "lowest"))
        .replace("$repeated", ofRanges("repeated", 1, "coalesce(most, 0)"))
        .replace("$rapid", ofRanges("rapidTests", 1, "coalesce(rapid.failed, 0)"))
        .replace("$upheld", ofRanges("upheld", 1, "coalesce(c.upheld, 0)"))
        .replace("$lastYear", ofRanges("complaintsLastYear", 1, "coalesce(last_year, 0)"))
        .replace("$fines", ofRanges("fines", HUNDREDTHS, "coalesce(fines, 0)"))
        .replace("$done", ofRanges("selfChecks", 1, "coalesce(done, 0)"))
        .replace("$hours", ofRanges("training", TENTHS, "coalesce(total_hours, 0)"));
  }

  private static String decisions() {
    return """
        scores as (
          select *,
            case when fixed is not null
              then least(28000, fixed) + greatest(0, least(35000, dynamic)) end score
          from lines),
        graded as (
          select *,
            case when listed >= 1 then 3 when stopped >= 1 then 2 when score is null then null
              when score <= 30000 then 0 when score <= 45000 then 1 when score <= 60000 then 2
              else 3 end first_grade
          from scores),
        adjusted as (
          select *, least(3, first_grade + case when unaccepted >= 2 then 1 else 0 end) grade
          from graded)
        select business, cast(coalesce(score, -1) as integer),
          cast(case when first_grade is null then -1 else grade end as integer),
          cast(case when first_grade is null then -1 else greatest(0, least(3, grade + steps)) end
            as integer)
        from adjusted
        """;
  }

  private String ofRanges(String table, int unit, String column) {
    return "(" + tables.ofRanges(Language.SQL, table, unit, column) + ")";
  }

  /** Null if the column is. */
  private String known(String table, int unit, String column) {
    return "(case when %s is null then null else %s end)"
        .formatted(column, ofRanges(table, unit, column));
  }

  private String ofWords(String table, List<String> vocabulary, String column) {
    return "(" + tables.ofWords(Language.SQL, table, vocabulary, column) + ")";
  }

  /** The share that is left after so many days. */
  private String tenths(String age) {
    StringBuilder text = new StringBuilder("case");
    for (PolicyTables.Range range : tables.ranges("decay", 1)) {
      range
          .upTo()
          .ifPresent(
              last ->
                  text.append(" when %s <= %d then %d".formatted(age, last, range.points() / 100)));
    }
    return text.append(" else 0 end").toString();
  }

  /** Of the words of a set the one with the most points. */
  private String categories() {
    StringBuilder text = new StringBuilder("greatest(0");
    List<Integer> points = tables.words("category", Vocabulary.CATEGORIES);
    for (int code = 0; code < points.size(); code++) {
      text.append(
          ", case when foodCategories & %d <> 0 then %d else 0 end"
              .formatted(1 << code, points.get(code)));
    }
    return text.append(')').toString();
  }
}
