package io.foodsafety.document.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.AssessmentLine.Section;
import io.foodsafety.risk.AssessmentLine.State;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an assessment says. Points of a section are known if every line of it is. */
final class AssessmentValues implements ValueSource {

  private final RiskAssessment assessment;
  private final SubjectValues subject;
  private final Phrases phrases;

  AssessmentValues(RiskAssessment assessment, SubjectValues subject, Phrases phrases) {
    this.assessment = assessment;
    this.subject = subject;
    this.phrases = phrases;
  }

  @Override
  public Optional<DocumentValue> find(String name) {
    RiskPolicy policy = assessment.policy();
    return switch (name) {
      case "assessment.date" -> text(phrases.date(assessment.asOf().dateIn(policy.zone())));
      case "assessment.policy" -> text(policy.id() + "@" + policy.version());
      case "assessment.staticPoints" -> points(Section.STATIC);
      case "assessment.dynamicPoints" -> points(Section.DYNAMIC);
      case "assessment.score" -> assessment.score().map(this::number);
      case "assessment.grade" -> grade(assessment.grade());
      case "assessment.nextGrade" -> grade(assessment.nextGrade());
      case "assessment.advice" ->
          steps().map(each -> DocumentValue.of(each > 0 ? "raise" : each < 0 ? "lower" : "keep"));
      case "assessment.raisedBy" -> steps().filter(each -> each > 0).map(this::count);
      case "assessment.loweredBy" -> steps().filter(each -> each < 0).map(this::count);
      case "assessment.reason" ->
          assessment.reason().map(issue -> DocumentValue.of(issue.message(phrases.locale())));
      default -> subject.find(name);
    };
  }

  private static Optional<DocumentValue> text(String text) {
    return Optional.of(DocumentValue.of(text));
  }

  private DocumentValue number(BigDecimal number) {
    return DocumentValue.of(phrases.number(number));
  }

  private DocumentValue count(int steps) {
    return DocumentValue.of(Integer.toString(Math.abs(steps)));
  }

  private Optional<DocumentValue> grade(Optional<Grade> grade) {
    return grade.map(
        each ->
            DocumentValue.of(
                each.label(), phrases.name("grade." + each.scale().id(), each.label())));
  }

  /** Steps from the grade to the next one, towards the worse end. */
  private Optional<Integer> steps() {
    return assessment
        .grade()
        .flatMap(now -> assessment.nextGrade().map(next -> next.rank() - now.rank()));
  }

  /** The points of a section and of the caps over lines of it alone. */
  private Optional<DocumentValue> points(Section section) {
    List<AssessmentLine> lines =
        assessment.lines().stream().filter(line -> line.section() == section).toList();
    boolean known = lines.stream().noneMatch(line -> line.state() == State.MISSING);
    if (lines.isEmpty() || !known || assessment.partialScore().isEmpty()) {
      return Optional.empty();
    }
    Set<String> own = lines.stream().map(AssessmentLine::item).collect(Collectors.toSet());
    Set<String> caps =
        assessment.policy().caps().stream()
            .filter(cap -> own.containsAll(cap.of()))
            .map(RiskPolicy.Cap::item)
            .collect(Collectors.toSet());
    return Optional.of(
        number(
            assessment.lines().stream()
                .filter(line -> own.contains(line.item()) || caps.contains(line.item()))
                .flatMap(line -> line.points().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  @Override
  public boolean holds(String item) {
    return assessment.lines().stream()
        .filter(line -> line.item().equals(item))
        .flatMap(line -> line.value().stream())
        .anyMatch(value -> value instanceof Value.Bool bool && bool.value());
  }

  @Override
  public List<String> signed(String role) {
    return List.of();
  }

  @Override
  public List<Row> rows(String table, List<String> columns) {
    return List.of();
  }
}
