package io.foodsafety.risk.internal;

import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.AssessmentLine.Section;
import io.foodsafety.risk.AssessmentLine.State;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines with points: each line, then best-ofs, then caps. */
final class ScoredLines {

  private final Map<String, AssessmentLine> byItem = new LinkedHashMap<>();

  private ScoredLines() {}

  static List<AssessmentLine> of(RiskPolicy policy, LineEvaluator evaluator) {
    ScoredLines scored = new ScoredLines();
    policy.lines().forEach(line -> scored.byItem.put(line.item(), evaluator.line(line)));
    policy.bestOfs().forEach(scored::keepBest);
    List<AssessmentLine> lines = new ArrayList<>(scored.byItem.values());
    Map<RiskPolicy.Cap, AssessmentLine> capped = new LinkedHashMap<>();
    for (RiskPolicy.Cap cap : policy.caps()) {
      capped.put(cap, scored.cap(cap, capped, policy.pointsScale()));
    }
    lines.addAll(capped.values());
    return lines;
  }

  private AssessmentLine get(String item) {
    return Objects.requireNonNull(byItem.get(item));
  }

  /** All but the first line with most points keep their value and lose their points. */
  private void keepBest(RiskPolicy.BestOf bestOf) {
    Optional<AssessmentLine> best = Optional.empty();
    for (String item : bestOf.of()) {
      AssessmentLine line = get(item);
      if (line.points().isPresent()
          && best.map(each -> points(line).compareTo(points(each)) > 0).orElse(true)) {
        best = Optional.of(line);
      }
    }
    for (String item : bestOf.of()) {
      AssessmentLine line = get(item);
      if (line.points().isPresent() && !best.map(each -> each.item().equals(item)).orElse(false)) {
        byItem.put(item, withoutPoints(line));
      }
    }
  }

  private static BigDecimal points(AssessmentLine line) {
    return line.points().orElseThrow();
  }

  private static AssessmentLine withoutPoints(AssessmentLine line) {
    return new AssessmentLine(
        line.item(),
        line.section(),
        line.state(),
        line.value(),
        Optional.of(BigDecimal.ZERO.setScale(points(line).scale())),
        line.effect(),
        line.evidence(),
        line.reason(),
        line.basis());
  }

  /**
   * What the sum of the lines that scored exceeds the bounds by, taken back. What earlier caps took
   * back of these lines is taken back already.
   */
  private AssessmentLine cap(
      RiskPolicy.Cap cap, Map<RiskPolicy.Cap, AssessmentLine> earlier, int pointsScale) {
    Stream<AssessmentLine> within =
        earlier.entrySet().stream()
            .filter(each -> cap.of().containsAll(each.getKey().of()))
            .map(Map.Entry::getValue);
    BigDecimal sum =
        Stream.concat(cap.of().stream().map(this::get), within)
            .flatMap(line -> line.points().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal bounded = sum;
    if (cap.max().isPresent()) {
      bounded = bounded.min(cap.max().get());
    }
    if (cap.min().isPresent()) {
      bounded = bounded.max(cap.min().get());
    }
    return new AssessmentLine(
        cap.item(),
        Section.CAP,
        State.SCORED,
        Optional.of(Value.of(sum)),
        Optional.of(bounded.subtract(sum).setScale(pointsScale, RoundingMode.HALF_UP)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        cap.basis());
  }
}
