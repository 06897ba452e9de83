package io.foodsafety.risk;

import com.google.common.hash.Hashing;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.internal.PolicyReader;
import io.foodsafety.risk.internal.PolicyWriter;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.Expr;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A policy: how points become a score and a score a grade. Read from a file, checked as a whole,
 * immutable. The format is {@code io/foodsafety/risk/policy-1.schema.json} beside this class.
 *
 * @param id its name
 * @param version its version
 * @param sha256 the SHA-256 of the bytes it was read from, in hexadecimal
 * @param zone the zone in which dates are read
 * @param effectiveFrom its first day, if it has one
 * @param effectiveTo its last day, if it has one
 * @param scale the grades it gives
 * @param pointsScale digits after the point to which each line is rounded, 0 to 9
 * @param catalogue the kinds of fact and attributes that its rules may read
 * @param appliesTo the subjects it applies to; all if there is none
 * @param exclusions conditions under which no grade is given
 * @param lines what scores
 * @param bestOfs groups of lines of which only the best counts
 * @param caps bounds of the sum of some lines
 * @param bands the grades by score, ascending
 * @param limits values that the grade can be no better than
 * @param directGrades conditions that give a grade whatever the score
 * @param adjustments conditions that make the grade worse or better
 * @param inspectionsPerYear how often businesses of a grade are inspected; at most one per grade
 * @param texts its title, and names of its rules, for people
 * @param warnings what is worth a look
 */
