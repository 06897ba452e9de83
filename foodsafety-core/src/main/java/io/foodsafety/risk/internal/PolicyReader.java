package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.risk.PolicyTexts;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.source.internal.WordReader;
import io.foodsafety.text.LocalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a policy document, collecting everything that is wrong with it. */
public final class PolicyReader {

  private static final Map<String, GradeScale.Better> BETTER =
      Map.of("lower", GradeScale.Better.LOWER, "higher", GradeScale.Better.HIGHER);

  private final IssueCollector issues;
  private final ObjectReader root;
  private final WordReader words;
  private final BandReader bandReader;
  private final DeclarationReader declarations;

  private PolicyReader(SourceNode root, IssueCollector issues) {
    this.issues = issues;
    this.root = ObjectReader.of(root, issues);
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
    this.bandReader = new BandReader(issues);
    this.declarations = new DeclarationReader(issues);
  }

  /**
   * The bytes of a policy file.
   *
   * @param file the file
   * @return what stands in it
   * @throws PolicyException if it cannot be read
   */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PolicyException(
          List.of(
              PolicyIssues.UNREADABLE
                  .at(new Location(file.toString(), 0, ""))
                  .with("file", file)
                  .with("fault", e.getClass().getSimpleName())
                  .build()));
    }
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
    return IssueCollector.read(
        issues ->
            new PolicyReader(SourceReader.read(bytes, source, issues), issues).policy(base, sha256),
        PolicyException::new);
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
    return issues.part(own -> new PolicyReader(root, own).policy(base, sha256));
  }

  private RiskPolicy policy(FactCatalogue base, String sha256) {
    Optional<String> id = issues.attempt(() -> root.text("policy"));
    Optional<String> version = issues.attempt(() -> root.text("version"));
    for (String name : List.of("$schema", "basis")) {
      issues.attempt(() -> root.findText(name));
    }
    Optional<LocalText> title = issues.find(() -> root.find("title").map(this::title));
    Optional<GradeScale> scale = issues.attempt(() -> scale(root.get("scale")));
    ZoneId zone = issues.attempt(this::zone).orElse(ZoneOffset.UTC);
    Optional<LocalDate> from = issues.find(() -> root.findDate("effectiveFrom"));
    Optional<LocalDate> to = issues.find(() -> root.findEffectiveTo(from));
    int pointsScale = issues.find(() -> root.findInteger("pointsScale", 0, 9)).orElse(2);
    FactCatalogue catalogue =
        issues.attempt(() -> declarations.read(root.find("declares"), base)).orElse(base);
    Map<String, Optional<PolicyTable>> tables =
        issues
            .attempt(() -> new TableReader(bandReader, issues).tables(root.members("tables")))
            .orElse(Map.of());
    Map<String, SourceNode> definitions =
        issues.attempt(() -> root.members("define")).orElse(Map.of());
    ExprReader exprs = new ExprReader(catalogue, tables, definitions, issues);
    exprs.definitions().readAll();

    Optional<Expr> appliesTo =
        root.find("appliesTo")
            .flatMap(node -> issues.attempt(() -> exprs.read(node, Scope.TOP, ValueType.BOOLEAN)));
    LineReader lineReader = new LineReader(exprs, bandReader, issues);
    List<RiskPolicy.Exclusion> exclusions = words.each(root, "noGrade", lineReader::exclusion);
    List<RiskPolicy.Line> lines =
        Stream.concat(
                words
                    .each(root, "static", node -> lineReader.line(node, RiskPolicy.Section.STATIC))
                    .stream(),
                words
                    .each(
                        root, "dynamic", node -> lineReader.line(node, RiskPolicy.Section.DYNAMIC))
                    .stream())
            .toList();
    if (root.hasNoItems("static") && root.hasNoItems("dynamic")) {
      issues.add(PolicyIssues.NO_LINES.at(root.location()).build());
    }
    List<RiskPolicy.BestOf> bestOfs = words.each(root, "bestOf", lineReader::bestOf);
    List<RiskPolicy.Cap> caps = words.each(root, "caps", lineReader::cap);
    Optional<Bands<Grade>> bands = issues.attempt(() -> bandReader.grades(bands(), read(scale)));
    List<RiskPolicy.Limit> limits =
        words.each(root, "limits", node -> lineReader.limit(node, read(scale)));
    List<RiskPolicy.DirectGrade> directGrades =
        words.each(root, "directGrades", node -> lineReader.directGrade(node, read(scale)));
    List<RiskPolicy.Adjustment> adjustments =
        words.each(root, "adjustments", lineReader::adjustment);
    FrequencyReader frequencies = new FrequencyReader(bandReader, words, issues);
    List<RiskPolicy.Inspections> inspectionsPerYear =
        words.each(root, "inspectionsPerYear", node -> frequencies.read(node, read(scale)));
    PolicyTexts texts = new PolicyTexts(title, lineReader.names());
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
        inspectionsPerYear,
        texts,
        issues.issues());
  }

  /** What was read; gives up if it was wrong, which is said already. */
  private static <T> T read(Optional<T> attempted) {
    return attempted.orElseThrow(IssueCollector.Abandoned::new);
  }

  /** The bands; those of a table of a region were put here, if there is a region. */
  private SourceNode bands() {
    SourceNode bands = root.get("bands");
    if (bands instanceof SourceNode.ObjectNode) {
      String table = ObjectReader.of(bands, issues).text("from");
      throw issues.abandon(
          PolicyIssues.TABLE_OF_REGION.at(bands.location()).with("table", table).build());
    }
    return bands;
  }

  /** A title in both languages, or one text for both. */
  private LocalText title(SourceNode node) {
    if (node instanceof SourceNode.ObjectNode) {
      return words.text(node);
    }
    String text = ObjectReader.text(node, issues);
    return new LocalText(text, text);
  }

  private ZoneId zone() {
    Optional<SourceNode> node = root.find("zone");
    if (node.isEmpty()) {
      issues.add(PolicyIssues.NO_ZONE.at(root.location()).build());
      return ZoneOffset.UTC;
    }
    return ObjectReader.zone(node.get(), issues);
  }

  private GradeScale scale(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String id = reader.text("id");
    GradeScale.Better better = words.oneOf(reader.get("better"), BETTER);
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
