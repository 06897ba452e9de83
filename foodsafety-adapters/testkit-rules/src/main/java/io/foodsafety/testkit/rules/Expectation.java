package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.rule.Value;
import io.foodsafety.testkit.rules.internal.LineText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an assessment must say. What is not there is written {@code nothing}; numbers are compared
 * by value, 5.0 as 5. Immutable.
 */
public final class Expectation {

  private static final String NONE = "nothing";

  private final String what;
  private final Optional<String> item;
  private final String expected;
  private final Function<RiskAssessment, String> actual;
  private final BiPredicate<String, String> agrees;

  private Expectation(
      String what,
      Optional<String> item,
      String expected,
      Function<RiskAssessment, String> actual,
      BiPredicate<String, String> agrees) {
    this.what = what;
    this.item = item;
    this.expected = expected;
    this.actual = actual;
    this.agrees = agrees;
  }

  /**
   * The sum of the points of all lines, also of an incomplete assessment.
   *
   * @param points the sum
   * @return the expectation
   */
  public static Expectation points(Number points) {
    return whole("points", number(points), all -> number(all.partialScore()));
  }

  /**
   * The points of a line.
   *
   * @param item its name
   * @param points its points
   * @return the expectation
   */
  public static Expectation points(String item, Number points) {
    return line("points", item, number(points), line -> number(line.points()));
  }

  /**
   * The score: the sum of all lines, none of which is missing.
   *
   * @param score the score
   * @return the expectation
   */
  public static Expectation score(Number score) {
    return whole("score", number(score), all -> number(all.score()));
  }

  /**
   * The grade.
   *
   * @param label its label
   * @return the expectation
   */
  public static Expectation grade(String label) {
    return whole("grade", label, all -> all.grade().map(each -> each.label()).orElse(NONE));
  }

  /** {@return that there is no grade} */
  public static Expectation noGrade() {
    return grade(NONE);
  }

  /**
   * The grade of the next period.
   *
   * @param label its label
   * @return the expectation
   */
  public static Expectation nextGrade(String label) {
    return whole("nextGrade", label, all -> all.nextGrade().map(each -> each.label()).orElse(NONE));
  }

  /** {@return that there is no grade of the next period} */
  public static Expectation noNextGrade() {
    return nextGrade(NONE);
  }

  /**
   * Whether there is a grade.
   *
   * @param code {@code graded}, {@code incomplete} or {@code none}
   * @return the expectation
   */
  public static Expectation status(String code) {
    return whole("status", code, all -> all.status().code());
  }

  /**
   * Why there is no grade, or no next grade.
   *
   * @param code the code of the reason, such as {@code FS-POL-0103}
   * @return the expectation
   */
  public static Expectation reason(String code) {
    return whole("reason", code, all -> all.reason().map(Issue::code).orElse(NONE));
  }

  /**
   * The state of a line.
   *
   * @param item its name
   * @param state {@code scored}, {@code missing} or {@code not-applicable}
   * @return the expectation
   */
  public static Expectation state(String item, String state) {
    return line("state", item, state, line -> line.state().code());
  }

  /**
   * That something a line needs is not known.
   *
   * @param item its name
   * @return the expectation
   */
  public static Expectation missing(String item) {
    return state(item, AssessmentLine.State.MISSING.code());
  }

  /**
   * That a line does not apply.
   *
   * @param item its name
   * @return the expectation
   */
  public static Expectation notApplicable(String item) {
    return state(item, AssessmentLine.State.NOT_APPLICABLE.code());
  }

  /**
   * That a condition holds: of a direct grade, an adjustment, or of giving no grade.
   *
   * @param item its name
   * @return the expectation
   */
  public static Expectation holds(String item) {
    return holds(item, true);
  }

  /**
   * That a condition does not hold.
   *
   * @param item its name
   * @return the expectation
   */
  public static Expectation doesNotHold(String item) {
    return holds(item, false);
  }

  static Expectation holds(String item, boolean holds) {
    return line("holds", item, String.valueOf(holds), Expectation::truth);
  }

  private static String truth(AssessmentLine line) {
    return line.value().filter(Value.Bool.class::isInstance).isPresent()
        ? LineText.value(line.value())
        : line.state() == AssessmentLine.State.SCORED ? "no condition" : line.state().code();
  }

  /**
   * What a line looked at.
   *
   * @param item its name
   * @param value as it is shown: a number, text, date, {@code true} or {@code false}
   * @return the expectation
   */
  public static Expectation value(String item, Object value) {
    String text = value instanceof Number number ? number(number) : value.toString();
    return line("value", item, text, line -> LineText.value(line.value()));
  }

  /**
   * That a line which counted rests on a rule: its points are not 0, or it moved the grade, gave it
   * or kept it from being given.
   *
   * @param basis a part of its basis
   * @return the expectation
   */
  public static Expectation citing(String basis) {
    return new Expectation(
        "citing", Optional.empty(), basis, Expectation::citations, Expectation::contains);
  }

  /**
   * The rule that a line rests on, whether it counted or not.
   *
   * @param item its name
   * @param basis a part of its basis
   * @return the expectation
   */
  public static Expectation citing(String item, String basis) {
    return ofLine("basis", item, basis, AssessmentLine::basis, Expectation::contains);
  }

  /**
   * The facts that a line rests on.
   *
   * @param item its name
   * @param facts their ids, in any order
   * @return the expectation
   */
  public static Expectation evidence(String item, String... facts) {
    return line("evidence", item, ids(Stream.of(facts)), line -> ids(line.evidence().stream()));
  }

  private static String citations(RiskAssessment assessment) {
    List<String> cited =
        assessment.lines().stream()
            .filter(LineText::counted)
            .map(AssessmentLine::basis)
            .distinct()
            .toList();
    return cited.isEmpty() ? NONE : String.join(" | ", cited);
  }

  private static boolean contains(String part, String text) {
    return text.contains(part);
  }

  private static String ids(Stream<String> ids) {
    List<String> sorted = ids.sorted().toList();
    return sorted.isEmpty() ? NONE : String.join(", ", sorted);
  }

  private static String number(Number number) {
    return LineText.plain(new BigDecimal(number.toString()));
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(LineText::plain).orElse(NONE);
  }

  private static Expectation whole(
      String what, String expected, Function<RiskAssessment, String> actual) {
    return new Expectation(what, Optional.empty(), expected, actual, String::equals);
  }

  private static Expectation line(
      String what, String item, String expected, Function<AssessmentLine, String> actual) {
    return ofLine(what, item, expected, actual, String::equals);
  }

  private static Expectation ofLine(
      String what,
      String item,
      String expected,
      Function<AssessmentLine, String> actual,
      BiPredicate<String, String> agrees) {
    return new Expectation(
        item + " " + what,
        Optional.of(item),
        expected,
        all -> LineText.find(all, item).map(actual).orElse("not looked at"),
        agrees);
  }

  /** The line it is about. */
  Optional<String> item() {
    return item;
  }

  /** What came instead; nothing if it came as expected. */
  Optional<Mismatch> check(RiskAssessment assessment) {
    String came = actual.apply(assessment);
    return agrees.test(expected, came)
        ? Optional.empty()
        : Optional.of(new Mismatch(what, expected, came));
  }

  record Mismatch(String what, String expected, String actual) {}

  /** {@return what must be what} */
  @Override
  public String toString() {
    return what + " " + expected;
  }
}
