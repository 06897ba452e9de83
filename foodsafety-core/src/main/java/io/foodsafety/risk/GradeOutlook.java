package io.foodsafety.risk;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.OutlookJson;
import io.foodsafety.risk.internal.OutlookWalk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a grade of one business rests on, and what becomes of it if nothing new happens: no new
 * fact, no withdrawal, and no change of the register but those that it holds already, such as the
 * last day of a licence. Immutable.
 *
 * @param now the assessment today
 * @param until the last day looked at
 * @param facts the facts that the grade rests on, by time, then id
 * @param changes the days on which status, grade, next grade or score are not those of the day
 *     before, in order
 */
public record GradeOutlook(
    RiskAssessment now, LocalDate until, List<Influence> facts, List<Change> changes) {

  /**
   * A fact that the grade rests on.
   *
   * @param fact the fact
   * @param items the lines that it is evidence of today, in the order of the policy; none if it
   *     only keeps another fact from counting
   * @param without the assessment today, had the fact never been recorded
   * @param gone the first day from which on, to the last day looked at, no line rests on it;
   *     nothing if it still counts on the last day, or is no evidence today
   */
  public record Influence(
      Fact fact, List<String> items, RiskAssessment without, Optional<LocalDate> gone) {

    /** Copies the list. */
    public Influence {
      items = List.copyOf(items);
    }
  }

  /**
   * A day on which the assessment is another than on the day before.
   *
   * @param day the day
   * @param assessment the assessment of that day
   * @param left the ids of the facts that some line rested on the day before, and none on that day
   */
  public record Change(LocalDate day, RiskAssessment assessment, List<String> left) {

    /** Copies the list. */
    public Change {
      left = List.copyOf(left);
    }
  }

  /** Copies the lists. */
  public GradeOutlook {
    facts = List.copyOf(facts);
    changes = List.copyOf(changes);
  }

  /**
   * The outlook of a business: it is graded on every day, which is exact whatever the policy reads.
   *
   * @param policy the policy
   * @param subjectId the id of the business
   * @param subject what is registered of it, if anything
   * @param history all facts that concern it; what comes after today is not seen
   * @param today the day of assessment
   * @param until the last day to look at
   * @return the outlook
   * @throws IllegalArgumentException if the last day lies before today
   */
  public static GradeOutlook of(
      RiskPolicy policy,
      String subjectId,
      Optional<Subject> subject,
      FactHistory history,
      LocalDate today,
      LocalDate until) {
    if (until.isBefore(today)) {
      throw new IllegalArgumentException(
          "The last day (%s) lies before today (%s).".formatted(until, today));
    }
    return new OutlookWalk(policy, subjectId, subject, history, today).until(until);
  }

  /**
   * The changes of the grade alone, without those of the score.
   *
   * @return the days on which status or grade are not those of the day before, in order
   */
  public List<Change> gradeChanges() {
    List<Change> grades = new ArrayList<>();
    GradeOutcome before = GradeOutcome.of(now);
    for (Change change : changes) {
      GradeOutcome after = GradeOutcome.of(change.assessment());
      if (!after.equals(before)) {
        grades.add(change);
      }
      before = after;
    }
    return List.copyOf(grades);
  }

  /**
   * The outlook as one line of JSON, without a line break.
   *
   * @param locale the language of the reasons: Chinese for any {@code zh}, else English
   * @return the line, of the shape that the command line documents
   */
  public String toJson(Locale locale) {
    return OutlookJson.write(this, locale);
  }
}
