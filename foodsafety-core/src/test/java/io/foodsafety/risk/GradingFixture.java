package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.rule.FactNotation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Grades the business S1. A policy is written as in a file, with single quotes; what it says in
 * {@link #of} is added to {@link #BASE}, whose lines may read the decimals x, y and z and the
 * conditions p, q and r of the subject. Attributes that are not given are unknown.
 */
final class GradingFixture {

  private static final String BASE =
      "'policy':'test','version':'1','zone':'UTC',"
          + "'scale':{'id':'test','better':'lower','grades':['A','B','C','D']},"
          + "'declares':{'subject':[{'name':'x','type':'decimal'},{'name':'y','type':'decimal'},"
          + "{'name':'z','type':'decimal'},{'name':'p','type':'boolean'},"
          + "{'name':'q','type':'boolean'},{'name':'r','type':'boolean'}]},"
          + "'bands':[{'grade':'A','to':10},{'grade':'B','above':10,'to':20},"
          + "{'grade':'C','above':20,'to':30},{'grade':'D','above':30,'to':1000}]";

  private final RiskPolicy policy;

  private GradingFixture(RiskPolicy policy) {
    this.policy = policy;
  }

  /** The base with further members. */
  static GradingFixture of(String members) {
    return ofJson("{" + BASE + "," + members + "}");
  }

  /** The base in another zone, with further members. */
  static GradingFixture in(String zone, String members) {
    return ofJson("{" + BASE.replace("'UTC'", "'" + zone + "'") + "," + members + "}");
  }

  /** A whole policy. */
  static GradingFixture ofJson(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new GradingFixture(RiskPolicy.parse(bytes, "test", FactCatalogue.standard()));
  }

  /** One of the sample policies. */
  static GradingFixture ofSample(String name) {
    return new GradingFixture(RiskPolicy.read(sample(name), FactCatalogue.standard()));
  }

  static Path sample(String name) {
    return Path.of(System.getProperty("foodsafety.root"), "examples", "policies", name + ".json");
  }

  RiskPolicy policy() {
    return policy;
  }

  /** A business with attributes such as {@code x=1 p=true $segment=sales}. */
  Subject subject(String attributes) {
    Subject.Builder subject = Subject.builder("S1", "One");
    for (String word : attributes.isBlank() ? new String[0] : attributes.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      String name = word.substring(0, equals);
      String value = word.substring(equals + 1);
      switch (name) {
        case "$segment" -> subject.segment(value);
        case "$format" -> subject.format(value);
        default -> {
          AttributeType type = policy.catalogue().findSubjectAttribute(name).orElseThrow().type();
          subject.attribute(name, FactNotation.value(type, value));
        }
      }
    }
    return subject.build();
  }

  FactHistory history(String defaultKind, String facts) {
    return new FactNotation(policy.catalogue(), defaultKind).history(facts);
  }

  RiskAssessment grade(String attributes) {
    return grade(subject(attributes), FactHistory.empty(), "2024-06-30");
  }

  RiskAssessment grade(Subject subject, FactHistory history, String date) {
    return RiskGrader.of(policy).grade(subject, history, AsOf.date(LocalDate.parse(date)));
  }

  /** Status, score, partial score, grade, next grade; a dash for what is not there. */
  static String summary(RiskAssessment assessment) {
    return String.join(
        " ",
        assessment.status().code(),
        plain(assessment.score()),
        plain(assessment.partialScore()),
        assessment.grade().map(Grade::label).orElse("-"),
        assessment.nextGrade().map(Grade::label).orElse("-"));
  }

  /** Each line with its points; a question mark if missing, a dash if not applicable. */
  static String lines(RiskAssessment assessment) {
    return assessment.lines().stream()
        .map(line -> line.item() + "=" + points(line))
        .collect(Collectors.joining(" "));
  }

  private static String points(AssessmentLine line) {
    return switch (line.state()) {
      case SCORED -> plain(line.points());
      case MISSING -> "?";
      case NOT_APPLICABLE -> "-";
    };
  }

  private static String plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("-");
  }

  static AssessmentLine line(RiskAssessment assessment, String item) {
    return assessment.lines().stream()
        .filter(line -> line.item().equals(item))
        .findFirst()
        .orElseThrow();
  }
}
