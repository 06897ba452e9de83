package io.foodsafety.match;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Two records compared.
 *
 * @param first the id of the one
 * @param second the id of the other
 * @param score the sum of the points
 * @param verdict what the score means
 * @param evidence what speaks for and against, strongest first
 */
public record Match(
    String first, String second, int score, Verdict verdict, List<Evidence> evidence) {

  /** What a score means. */
  public enum Verdict {
    /** The records are of one business, as far as they tell. */
    SAME,
    /** A person has to look. */
    REVIEW,
    /** Nothing suggests that they are of one business. */
    DIFFERENT
  }

  /**
   * A reason with its points.
   *
   * @param reason what was compared
   * @param points above zero for one business, below zero for two
   */
  public record Evidence(MatchReason reason, int points) {}

  /** Copies the evidence. */
  public Match {
    evidence = List.copyOf(evidence);
  }

  /**
   * The reasons for people; it shows no personal data.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @return such as {@code name +40, address +25}
   */
  public String why(Locale locale) {
    return evidence.stream()
        .map(each -> "%s %+d".formatted(each.reason().text(locale), each.points()))
        .collect(Collectors.joining(locale.getLanguage().equals("zh") ? "，" : ", "));
  }

  @Override
  public String toString() {
    return "%s = %s: %s %d (%s)".formatted(first, second, verdict, score, why(Locale.ENGLISH));
  }
}
