package io.foodsafety.report.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.region.Region;
import io.foodsafety.report.GradeExplanation;
import io.foodsafety.report.GradeExplanation.Line;
import io.foodsafety.report.GradeExplanation.Section;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Bands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a grade into words for the business that got it. */
public final class ExplanationWriter {

  private static final int MOST_CHANGES = 5;

  private final GradeOutlook outlook;
  private final RiskAssessment now;
  private final RiskPolicy policy;
  private final String name;
  private final ReportWords words;
  private final GradeWords grades;
  private final ExplanationLines lines;

  /** A writer for one business. */
  public ExplanationWriter(
      GradeOutlook outlook, String name, Optional<Region> region, Locale locale) {
    this.outlook = outlook;
    this.now = outlook.now();
    this.policy = now.policy();
    this.name = name;
    this.words = new ReportWords(region, policy.texts(), locale);
    this.grades = new GradeWords(policy, words);
    this.lines = new ExplanationLines(outlook, words);
  }

  /** The explanation. */
  public GradeExplanation write() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(words.of("结果", "The result"), result()));
    add(sections, words.of("分数的由来", "How the score came about"), lines.ofPoints());
    add(sections, words.of("另行影响等级的规定", "What else counts for the grade"), lines.ofEffects());
    add(sections, words.of("尚不清楚的事项", "What is not known"), lines.ofMissing());
    add(sections, words.of("怎样会更好", "What would make it better"), better());
    sections.add(new Section(words.of("今后", "What comes"), future()));
    return new GradeExplanation("%s (%s)".formatted(name, now.subject()), sections);
  }

  private static void add(List<Section> sections, String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(title, lines));
    }
  }

  private List<Line> result() {
    List<Line> result = new ArrayList<>();
    String day = now.asOf().moment().toString();
    result.add(
        line(
            now.grade().isPresent()
                ? words
                    .of("截至 %s：%s。", "On %s: %s.")
                    .formatted(day, grades.grade(now.grade().get()))
                : words
                    .of("截至 %s 没有等级：%s", "On %s there is no grade: %s")
                    .formatted(day, whyNone(now))));
    now.score().ifPresent(score -> result.add(line(grades.score(score))));
    now.grade()
        .flatMap(policy::inspections)
        .ifPresent(each -> result.add(line(grades.inspections(each))));
    now.nextGrade()
        .ifPresent(
            next ->
                result.add(
                    line(
                        words
                            .of(
                                "下期等级按目前情况为：%s。",
                                "As things stand the grade of the next period is: %s.")
                            .formatted(grades.grade(next)))));
    result.add(
        line(
            words
                .of("依据：%s（%s，版本 %s）。", "By: %s (%s, version %s).")
                .formatted(grades.title(), policy.id(), policy.version())));
    return result;
  }

  /** Why there is no grade; what is not known is listed elsewhere. */
  private String whyNone(RiskAssessment assessment) {
    long missing =
        assessment.lines().stream()
            .filter(line -> line.state() == AssessmentLine.State.MISSING)
            .count();
    boolean isIncomplete =
        assessment
            .reason()
            .filter(reason -> reason.type().equals(PolicyIssues.INCOMPLETE))
            .isPresent();
    return isIncomplete && assessment.equals(now)
        ? words.of("有 %d 项尚不清楚，见下文。", "%d things are not known, see below.").formatted(missing)
        : assessment.reason().map(words::plainMessage).orElse("");
  }

  private List<Line> better() {
    List<Line> better = new ArrayList<>();
    boolean isBest =
        now.grade().map(each -> each.label().equals(policy.scale().labels().get(0))).orElse(false);
    if (isBest) {
      return better;
    }
    nextBand().ifPresent(better::add);
    for (GradeOutlook.Influence each : outlook.facts()) {
      if (GradeOutcome.of(now).directionTo(GradeOutcome.of(each.without()))
          == GradeOutcome.Direction.BETTER) {
        better.add(
            line(
                words
                    .of(
                        "若该事实被依法撤销，等级为 %s：%s",
                        "Were this fact withdrawn, the grade would be %s: %s")
                    .formatted(
                        each.without().grade().map(Grade::label).orElse(""),
                        lines.fact(each.fact()))));
      }
    }
    lines.costly().forEach(better::add);
    return better;
  }

  /** How far it is to the next better band. */
  private Optional<Line> nextBand() {
    if (now.score().isEmpty() || now.grade().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal score = now.score().get();
    boolean lower = policy.scale().better() == GradeScale.Better.LOWER;
    List<Bands.Band<Grade>> ascending = policy.bands().bands();
    for (int i = 0; i < ascending.size(); i++) {
      int next = lower ? i - 1 : i + 1;
      if (ascending.get(i).interval().contains(score) && next >= 0 && next < ascending.size()) {
        Bands.Band<Grade> band = ascending.get(next);
        return Optional.of(
            line(
                words
                    .of("得分 %s 时为 %s 级；现为 %s。", "At a score %s it would be %s; now it is %s.")
                    .formatted(
                        band.interval().text(words.locale()),
                        band.result().label(),
                        ExplanationLines.number(score))));
      }
    }
    return Optional.empty();
  }

  private List<Line> future() {
    List<GradeOutlook.Change> changes = outlook.gradeChanges();
    if (changes.isEmpty()) {
      return List.of(
          line(
              words
                  .of("若无新情况，至 %s 不变。", "If nothing new happens, it stays so to %s.")
                  .formatted(outlook.until())));
    }
    List<Line> future = new ArrayList<>();
    for (GradeOutlook.Change each : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      future.add(
          new Line(
              words
                  .of("若无新情况，自 %s 起：%s。", "If nothing new happens, from %s on: %s.")
                  .formatted(each.day(), outcome(each.assessment())),
              each.left().stream()
                  .map(id -> words.of("不再计入：", "No longer counts: ") + lines.fact(id))
                  .toList()));
    }
    return future;
  }

  private String outcome(RiskAssessment assessment) {
    return assessment
        .grade()
        .map(grades::grade)
        .orElseGet(
            () -> words.of("没有等级（%s）", "no grade (%s)").formatted(bare(whyNone(assessment))));
  }

  /** Without the point at the end. */
  private static String bare(String sentence) {
    return sentence.replaceFirst("[.。]$", "");
  }

  private static Line line(String text) {
    return new Line(text, List.of());
  }

  /** Whether a line moves or bounds the grade. */
  static boolean hasEffect(AssessmentLine line) {
    return line.effect()
        .map(effect -> effect.grade().isPresent() || effect.steps() != 0)
        .orElse(false);
  }
}
