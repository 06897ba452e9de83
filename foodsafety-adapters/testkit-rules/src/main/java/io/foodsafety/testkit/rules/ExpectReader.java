package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.testkit.rules.internal.Members;
import io.foodsafety.testkit.rules.internal.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a case expects. */
final class ExpectReader {

  private static final Set<String> MEMBERS =
      Set.of("points", "score", "grade", "nextGrade", "status", "reason", "citing", "lines");
  private static final Set<String> LINE_MEMBERS =
      Set.of("points", "state", "holds", "value", "citing", "evidence");
  private static final List<String> STATES =
      Arrays.stream(AssessmentLine.State.values()).map(AssessmentLine.State::code).toList();
  private static final List<String> STATUSES =
      Arrays.stream(RiskAssessment.Status.values()).map(RiskAssessment.Status::code).toList();

  private final Places places;
  private final List<Issue> issues;
  private final List<Expectation> expectations = new ArrayList<>();

  ExpectReader(Places places, List<Issue> issues) {
    this.places = places;
    this.issues = issues;
  }

  List<Expectation> read(@Nullable Object value, String pointer) {
    int before = issues.size();
    Members expect = Members.of(value, pointer, MEMBERS, places, issues);
    expect.number("points").map(Expectation::points).ifPresent(expectations::add);
    expect.number("score").map(Expectation::score).ifPresent(expectations::add);
    label(expect, "grade");
    label(expect, "nextGrade");
    word(expect, "status", STATUSES);
    expect.text("reason").map(Expectation::reason).ifPresent(expectations::add);
    expect.texts("citing").forEach(basis -> expectations.add(Expectation.citing(basis)));
    lines(expect);
    if (expectations.isEmpty() && issues.size() == before) {
      expect.wrong(pointer, "{}", "an object with at least one expectation");
    }
    return expectations;
  }

  /** A label, or null for none. */
  private void label(Members expect, String name) {
    if (expect.has(name)) {
      boolean isGrade = name.equals("grade");
      if (expect.get(name) == null) {
        expectations.add(isGrade ? Expectation.noGrade() : Expectation.noNextGrade());
      }
      expect
          .text(name)
          .map(label -> isGrade ? Expectation.grade(label) : Expectation.nextGrade(label))
          .ifPresent(expectations::add);
    }
  }

  private void word(Members expect, String name, List<String> words) {
    expect
        .text(name)
        .ifPresent(
            word -> {
              if (words.contains(word)) {
                expectations.add(Expectation.status(word));
              } else {
                expect.wrong(expect.pointer(name), word, String.join(" or ", words));
              }
            });
  }

  private void lines(Members expect) {
    Object lines = expect.get("lines");
    if (lines instanceof Map<?, ?> map) {
      map.forEach(
          (item, value) ->
              line(
                  expect,
                  String.valueOf(item),
                  value,
                  Places.child(expect.pointer("lines"), String.valueOf(item))));
    } else if (lines != null) {
      expect.wrong(expect.pointer("lines"), lines, "an object");
    }
  }

  private void line(Members expect, String item, @Nullable Object value, String pointer) {
    if (value instanceof BigDecimal points) {
      expectations.add(Expectation.points(item, points));
    } else if (value instanceof Boolean holds) {
      expectations.add(Expectation.holds(item, holds));
    } else if (value instanceof String state && STATES.contains(state)) {
      expectations.add(Expectation.state(item, state));
    } else if (value instanceof Map<?, ?>) {
      detail(item, Members.of(value, pointer, LINE_MEMBERS, places, issues));
    } else {
      expect.wrong(
          pointer, value, "points, true, false, " + String.join(", ", STATES) + " or an object");
    }
  }

  private void detail(String item, Members line) {
    line.number("points").ifPresent(each -> expectations.add(Expectation.points(item, each)));
    line.truth("holds").ifPresent(each -> expectations.add(Expectation.holds(item, each)));
    line.text("state")
        .ifPresent(
            state -> {
              if (STATES.contains(state)) {
                expectations.add(Expectation.state(item, state));
              } else {
                line.wrong(line.pointer("state"), state, String.join(" or ", STATES));
              }
            });
    Object value = line.get("value");
    if (value instanceof BigDecimal || value instanceof Boolean || value instanceof String) {
      expectations.add(Expectation.value(item, value));
    } else if (value != null) {
      line.wrong(line.pointer("value"), value, "a number, a text, true or false");
    }
    line.texts("citing").forEach(basis -> expectations.add(Expectation.citing(item, basis)));
    if (line.has("evidence")) {
      expectations.add(Expectation.evidence(item, line.texts("evidence").toArray(String[]::new)));
    }
  }
}
