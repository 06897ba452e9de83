package io.foodsafety.benchmarks.rules.peers;

import io.foodsafety.benchmarks.rules.Features;
import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.peers.RuleExpressions.TableUse;
import io.foodsafety.benchmarks.rules.peers.RuleExpressions.WithTables;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The policy over features as a model of DMN 1.3: a decision table for each table of ranges, a FEEL
 * expression for each other decision, and one, {@link #RESULT}, that needs them all.
 */
final class DmnModelText {

  /** The name of the model. */
  static final String MODEL = "benchmark";

  /** Its namespace. */
  static final String NAMESPACE = "https://foodsafety.io/benchmark";

  /** The last decision: score, grade and next grade in one number. */
  static final String RESULT = "result";

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

  private final PolicyTables tables = PolicyTables.read();
  private final WithTables rules = RuleExpressions.withTables();
  private final Set<String> inputs = new LinkedHashSet<>(new Features().names());
  private final Set<String> decisions = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();

  private DmnModelText() {}

  static String write() {
    return new DmnModelText().model();
  }

  private String model() {
    text.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%s" name="%s" namespace="%s">
        """
            .formatted(MODEL, MODEL, NAMESPACE));
    for (String input : inputs) {
      text.append(
          "<inputData id=\"%1$s\" name=\"%1$s\"><variable id=\"v_%1$s\" name=\"%1$s\" typeRef=\"number\"/></inputData>\n"
              .formatted(input));
    }
    rules.tables().forEach(this::table);
    rules.expressions().forEach(this::expression);
    expression(RESULT, "score * 100 + (grade + 1) * 10 + nextGrade + 1");
    return text.append("</definitions>\n").toString();
  }

  private void begin(String name, String content) {
    text.append(
        "<decision id=\"%1$s\" name=\"%1$s\"><variable id=\"v_%1$s\" name=\"%1$s\" typeRef=\"number\"/>\n"
            .formatted(name));
    Set<String> needed = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(content);
    while (matcher.find()) {
      needed.add(matcher.group());
    }
    for (String each : needed) {
      if (inputs.contains(each) || decisions.contains(each)) {
        text.append(
            "<informationRequirement id=\"r_%1$s_%2$s\"><required%3$s href=\"#%2$s\"/></informationRequirement>\n"
                .formatted(name, each, inputs.contains(each) ? "Input" : "Decision"));
      }
    }
    decisions.add(name);
  }

  private void table(String name, TableUse use) {
    begin(name, use.variable());
    text.append(
        """
        <decisionTable id="t_%1$s" hitPolicy="FIRST">
        <input id="i_%1$s"><inputExpression id="e_%1$s" typeRef="number"><text>%2$s</text></inputExpression></input>
        <output id="o_%1$s" name="%1$s" typeRef="number"/>
        """
            .formatted(name, use.variable()));
    int number = 0;
    for (PolicyTables.Range range : tables.ranges(use.table(), use.unit())) {
      String test = range.upTo().isPresent() ? "&lt;= " + range.upTo().getAsInt() : "-";
      text.append(
          """
          <rule id="u_%1$s_%2$d"><inputEntry id="n_%1$s_%2$d"><text>%3$s</text></inputEntry>\
          <outputEntry id="p_%1$s_%2$d"><text>%4$d</text></outputEntry></rule>
          """
              .formatted(name, number++, test, range.points()));
    }
    text.append("</decisionTable></decision>\n");
  }

  private void expression(String name, String content) {
    begin(name, content);
    text.append("<literalExpression id=\"l_%s\"><text>%s</text></literalExpression></decision>\n"
        .formatted(name, content.replace("&", "&amp;").replace("<", "&lt;")));
  }

  /** Puts a result of the last decision. */
  static void put(Object result, int business, Grades into) {
    long packed = ((Number) result).longValue();
    long score = Math.floorDiv(packed, 100L);
    int grades = (int) Math.floorMod(packed, 100L);
    into.set(
        business,
        score < 0 ? Grades.NO_SCORE : score,
        grades / 10 - 1,
        grades % 10 - 1);
  }
}
