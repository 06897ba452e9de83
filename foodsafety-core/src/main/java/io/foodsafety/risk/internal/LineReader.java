package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads whatever in a policy becomes a line of an assessment. Items are unique in a policy. */
final class LineReader {

  private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final String ITEM_ALLOWED =
      "1 to 100 letters, digits, '.', '_' and '-', beginning with a letter or digit";

  private static final Map<String, RiskPolicy.Affects> AFFECTS =
      Map.of("grade", RiskPolicy.Affects.GRADE, "nextGrade", RiskPolicy.Affects.NEXT_GRADE);

  private final ExprReader exprs;
  private final BandReader bands;
  private final IssueCollector issues;
  private final WordReader words;
  private final Set<String> items = new HashSet<>();
  private final Map<String, LocalText> names = new HashMap<>();
  private final List<String> lineItems = new ArrayList<>();
  private final Set<String> grouped = new HashSet<>();
  private final List<RiskPolicy.Cap> caps = new ArrayList<>();

  LineReader(ExprReader exprs, BandReader bands, IssueCollector issues) {
    this.exprs = exprs;
    this.bands = bands;
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  RiskPolicy.Line line(SourceNode node, RiskPolicy.Section section) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String item = item(reader);
    lineItems.add(item);
    Optional<Expr> when =
        reader.find("when").map(each -> exprs.read(each, Scope.TOP, ValueType.BOOLEAN));
    Expr value = exprs.read(reader.get("value"), Scope.TOP);
    Optional<Expr> points =
        reader
            .find("points")
            .map(each -> exprs.read(each, Scope.TOP.withValue(value), ValueType.NUMBER));
    if (points.isEmpty()) {
      exprs.checkType(reader.get("value"), value, List.of(ValueType.NUMBER));
    }
    String basis = reader.text("basis");
    reader.end();
    return new RiskPolicy.Line(item, section, when, value, points, basis);
  }

  RiskPolicy.Exclusion exclusion(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    RiskPolicy.Exclusion exclusion =
        new RiskPolicy.Exclusion(item(reader), condition(reader), reader.text("basis"));
    reader.end();
    return exclusion;
  }

  RiskPolicy.BestOf bestOf(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String item = item(reader);
    List<String> of = members(reader);
    for (String member : of) {
      words.unique(
          PolicyIssues.DUPLICATE_NAME,
          "member of a best-of",
          member,
          reader.location("of"),
          grouped);
    }
    reader.end();
    return new RiskPolicy.BestOf(item, of);
  }

  RiskPolicy.Cap cap(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String item = item(reader);
    List<String> of = members(reader);
    Optional<BigDecimal> min = reader.findNumber("min");
    Optional<BigDecimal> max = reader.findNumber("max");
    boolean crossed = min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    if (crossed || (min.isEmpty() && max.isEmpty())) {
      throw ObjectReader.badValue(
          node, item, "It bounds nothing.", "min, max or both, min not above max", issues);
    }
    RiskPolicy.Cap cap = new RiskPolicy.Cap(item, of, min, max, reader.text("basis"));
    reader.end();
    checkNested(reader.get("of"), cap);
    caps.add(cap);
    return cap;
  }

  /** A cap holds all lines of an earlier one or none, so that it is plain what its sum is. */
  private void checkNested(SourceNode node, RiskPolicy.Cap cap) {
    for (RiskPolicy.Cap earlier : caps) {
      if (!cap.of().containsAll(earlier.of())
          && earlier.of().stream().anyMatch(cap.of()::contains)) {
        throw ObjectReader.badValue(
            node,
            cap.item(),
            "It shares lines with (%s) and does not hold all of them.".formatted(earlier.item()),
            "caps that share no line, or the narrower before the wider",
            issues);
      }
    }
  }

  RiskPolicy.Limit limit(SourceNode node, GradeScale scale) {
    ObjectReader reader = ObjectReader.of(node, issues);
    RiskPolicy.Limit limit =
        new RiskPolicy.Limit(
            item(reader),
            exprs.read(reader.get("value"), Scope.TOP, ValueType.NUMBER),
            bands.grades(reader.get("bands"), scale),
            reader.text("basis"));
    reader.end();
    return limit;
  }

  RiskPolicy.DirectGrade directGrade(SourceNode node, GradeScale scale) {
    ObjectReader reader = ObjectReader.of(node, issues);
    RiskPolicy.DirectGrade direct =
        new RiskPolicy.DirectGrade(
            item(reader),
            condition(reader),
            bands.grade(reader.get("grade"), scale),
            reader.text("basis"));
    reader.end();
    return direct;
  }

  RiskPolicy.Adjustment adjustment(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String item = item(reader);
    RiskPolicy.Affects affects = words.oneOf(reader.get("affects"), AFFECTS);
    reader.get("by");
    int by = reader.findInteger("by", -9, 9).orElseThrow();
    RiskPolicy.Adjustment adjustment =
        new RiskPolicy.Adjustment(
            item,
            affects,
            by,
            reader.findText("group").orElse(item),
            condition(reader),
            reader.text("basis"));
    reader.end();
    return adjustment;
  }

  /** The names of the rules that were read and have one, by item. */
  Map<String, LocalText> names() {
    return names;
  }

  private Expr condition(ObjectReader reader) {
    return exprs.read(reader.get("when"), Scope.TOP, ValueType.BOOLEAN);
  }

  private String item(ObjectReader reader) {
    String item = words.matching(ITEM, ITEM_ALLOWED, reader.get("item"));
    words.unique(PolicyIssues.DUPLICATE_NAME, "item", item, reader.location("item"), items);
    reader.find("name").map(words::text).ifPresent(name -> names.put(item, name));
    return item;
  }

  /**
   * The lines that a list of items means, in the order of the policy; {@code static.*} means all
   * that begin with static.
   */
  private List<String> members(ObjectReader reader) {
    List<SourceNode> nodes = ObjectReader.list(reader.get("of"), issues);
    if (nodes.isEmpty()) {
      throw ObjectReader.badValue(
          reader.get("of"), "[]", "It is empty.", "at least one line", issues);
    }
    Set<String> members = new HashSet<>();
    for (SourceNode node : nodes) {
      String name = ObjectReader.text(node, issues);
      List<String> found =
          name.endsWith("*")
              ? lineItems.stream()
                  .filter(item -> item.startsWith(name.substring(0, name.length() - 1)))
                  .toList()
              : lineItems.stream().filter(name::equals).toList();
      if (found.isEmpty()) {
        throw words.unknown("line", name, node.location(), lineItems);
      }
      members.addAll(found);
    }
    return lineItems.stream().filter(members::contains).toList();
  }
}
