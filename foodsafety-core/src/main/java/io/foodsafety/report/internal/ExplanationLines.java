package io.foodsafety.report.internal;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.report.GradeExplanation.Line;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.RuleIssues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of an assessment in words, with the facts that they rest on. */
final class ExplanationLines {

  private static final int MOST_COSTLY = 3;

  private static final Set<AssessmentLine.Section> SCORING =
      Set.of(
          AssessmentLine.Section.STATIC,
          AssessmentLine.Section.DYNAMIC,
          AssessmentLine.Section.CAP);

  private final GradeOutlook outlook;
  private final ReportWords words;
  private final LineWords text;
  private final BasisText basis;
  private final Map<String, GradeOutlook.Influence> facts = new LinkedHashMap<>();
  private final Set<String> ofNextGrade;

  ExplanationLines(GradeOutlook outlook, ReportWords words) {
    this.outlook = outlook;
    this.words = words;
    this.text = new LineWords(words);
    this.basis = new BasisText(words);
    outlook.facts().forEach(each -> facts.put(each.fact().id(), each));
    this.ofNextGrade =
        outlook.now().policy().adjustments().stream()
            .filter(each -> each.affects() == RiskPolicy.Affects.NEXT_GRADE)
            .map(RiskPolicy.Adjustment::item)
            .collect(Collectors.toSet());
  }

  /** What has points, in the order of the policy; then, in one line, what has none. */
  List<Line> ofPoints() {
    List<Line> scored = new ArrayList<>();
    List<String> nothing = new ArrayList<>();
    for (AssessmentLine line : outlook.now().lines()) {
      if (!SCORING.contains(line.section()) || line.points().isEmpty()) {
        continue;
      }
      if (line.points().get().signum() != 0) {
        String points = signed(line.points().get()) + words.of(" 分  ", "  ");
        scored.add(new Line(points + named(line), details(line)));
      } else if (line.section() != AssessmentLine.Section.CAP) {
        nothing.add(named(line));
      }
    }
    if (!nothing.isEmpty()) {
      scored.add(
          new Line(
              words.of("0 分  ", "0  ") + String.join(words.of("；", "; "), nothing), List.of()));
    }
    return scored;
  }

  /** What bounds, gives or moves the grade, or forbids one. */
  List<Line> ofEffects() {
    List<Line> effects = new ArrayList<>();
    for (AssessmentLine line : outlook.now().lines()) {
      if (ExplanationWriter.hasEffect(line)) {
        String effect = text.effect(line);
        String what =
            ofNextGrade.contains(line.item()) ? words.of("下期：", "next period: ") + effect : effect;
        effects.add(
            new Line(words.name("item", line.item()) + words.of("：", ": ") + what, details(line)));
      }
    }
    return effects;
  }

  /** What is not known, and what can be done. */
  List<Line> ofMissing() {
    List<Line> missing = new ArrayList<>();
    List<String> byAuthority = new ArrayList<>();
    for (AssessmentLine line : outlook.now().lines()) {
      if (line.state() != AssessmentLine.State.MISSING) {
        continue;
      }
      String name = words.name("item", line.item());
      Optional<Issue> reason = line.reason();
      if (reason.filter(each -> each.type().equals(RuleIssues.TABLE_NOT_LOADED)).isPresent()) {
        byAuthority.add(name);
      } else {
        missing.add(
            new Line(
                name + words.of("：", ": ") + reason.map(words::plainMessage).orElse(""),
                reason.map(each -> each.remedy(words.locale())).stream().toList()));
      }
    }
    if (!byAuthority.isEmpty()) {
      missing.add(
          new Line(
              words.of(
                  "以下各项的分值尚未公布或载入，由监管部门补齐，企业无需处理：",
                  "The points of these are not published or not loaded; the authority has to supply them, the business need do nothing:"),
              byAuthority));
    }
    return missing;
  }

  /**
   * The lines that rest on facts and cost most, with the day on which each fact no longer counts.
   */
  List<Line> costly() {
    boolean isLowerBetter = outlook.now().policy().scale().better() == GradeScale.Better.LOWER;
    return outlook.now().lines().stream()
        .filter(line -> line.points().isPresent() && !decisive(line).isEmpty())
        .filter(line -> line.points().get().signum() == (isLowerBetter ? 1 : -1))
        .sorted(Comparator.comparing((AssessmentLine line) -> line.points().get().abs()).reversed())
        .limit(MOST_COSTLY)
        .map(
            line ->
                new Line(
                    words
                        .of("%s（%s 分）取决于：", "%s (%s points) depends on:")
                        .formatted(words.name("item", line.item()), signed(line.points().get())),
                    decisive(line).stream().map(this::lasting).toList()))
        .toList();
  }

  /** The facts of a line without which the result would be another, the latest first. */
  private List<GradeOutlook.Influence> decisive(AssessmentLine line) {
    List<GradeOutlook.Influence> decisive = new ArrayList<>();
    for (GradeOutlook.Influence each : outlook.facts()) {
      if (line.evidence().contains(each.fact().id()) && changes(each.without())) {
        decisive.add(0, each);
      }
    }
    return decisive;
  }

  private boolean changes(RiskAssessment without) {
    RiskAssessment now = outlook.now();
    return !GradeOutcome.of(without).equals(GradeOutcome.of(now))
        || !without.score().equals(now.score())
        || !without.nextGrade().equals(now.nextGrade());
  }

  /** A fact, and until when it counts. */
  private String lasting(GradeOutlook.Influence each) {
    return fact(each.fact())
        + each.gone()
            .map(day -> words.of("；自 %s 起不再计入", "; no longer counts from %s on").formatted(day))
            .orElse("");
  }

  private String named(AssessmentLine line) {
    String value = line.value().map(text::value).orElse("");
    String name = words.name("item", line.item());
    return value.isEmpty() ? name : name + words.of("：", ": ") + value;
  }

  private List<String> details(AssessmentLine line) {
    List<String> details = new ArrayList<>();
    List<GradeOutlook.Influence> decisive = decisive(line);
    for (GradeOutlook.Influence each : decisive) {
      details.add(words.of("依据事实：", "rests on: ") + fact(each.fact()));
    }
    int others = line.evidence().size() - decisive.size();
    if (others > 0) {
      details.add(
          words
              .of(
                  "另看了 %d 条事实，缺其一不影响结果",
                  "%d other facts were looked at; without any one of them the result is the same")
              .formatted(others));
    }
    details.add(words.of("规定：", "rule: ") + basis.of(line.basis()));
    return details;
  }

  /** A fact by its id: its day, its kind and what the kind needs to be told apart. */
  String fact(String id) {
    return Optional.ofNullable(facts.get(id)).map(each -> fact(each.fact())).orElse(id);
  }

  /** A fact: its day and its kind. */
  String fact(Fact fact) {
    return "%s %s (%s)"
        .formatted(
            fact.at().dateIn(outlook.now().policy().zone()),
            words.name("kind", fact.kind()),
            fact.id());
  }

  static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String signed(BigDecimal number) {
    return number.signum() > 0 ? "+" + number(number) : number(number);
  }
}
