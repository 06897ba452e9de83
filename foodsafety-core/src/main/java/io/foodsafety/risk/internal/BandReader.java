package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.Interval;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads ranges. The name of a bound says whether it is included: {@code from} and {@code to} are,
 * {@code above} and {@code below} are not.
 */
final class BandReader {

  private final IssueCollector issues;
  private final WordReader words;

  BandReader(IssueCollector issues) {
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  /** Reads the grades by number: no gap, no overlap, running the way of the scale. */
  Bands<Grade> grades(SourceNode node, GradeScale scale) {
    Bands<Grade> bands = bands(node, true, reader -> grade(reader.get("grade"), scale));
    List<Bands.Band<Grade>> ascending = bands.bands();
    boolean lowerIsBetter = scale.better() == GradeScale.Better.LOWER;
    for (int i = 1; i < ascending.size(); i++) {
      Grade below = ascending.get(i - 1).result();
      Grade above = ascending.get(i).result();
      if (below.equals(above) || above.isWorseThan(below) != lowerIsBetter) {
        throw issues.abandon(
            PolicyIssues.BAND_ORDER
                .at(node.location())
                .with("upper", above.label())
                .with("lower", below.label())
                .with("better", scale.better().name().toLowerCase(Locale.ROOT))
                .build());
      }
    }
    return bands;
  }

  Grade grade(SourceNode node, GradeScale scale) {
    String label = ObjectReader.text(node, issues);
    return scale
        .findGrade(label)
        .orElseThrow(() -> words.unknown("grade", label, node.location(), scale.labels()));
  }

  /** Reads ranges of any result. */
  <T> Bands<T> bands(SourceNode node, boolean withoutGap, Function<ObjectReader, T> result) {
    List<SourceNode> nodes = ObjectReader.list(node, issues);
    if (nodes.isEmpty()) {
      throw ObjectReader.badValue(node, "[]", "It is empty.", "at least one range", issues);
    }
    List<Bands.Band<T>> bands = new ArrayList<>();
    for (SourceNode each : nodes) {
      ObjectReader reader = ObjectReader.of(each, issues);
      bands.add(new Bands.Band<>(interval(each, reader), result.apply(reader)));
      reader.end();
    }
    List<Interval> intervals = bands.stream().map(Bands.Band::interval).toList();
    boolean clash = false;
    for (Bands.Clash found : Bands.check(intervals)) {
      if (found.fault() == Bands.Fault.GAP && !withoutGap) {
        continue;
      }
      clash = true;
      issues.add(
          (found.fault() == Bands.Fault.GAP ? PolicyIssues.BAND_GAP : PolicyIssues.BAND_OVERLAP)
              .at(nodes.get(found.upper()).location())
              .with("lower", intervals.get(found.lower()))
              .with("upper", intervals.get(found.upper()))
              .build());
    }
    if (clash) {
      throw new IssueCollector.Abandoned();
    }
    return Bands.of(bands);
  }

  private Interval interval(SourceNode node, ObjectReader reader) {
    Optional<BigDecimal> from = reader.findNumber("from");
    Optional<BigDecimal> above = reader.findNumber("above");
    Optional<BigDecimal> to = reader.findNumber("to");
    Optional<BigDecimal> below = reader.findNumber("below");
    if ((from.isPresent() && above.isPresent()) || (to.isPresent() && below.isPresent())) {
      throw ObjectReader.badValue(
          node, "", "It has two bounds at one end.", "from or above, to or below", issues);
    }
    try {
      return new Interval(
          from.or(() -> above), from.isPresent(), to.or(() -> below), to.isPresent());
    } catch (IllegalArgumentException e) {
      throw ObjectReader.badValue(
          node, "", String.valueOf(e.getMessage()), "a lower bound below the upper one", issues);
    }
  }
}
