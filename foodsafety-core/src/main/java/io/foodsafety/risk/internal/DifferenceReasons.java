package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.AssessmentLine.Effect;
import io.foodsafety.risk.AssessmentLine.Section;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.risk.LineDifference;
import io.foodsafety.risk.PolicyMove;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is not the same in two assessments of one business, and what of it speaks for the move. */
public final class DifferenceReasons {

  private final RiskAssessment a;
  private final RiskAssessment b;
  private final Direction direction;
  private final List<LineDifference> differences;

  /** The reasons of two assessments. */
  public DifferenceReasons(RiskAssessment a, RiskAssessment b) {
    this.a = a;
    this.b = b;
    this.direction = GradeOutcome.of(a).directionTo(GradeOutcome.of(b));
    this.differences = differences(a, b);
  }

  /** {@return which way the business moves} */
  public Direction direction() {
    return direction;
  }

  /** {@return the lines that are not the same, those with the most points first} */
  public List<LineDifference> differences() {
    return differences;
  }

  private static List<LineDifference> differences(RiskAssessment a, RiskAssessment b) {
    boolean bothLooked = a.partialScore().isPresent() && b.partialScore().isPresent();
    Map<String, AssessmentLine> linesA = lines(a, bothLooked);
    Map<String, AssessmentLine> linesB = lines(b, bothLooked);
    Set<String> items = new LinkedHashSet<>(linesB.keySet());
    items.addAll(linesA.keySet());
    List<LineDifference> found = new ArrayList<>();
    for (String item : items) {
      Optional<AssessmentLine> lineA = Optional.ofNullable(linesA.get(item));
      Optional<AssessmentLine> lineB = Optional.ofNullable(linesB.get(item));
      Section section = lineB.or(() -> lineA).orElseThrow().section();
      LineDifference difference = new LineDifference(item, section, lineA, lineB);
      if (differs(difference)) {
        found.add(difference);
      }
    }
    found.sort(Comparator.comparing((LineDifference each) -> each.points().abs()).reversed());
    return found;
  }

  /**
   * The lines by item, without those of the next grade. If one policy did not look at the lines
   * that score, these are no difference.
   */
  private static Map<String, AssessmentLine> lines(RiskAssessment assessment, boolean bothLooked) {
    Set<String> ofNextGrade = new LinkedHashSet<>();
    for (RiskPolicy.Adjustment adjustment : assessment.policy().adjustments()) {
      if (adjustment.affects() == RiskPolicy.Affects.NEXT_GRADE) {
        ofNextGrade.add(adjustment.item());
      }
    }
    Map<String, AssessmentLine> lines = new LinkedHashMap<>();
    assessment.lines().stream()
        .filter(line -> bothLooked || line.section() == Section.NO_GRADE)
        .filter(line -> !ofNextGrade.contains(line.item()))
        .forEach(line -> lines.put(line.item(), line));
    return lines;
  }

  private static boolean differs(LineDifference each) {
    return each.points().signum() != 0
        || each.changesEffect()
        || each.changesMissing()
        || refuses(each.a()) != refuses(each.b());
  }

  private static boolean refuses(Optional<AssessmentLine> line) {
    return line.filter(each -> each.section() == Section.NO_GRADE)
        .flatMap(AssessmentLine::value)
        .map(value -> value instanceof Value.Bool bool && bool.value())
        .orElse(false);
  }

  /** {@return why it moves; at least one reason} */
  public List<String> reasons() {
    List<String> reasons = direction == Direction.OTHER ? ofStatus() : ofOrder();
    if (!reasons.isEmpty()) {
      return reasons;
    }
    return differences.isEmpty()
        ? List.of(PolicyMove.BANDS)
        : differences.stream().map(LineDifference::item).toList();
  }

  /** Why a grade is better or worse than the other: what pulls the same way. */
  private List<String> ofOrder() {
    List<String> reasons = new ArrayList<>();
    boolean byScore = !hasDirectGrade(a) && !hasDirectGrade(b);
    for (LineDifference each : differences) {
      if ((byScore && pullsByPoints(each)) || (each.changesEffect() && pullsByEffect(each))) {
        reasons.add(each.item());
      }
    }
    if (byScore && bandsPull()) {
      reasons.add(PolicyMove.BANDS);
    }
    return reasons;
  }

  private static boolean hasDirectGrade(RiskAssessment assessment) {
    return assessment.lines().stream()
        .anyMatch(line -> line.section() == Section.DIRECT_GRADE && line.effect().isPresent());
  }

  private boolean pullsByPoints(LineDifference each) {
    boolean worse =
        a.policy().scale().better() == GradeScale.Better.LOWER
            ? each.points().signum() > 0
            : each.points().signum() < 0;
    return each.points().signum() != 0 && worse == (direction == Direction.WORSE);
  }

  private boolean pullsByEffect(LineDifference each) {
    int steps = steps(each.b()) - steps(each.a());
    if (steps != 0) {
      return (steps > 0) == (direction == Direction.WORSE);
    }
    boolean isDirect = each.section() == Section.DIRECT_GRADE;
    Optional<Grade> fromA = named(each.a());
    Optional<Grade> fromB = named(each.b());
    Grade gradeA = a.grade().orElseThrow();
    Grade gradeB = b.grade().orElseThrow();
    return direction == Direction.WORSE
        ? isWorse(fromB, gradeA) || (isDirect && isBetter(fromA, gradeB))
        : isWorse(fromA, gradeB) || (isDirect && isBetter(fromB, gradeA));
  }

  private static int steps(Optional<AssessmentLine> line) {
    return line.flatMap(AssessmentLine::effect).map(Effect::steps).orElse(0);
  }

  private static Optional<Grade> named(Optional<AssessmentLine> line) {
    return line.flatMap(AssessmentLine::effect).flatMap(Effect::grade);
  }

  private static boolean isWorse(Optional<Grade> grade, Grade than) {
    return grade.map(each -> each.isWorseThan(than)).orElse(false);
  }

  private static boolean isBetter(Optional<Grade> grade, Grade than) {
    return grade.map(than::isWorseThan).orElse(false);
  }

  /** Whether the bands of the two policies give the second score two grades, in this order. */
  private boolean bandsPull() {
    Optional<Grade> before = b.score().flatMap(a.policy().bands()::find);
    Optional<Grade> after = b.score().flatMap(b.policy().bands()::find);
    return before.isPresent()
        && after.isPresent()
        && (direction == Direction.WORSE
            ? isWorse(after, before.get())
            : isBetter(after, before.get()));
  }

  /** Why there is a grade under one policy only, or why grades of two scales are not the same. */
  private List<String> ofStatus() {
    if (a.grade().isPresent() && b.grade().isPresent()) {
      return List.of(PolicyMove.SCALES);
    }
    List<String> reasons =
        new ArrayList<>(
            differences.stream()
                .filter(each -> each.changesMissing() || refuses(each.a()) != refuses(each.b()))
                .map(LineDifference::item)
                .toList());
    if (!reasons.isEmpty()) {
      return reasons;
    }
    boolean bothLooked = a.partialScore().isPresent() && b.partialScore().isPresent();
    if (!bothLooked) {
      return List.of(PolicyMove.APPLIES);
    }
    boolean outside = Stream.of(a, b).anyMatch(each -> each.status() == RiskAssessment.Status.NONE);
    return outside ? List.of(PolicyMove.BANDS) : List.of();
  }
}
