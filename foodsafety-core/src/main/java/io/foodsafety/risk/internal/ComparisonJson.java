package io.foodsafety.risk.internal;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.GradeTransitions;
import io.foodsafety.risk.InspectionLoad;
import io.foodsafety.risk.InspectionShift;
import io.foodsafety.risk.PolicyComparison;
import io.foodsafety.risk.PolicyMove;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a comparison of policies, and the businesses that move, as JSON. */
public final class ComparisonJson {

  private record Cell(GradeOutcome a, GradeOutcome b, long count) {}

  private final JsonFields json;

  private ComparisonJson(JsonFields json) {
    this.json = json;
  }

  /** One line without a line break. */
  public static String write(PolicyMove move, Locale locale) {
    return JsonFields.line(fields -> new ComparisonJson(fields).move(move, locale));
  }

  /** One line without a line break. */
  public static String write(PolicyComparison comparison) {
    return JsonFields.line(fields -> new ComparisonJson(fields).comparison(comparison));
  }

  private void move(PolicyMove move, Locale locale) throws IOException {
    json.text("type", "move");
    json.text("subject", move.subject());
    json.text("name", move.name());
    json.text("division", move.division().map(DivisionCode::value));
    json.text("direction", move.direction().code());
    json.object("a", fields -> json.outcome(move.a(), locale));
    json.object("b", fields -> json.outcome(move.b(), locale));
    json.texts("reasons", move.reasons());
    json.texts("attention", move.attention().stream().map(PolicyMove.Attention::code).toList());
    json.list(
        "lines",
        move.differences(),
        each -> {
          json.text("item", each.item());
          json.text("section", each.section().code());
          line("a", each.a());
          line("b", each.b());
        });
  }

  private void line(String name, Optional<AssessmentLine> line) throws IOException {
    if (line.isEmpty()) {
      json.nothing(name);
      return;
    }
    json.object(
        name,
        fields -> {
          json.text("state", line.get().state().code());
          json.number("points", line.get().points());
          json.effect(line.get().effect());
        });
  }

  private void comparison(PolicyComparison comparison) throws IOException {
    json.text("type", "comparison");
    json.text("asOf", comparison.asOf().moment().toString());
    json.policy("a", comparison.a());
    json.policy("b", comparison.b());
    group(
        comparison.transitions(),
        comparison.inspectionsA(),
        comparison.inspectionsB(),
        comparison.shift());
    json.list(
        "divisions",
        comparison.divisions(),
        each -> {
          json.text("division", each.division().map(DivisionCode::value));
          group(each.transitions(), each.inspectionsA(), each.inspectionsB(), each.shift());
        });
    json.list(
        "segments",
        comparison.segments(),
        each -> {
          json.text("segment", each.segment());
          group(each.transitions(), each.inspectionsA(), each.inspectionsB(), each.shift());
        });
    json.list(
        "reasons",
        comparison.reasons(),
        each -> {
          json.text("reason", each.reason());
          json.number("better", each.better());
          json.number("worse", each.worse());
          json.number("other", each.other());
        });
    json.list(
        "attention",
        comparison.attention(),
        each -> {
          json.text("attention", each.attention().code());
          json.number("count", each.count());
        });
    json.list(
        "rules",
        comparison.rules(),
        each -> {
          json.text("item", each.item());
          json.text("change", each.kind().code());
        });
    json.number("fewerDespiteRecord", comparison.fewerDespiteRecord());
    json.texts("kindsWithoutFactsA", comparison.kindsWithoutFactsA());
    json.texts("kindsWithoutFactsB", comparison.kindsWithoutFactsB());
  }

  private void group(
      GradeTransitions transitions,
      Optional<InspectionLoad> inspectionsA,
      Optional<InspectionLoad> inspectionsB,
      InspectionShift shift)
      throws IOException {
    json.number("businesses", transitions.total());
    json.number("same", transitions.count(Direction.SAME));
    json.number("better", transitions.count(Direction.BETTER));
    json.number("worse", transitions.count(Direction.WORSE));
    json.number("other", transitions.count(Direction.OTHER));
    load("inspectionsA", inspectionsA);
    load("inspectionsB", inspectionsB);
    json.number("inspectedMore", shift.more());
    json.number("inspectedFewer", shift.fewer());
    load("comparableA", Optional.of(shift.a()));
    load("comparableB", Optional.of(shift.b()));
    json.list(
        "transitions",
        cells(transitions),
        cell -> {
          json.text("a", cell.a().label());
          json.text("b", cell.b().label());
          json.number("count", cell.count());
        });
  }

  private static List<Cell> cells(GradeTransitions transitions) {
    List<Cell> cells = new ArrayList<>();
    for (GradeOutcome a : transitions.rows()) {
      for (GradeOutcome b : transitions.columns()) {
        if (transitions.count(a, b) > 0) {
          cells.add(new Cell(a, b, transitions.count(a, b)));
        }
      }
    }
    return cells;
  }

  private void load(String name, Optional<InspectionLoad> load) throws IOException {
    if (load.isEmpty()) {
      json.nothing(name);
      return;
    }
    json.object(
        name,
        fields -> {
          json.number("min", Optional.of(load.get().min()));
          json.number("max", Optional.of(load.get().max()));
          json.number("without", load.get().without());
        });
  }
}
