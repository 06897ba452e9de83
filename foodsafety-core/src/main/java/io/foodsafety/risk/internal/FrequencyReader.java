package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads how often in a year businesses of a grade are inspected: each grade at most once. */
final class FrequencyReader {

  private static final BigDecimal MOST = BigDecimal.valueOf(366);

  private final BandReader bands;
  private final WordReader words;
  private final IssueCollector issues;
  private final Set<String> labels = new HashSet<>();

  FrequencyReader(BandReader bands, WordReader words, IssueCollector issues) {
    this.bands = bands;
    this.words = words;
    this.issues = issues;
  }

  RiskPolicy.Inspections read(SourceNode node, GradeScale scale) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Grade grade = bands.grade(reader.get("grade"), scale);
    words.unique(
        PolicyIssues.DUPLICATE_NAME,
        "grade of inspectionsPerYear",
        grade.label(),
        reader.location("grade"),
        labels);
    BigDecimal min = inRange(reader.get("min"), reader.number("min"));
    Optional<BigDecimal> max =
        reader.findNumber("max").map(number -> inRange(reader.get("max"), number));
    if (max.isPresent() && max.get().compareTo(min) < 0) {
      throw ObjectReader.badValue(
          reader.get("max"),
          max.get().toPlainString(),
          "It lies below min.",
          "a number from %s on".formatted(min.toPlainString()),
          issues);
    }
    RiskPolicy.Inspections inspections =
        new RiskPolicy.Inspections(grade, min, max, reader.text("basis"));
    reader.end();
    return inspections;
  }

  private BigDecimal inRange(SourceNode node, BigDecimal number) {
    if (number.signum() < 0 || number.compareTo(MOST) > 0) {
      throw ObjectReader.badValue(
          node, number.toPlainString(), "It is out of range.", "a number from 0 to 366", issues);
    }
    return number;
  }
}
