package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.issue.Severity;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.LookupTable;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a policy document, collecting everything that is wrong with it. */
public final class PolicyReader {

  private final IssueCollector issues;
  private final ObjectReader root;
  private final BandReader bandReader;
  private final DeclarationReader declarations;

  private PolicyReader(SourceNode root, IssueCollector issues) {
    this.issues = issues;
    this.root = ObjectReader.of(root, issues);
    this.bandReader = new BandReader(issues);
    this.declarations = new DeclarationReader(issues);
  }

  /**
   * Reads a policy.
   *
   * @param bytes the document
   * @param source what to call it in messages
   * @param base what is declared already
   * @param sha256 the hash of the bytes
   * @return the policy
   * @throws PolicyException with everything that is wrong
   */
  public static RiskPolicy read(byte[] bytes, String source, FactCatalogue base, String sha256) {
    IssueCollector issues = new IssueCollector();
    Optional<RiskPolicy> policy =
        issues.attempt(
            () ->
                new PolicyReader(SourceReader.read(bytes, source, issues), issues)
                    .policy(base, sha256));
    if (issues.hasErrors() || policy.isEmpty()) {
      throw new PolicyException(
          issues.issues().stream()
              .filter(issue -> issue.severity() == Severity.ERROR)
              .distinct()
              .toList());
    }
    return policy.get();
  }

  /**
   * Reads a policy that was parsed already, as part of something larger.
   *
   * @param root the document
   * @param base what is declared already
   * @param sha256 what the policy shall say of itself
   * @param issues takes what is wrong, and what is worth a look
   * @return the policy
   * @throws IssueCollector.Abandoned if something is wrong
   */
  public static RiskPolicy read(
      SourceNode root, FactCatalogue base, String sha256, IssueCollector issues) {
    IssueCollector own = new IssueCollector();
    Optional<RiskPolicy> policy =
        own.attempt(() -> new PolicyReader(root, own).policy(base, sha256));
    own.issues().forEach(issues::add);
    return policy.orElseThrow(IssueCollector.Abandoned::new);
  }

  private RiskPolicy policy(FactCatalogue base, String sha256) {
    Optional<String> id = issues.attempt(() -> root.text("policy"));
    Optional<String> version = issues.attempt(() -> root.text("version"));
    for (String name : List.of("$schema", "title", "basis")) {
      issues.attempt(() -> root.findText(name));
    }
    Optional<GradeScale> scale = issues.attempt(() -> scale(root.get("scale")));
    ZoneId zone = issues.attempt(this::zone).orElse(ZoneOffset.UTC);
    Optional<LocalDate> from =
        issues.attempt(() -> root.findDate("effectiveFrom")).flatMap(each -> each);
    Optional<LocalDate> to = issues.attempt(() -> effectiveTo(from)).flatMap(each -> each);
    int pointsScale =
        issues.attempt(() -> root.findInteger("pointsScale", 0, 9)).flatMap(each -> each).orElse(2);
    FactCatalogue catalogue =
        issues.attempt(() -> declarations.read(root.find("declares"), base)).orElse(base);
    Map<String, Optional<LookupTable>> tables =
        issues.attempt(() -> bandReader.tables(root.members("tables"))).orElse(Map.of());
    Map<String, SourceNode> definitions =
        issues.attempt(() -> root.members("define")).orElse(Map.of());
    ExprReader exprs = new ExprReader(catalogue, tables, definitions, issues);
    exprs.definitions().readAll();

    Optional<Expr> appliesTo =
        root.find("appliesTo")
            .flatMap(node -> issues.attempt(() -> exprs.read(node, Scope.TOP, ValueType.BOOLEAN)));
    LineReader lineReader = new LineReader(exprs, bandReader, issues);
    List<RiskPolicy.Exclusion> exclusions = each("noGrade", lineReader::exclusion);
    List<RiskPolicy.Line> lines =
        Stream.concat(
                each("static", node -> lineReader.line(node, RiskPolicy.Section.STATIC)).stream(),
                each("dynamic", node -> lineReader.line(node, RiskPolicy.Section.DYNAMIC)).stream())
            .toList();
    if (hasNoItems("static") && hasNoItems("dynamic")) {
      issues.add(PolicyIssues.NO_LINES.at(root.location()).build());
    }
    List<RiskPolicy.BestOf> bestOfs = each("bestOf", lineReader::bestOf);
    List<RiskPolicy.Cap> caps = each("caps", lineReader::cap);
    Optional<Bands<Grade>> bands =
        issues.attempt(() -> bandReader.grades(root.get("bands"), read(scale)));
    List<RiskPolicy.Limit> limits = each("limits", node -> lineReader.limit(node, read(scale)));
    List<RiskPolicy.DirectGrade> directGrades =
        each("directGrades", node -> lineReader.directGrade(node, read(scale)));
    List<RiskPolicy.Adjustment> adjustments = each("adjustments", lineReader::adjustment);
    root.end();
    if (issues.hasErrors()) {
      throw new IssueCollector.Abandoned();
    }
    return new RiskPolicy(
        read(id),
        read(version),
        sha256,
        zone,
        from,
        to,
        read(scale),
        pointsScale,
        catalogue,
        appliesTo,
        exclusions,
        lines,
        bestOfs,
        caps,
        read(bands),
        limits,
        directGrades,
        adjustments,
        issues.issues());
  }

  /** What was read; gives up if it was wrong, which is said already. */
  private static <T> T read(Optional<T> attempted) {
    return attempted.orElseThrow(IssueCollector.Abandoned::new);
  }

  private boolean hasNoItems(String name) {
    return root.find(name)
        .map(node -> node instanceof SourceNode.ListNode list && list.items().isEmpty())
        .orElse(true);
  }

  private Optional<LocalDate> effectiveTo(Optional<LocalDate> from) {
    Optional<LocalDate> to = root.findDate("effectiveTo");
    if (to.isPresent() && from.isPresent() && to.get().isBefore(from.get())) {
      throw ObjectReader.badValue(
          root.get("effectiveTo"),
          to.get().toString(),
          "It lies before effectiveFrom.",
          "a date from %s on".formatted(from.get()),
          issues);
    }
    return to;
  }

  /** Reads each item of a list; those that are wrong are left out, with their issues. */
  private <T> List<T> each(String name, Function<SourceNode, T> read) {
    return issues.attempt(() -> root.list(name)).orElse(List.of()).stream()
        .flatMap(node -> issues.attempt(() -> read.apply(node)).stream())
        .toList();
  }

  private ZoneId zone() {
    Optional<SourceNode> node = root.find("zone");
    if (node.isEmpty()) {
      issues.add(PolicyIssues.NO_ZONE.at(root.location()).build());
      return ZoneOffset.UTC;
    }
    return ObjectReader.parse(
        node.get(), "a zone of the IANA data base such as Asia/Shanghai", ZoneId::of, issues);
  }

  private static GradeScale.Better better(String word) {
    return switch (word) {
      case "lower" -> GradeScale.Better.LOWER;
      case "higher" -> GradeScale.Better.HIGHER;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private GradeScale scale(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String id = reader.text("id");
    GradeScale.Better better =
        ObjectReader.parse(reader.get("better"), "lower or higher", PolicyReader::better, issues);
    List<String> labels =
        ObjectReader.list(reader.get("grades"), issues).stream()
            .map(each -> ObjectReader.text(each, issues))
            .toList();
    reader.end();
    try {
      return GradeScale.of(id, better, labels);
    } catch (IllegalArgumentException e) {
      throw ObjectReader.badValue(
          node, id, String.valueOf(e.getMessage()), "a name and distinct grades", issues);
    }
  }
}
