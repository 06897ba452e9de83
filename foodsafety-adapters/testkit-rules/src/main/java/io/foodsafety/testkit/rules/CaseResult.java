package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.testkit.rules.internal.LineText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a case.
 *
 * @param name what the case shows
 * @param assessment what came; nothing if the case could not be set up
 * @param issues what came otherwise than expected, or why the case could not be set up
 */
public record CaseResult(String name, Optional<RiskAssessment> assessment, List<Issue> issues) {

  /** Copies the list. */
  public CaseResult {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(assessment, "assessment");
    issues = List.copyOf(issues);
  }

  /** {@return whether everything came as expected} */
  public boolean passed() {
    return issues.isEmpty();
  }

  /**
   * What was expected, what came, and the lines that counted or are missing.
   *
   * @param locale the language: Chinese for any {@code zh}, else English
   * @return several lines of text
   */
  public String describe(Locale locale) {
    String faults =
        issues.stream().map(issue -> "\n  " + line(issue, locale)).collect(Collectors.joining());
    return name + faults + assessment.map(all -> "\n" + LineText.describe(all, locale)).orElse("");
  }

  private static String line(Issue issue, Locale locale) {
    return issue.type().equals(CaseIssues.UNEXPECTED)
        ? issue.message(locale)
        : issue.toLine(locale);
  }

  /**
   * Does nothing if everything came as expected.
   *
   * @param locale the language of the message
   * @throws AssertionError with what {@link #describe} says, otherwise
   */
  public void verify(Locale locale) {
    if (!passed()) {
      throw new AssertionError(describe(locale));
    }
  }
}
