package io.foodsafety.report;

import io.foodsafety.region.Region;
import io.foodsafety.report.internal.ExplanationWriter;
import io.foodsafety.risk.GradeOutlook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A grade in words, for the business that got it: what it is, how it came about, from which facts
 * of which day, by which rule; what would make it better, and what becomes of it. Immutable.
 *
 * <pre>{@code
 * GradeOutlook outlook = GradeOutlook.of(policy, id, subject, history, today, today.plusYears(3));
 * String text = GradeExplanation.of(outlook, "Lotus Restaurant", city.region(), locale).text();
 * }</pre>
 *
 * @param title the business
 * @param sections the explanation, in the order in which it is read
 */
public record GradeExplanation(String title, List<Section> sections) {

  /**
   * A part of the explanation.
   *
   * @param title what it answers
   * @param lines the answer
   */
  public record Section(String title, List<Line> lines) {

    /** Copies the lines. */
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A sentence, with what belongs to it.
   *
   * @param text the sentence
   * @param details what it rests on; often nothing
   */
  public record Line(String text, List<String> details) {

    /** Copies the details. */
    public Line {
      details = List.copyOf(details);
    }
  }

  /** Copies the sections. */
  public GradeExplanation {
    sections = List.copyOf(sections);
  }

  /**
   * Explains a grade.
   *
   * @param outlook the grade, what it rests on and what becomes of it
   * @param name the name of the business
   * @param region names rules, kinds of fact and grades that the policy does not name itself
   * @param locale Chinese for any {@code zh}, else English
   * @return the explanation
   */
  public static GradeExplanation of(
      GradeOutlook outlook, String name, Optional<Region> region, Locale locale) {
    return new ExplanationWriter(outlook, name, region, locale).write();
  }

  /**
   * The explanation as plain text.
   *
   * @return lines of text, details indented, an empty line between the sections
   */
  public String text() {
    List<String> text = new ArrayList<>(List.of(title));
    for (Section section : sections) {
      text.add("");
      text.add(section.title());
      for (Line line : section.lines()) {
        text.add("  " + line.text());
        line.details().forEach(detail -> text.add("      " + detail));
      }
    }
    return String.join("\n", text);
  }
}