public record RiskPolicy(
    String id,
    String version,
    String sha256,
    ZoneId zone,
    Optional<LocalDate> effectiveFrom,
    Optional<LocalDate> effectiveTo,
    GradeScale scale,
    int pointsScale,
    FactCatalogue catalogue,
    Optional<Expr> appliesTo,
    List<Exclusion> exclusions,
    List<Line> lines,
    List<BestOf> bestOfs,
    List<Cap> caps,
    Bands<Grade> bands,
    List<Limit> limits,
    List<DirectGrade> directGrades,
    List<Adjustment> adjustments,
    List<Inspections> inspectionsPerYear,
    PolicyTexts texts,
    List<Issue> warnings) {

  /** Whether a line weighs what a subject is, or what it did. */
  public enum Section {
    /** 静态风险因素. */
    STATIC,
    /** 动态风险因素. */
    DYNAMIC
  }

  /**
   * A line that scores.
   *
   * @param item its name
   * @param section static or dynamic
   * @param when the condition under which it applies; always if there is none
   * @param value what it looks at
   * @param points its points, a number; the value itself if there is none
   * @param basis the rule it rests on
   */
  public record Line(
      String item,
      Section section,
      Optional<Expr> when,
      Expr value,
      Optional<Expr> points,
      String basis) {}

  /**
   * A condition under which no grade is given.
   *
   * @param item its name
   * @param when the condition
   * @param basis the rule it rests on
   */
  public record Exclusion(String item, Expr when, String basis) {}

  /**
   * A group of lines of which only the one with most points counts.
   *
   * @param item its name
   * @param of the lines, in the order of the policy
   */
  public record BestOf(String item, List<String> of) {}

  /**
   * Bounds of the sum of some lines; what exceeds them is taken back by a line of its own. Caps are
   * applied in the order of the policy; one that holds all lines of an earlier one counts them as
   * bounded by it. Caps do not overlap in any other way.
   *
   * @param item its name
   * @param of the lines, in the order of the policy
   * @param min the least sum, if there is one
   * @param max the greatest sum, if there is one
   * @param basis the rule it rests on
   */
  public record Cap(
      String item,
      List<String> of,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      String basis) {}

  /**
   * A value that has bands of its own; the grade is no better than the band of the value.
   *
   * @param item its name
   * @param value the number
   * @param bands the grades by value
   * @param basis the rule it rests on
   */
  public record Limit(String item, Expr value, Bands<Grade> bands, String basis) {}

  /**
   * A condition that gives a grade whatever the score; the worst of several counts.
   *
   * @param item its name
   * @param when the condition
   * @param grade the grade
   * @param basis the rule it rests on
   */
  public record DirectGrade(String item, Expr when, Grade grade, String basis) {}

  /** What an adjustment moves. */
  public enum Affects {
    /** The grade itself. */
    GRADE,
    /** The grade of the next period. */
    NEXT_GRADE
  }

  /**
   * A condition that moves the grade. Of several of one group that hold, the strongest counts.
   *
   * @param item its name
   * @param affects what it moves
   * @param by steps towards the worse end; negative towards the better
   * @param group the name of its group; its own name if it has none
   * @param when the condition
   * @param basis the rule it rests on
   */
  public record Adjustment(
      String item, Affects affects, int by, String group, Expr when, String basis) {}

  /**
   * How often in a year a business of a grade is inspected. A half is once in two years.
   *
   * @param grade the grade
   * @param min at least so often, 0 to 366
   * @param max at most so often, not below min; nothing if the rule names no upper bound
   * @param basis the rule it rests on
   */
  public record Inspections(Grade grade, BigDecimal min, Optional<BigDecimal> max, String basis) {}

  /**
   * How often in a year businesses of a grade are inspected.
   *
   * @param grade a grade of its scale
   * @return the number, if the policy names one
   */
  public Optional<Inspections> inspections(Grade grade) {
    return inspectionsPerYear.stream().filter(each -> each.grade().equals(grade)).findFirst();
  }

  /**
   * Reads a policy file.
   *
   * @param file the file
   * @param base what is declared already; the policy may declare more
   * @return the policy
   * @throws PolicyException with everything that is wrong with the file
   */
  public static RiskPolicy read(Path file, FactCatalogue base) {
    byte[] bytes = PolicyReader.bytes(file);
    return parse(bytes, file.toString(), base);
  }

  /**
   * Reads a policy from memory.
   *
   * @param bytes the document, UTF-8
   * @param source what to call it in messages
   * @param base what is declared already; the policy may declare more
   * @return the policy
   * @throws PolicyException with everything that is wrong with the document
   */
  public static RiskPolicy parse(byte[] bytes, String source, FactCatalogue base) {
    return PolicyReader.read(bytes, source, base, Hashing.sha256().hashBytes(bytes).toString());
  }

  /**
   * The policy as a document that needs nothing beside it: the rows of a region's tables and every
   * declaration stand in it. To run the same policy elsewhere, such as in a job of a cluster:
   * {@code RiskPolicy.parse(bytes, name, FactCatalogue.empty())} grades as this one. Its hash is
   * another one, and remarks for readers are left out.
   *
   * @return canonical JSON in UTF-8; the same policy gives the same bytes
   */
  public byte[] toDocument() {
    return PolicyWriter.write(this);
  }

  /**
   * The same policy for another time.
   *
   * @param from its first day, if it has one
   * @param to its last day, if it has one
   * @return the policy
   */
  public RiskPolicy effective(Optional<LocalDate> from, Optional<LocalDate> to) {
    return new RiskPolicy(
        id,
        version,
        sha256,
        zone,
        from,
        to,
        scale,
        pointsScale,
        catalogue,
        appliesTo,
        exclusions,
        lines,
        bestOfs,
        caps,
        bands,
        limits,
        directGrades,
        adjustments,
        inspectionsPerYear,
        texts,
        warnings);
  }

  /**
   * Whether it is in force on a day.
   *
   * @param date the day
   * @return true from its first to its last day, both included
   */
  public boolean isInForceOn(LocalDate date) {
    return effectiveFrom.map(from -> !date.isBefore(from)).orElse(true)
        && effectiveTo.map(to -> !date.isAfter(to)).orElse(true);
  }

  /**
   * Whether another version and this one are in force on the same day.
   *
   * @param other a policy
   * @return true if their times have a day in common
   */
  public boolean overlaps(RiskPolicy other) {
    return !startsAfterEndOf(other) && !other.startsAfterEndOf(this);
  }

  private boolean startsAfterEndOf(RiskPolicy other) {
    return effectiveFrom.isPresent()
        && other.effectiveTo.isPresent()
        && effectiveFrom.get().isAfter(other.effectiveTo.get());
  }
}
