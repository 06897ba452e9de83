package io.foodsafety.report.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.report.ColourClass;
import io.foodsafety.model.report.Legend;
import io.foodsafety.model.report.Symbol;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from a grade: the colour on the map, from the region's tables {@code
 * <policy>-grades} and {@code colours}, and how often to inspect, from the policy. Grades without a
 * colour get one by their rank.
 */
final class GradeStyle {

  /** The class of businesses without a grade. */
  static final String NONE = "none";

  private static final int MONTHS = 12;

  /** From the best to the worst; lightness and shape differ too. */
  private static final List<ColourClass> BY_RANK =
      List.of(
          ColourClass.of("best", "-", "#2f6fc4", Symbol.CIRCLE),
          ColourClass.of("good", "-", "#ffe14d", Symbol.SQUARE),
          ColourClass.of("poor", "-", "#f28a1c", Symbol.DIAMOND),
          ColourClass.of("worst", "-", "#a5001e", Symbol.TRIANGLE));

  private final Legend legend;
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, Integer> months = new HashMap<>();

  GradeStyle(RiskPolicy policy, LocalDate date, Optional<Region> region, ReportWords words) {
    GradeScale scale = policy.scale();
    Optional<PackTable> grades =
        region.flatMap(known -> known.table(policy.id() + "-grades", date));
    Optional<PackTable> colours = region.flatMap(known -> known.table("colours", date));
    List<ColourClass> all = new ArrayList<>();
    all.add(ColourClass.of(NONE, words.of("无等级", "No grade"), "#8a8f98", Symbol.CROSS));
    for (String label : scale.labels()) {
      Optional<PackTable.Row> row = grades.flatMap(table -> row(table, "grade", label));
      String text = row.flatMap(each -> each.text(words.isChinese() ? "zh" : "en")).orElse(label);
      Optional<PackTable.Row> colour =
          row.flatMap(each -> each.text("colour"))
              .flatMap(id -> colours.flatMap(table -> row(table, "colour", id)));
      ColourClass byRank = byRank(scale.grade(label), scale);
      ColourClass style =
          colour
              .map(
                  each ->
                      ColourClass.of(
                          each.cells().getOrDefault("colour", byRank.id()),
                          text,
                          each.text("hex").orElse(byRank.colour()),
                          each.text("symbol").map(GradeStyle::symbol).orElse(byRank.symbol())))
              .orElse(ColourClass.of(byRank.id(), text, byRank.colour(), byRank.symbol()));
      boolean isTaken = all.stream().anyMatch(each -> each.id().equals(style.id()));
      ColourClass own =
          isTaken
              ? ColourClass.of(
                  "grade" + scale.grade(label).rank(), text, style.colour(), style.symbol())
              : style;
      all.add(own);
      classes.put(label, own.id());
      policy
          .inspections(scale.grade(label))
          .map(RiskPolicy.Inspections::min)
          .filter(times -> times.signum() > 0)
          .ifPresent(times -> months.put(label, interval(times)));
    }
    this.legend = new Legend(all);
  }

  private static Optional<PackTable.Row> row(PackTable table, String column, String value) {
    return table.rows().stream().filter(row -> value.equals(row.cells().get(column))).findFirst();
  }

  private static Symbol symbol(String code) {
    return Symbol.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static ColourClass byRank(Grade grade, GradeScale scale) {
    int last = Math.max(1, scale.labels().size() - 1);
    int first = scale.grade(scale.labels().get(0)).rank();
    return BY_RANK.get(
        Math.min(BY_RANK.size() - 1, (grade.rank() - first) * (BY_RANK.size() - 1) / last));
  }

  private static int interval(BigDecimal timesPerYear) {
    return BigDecimal.valueOf(MONTHS)
        .divide(timesPerYear, 0, RoundingMode.DOWN)
        .max(BigDecimal.ONE)
        .intValueExact();
  }

  Legend legend() {
    return legend;
  }

  /** The colour class of a grade, or of none. */
  String colourClass(Optional<Grade> grade) {
    return grade.map(each -> classes.getOrDefault(each.label(), NONE)).orElse(NONE);
  }

  /** The months from an inspection to the next, if the policy says how often to inspect. */
  Optional<Integer> months(Grade grade) {
    return Optional.ofNullable(months.get(grade.label()));
  }
}
