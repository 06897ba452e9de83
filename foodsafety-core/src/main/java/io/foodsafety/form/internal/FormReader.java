package io.foodsafety.form.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FactRule;
import io.foodsafety.form.FormException;
import io.foodsafety.form.FormField;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormSection;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.FormTemplate.Completeness;
import io.foodsafety.form.Scoring;
import io.foodsafety.risk.internal.RuleSource;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.source.internal.WordReader;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the document of a form, collecting everything that is wrong with it. */
public final class FormReader {

  private static final List<String> STATUS = List.of("official", "partial", "local", "sample");
  private static final int MAX_SUBMITTERS = 20;

  private final IssueCollector issues;
  private final ObjectReader root;
  private final WordReader words;

  private FormReader(SourceNode root, IssueCollector issues) {
    this.issues = issues;
    this.root = ObjectReader.of(root, issues);
    this.words = new WordReader(FormIssues.UNKNOWN_NAME, issues);
  }

  /**
   * Reads a form.
   *
   * @param bytes the document
   * @param source what to call it in messages
   * @param base what is declared already
   * @param sha256 the hash of the bytes
   * @return the form
   * @throws FormException with everything that is wrong
   */
  public static FormTemplate read(byte[] bytes, String source, FactCatalogue base, String sha256) {
    return IssueCollector.read(
        issues ->
            new FormReader(SourceReader.read(bytes, source, issues), issues).form(base, sha256),
        FormException::new);
  }

  /**
   * Reads a form that was parsed already, as part of something larger.
   *
   * @param root the document
   * @param base what is declared already
   * @param sha256 the hash of its bytes
   * @param issues takes what is wrong
   * @return the form
   * @throws IssueCollector.Abandoned if something is wrong
   */
  public static FormTemplate read(
      SourceNode root, FactCatalogue base, String sha256, IssueCollector issues) {
    return issues.part(own -> new FormReader(root, own).form(base, sha256));
  }

  private FormTemplate form(FactCatalogue base, String sha256) {
    Optional<String> id = issues.attempt(() -> root.text("form"));
    issues.attempt(() -> root.findText("$schema"));
    Optional<String> version = issues.attempt(() -> root.text("version"));
    Optional<LocalText> title = issues.attempt(() -> words.text(root.get("title")));
    Optional<String> purpose = issues.attempt(() -> words.word(root.get("purpose")));
    Optional<String> status = issues.attempt(() -> words.oneOf(root.get("status"), STATUS));
    Optional<String> basis = issues.attempt(() -> root.text("basis"));
    Optional<LocalText> note = issues.find(() -> root.find("note").map(words::text));
    Optional<LocalDate> from = issues.find(() -> root.findDate("effectiveFrom"));
    Optional<LocalDate> to = issues.find(() -> root.findEffectiveTo(from));
    int least = issues.find(() -> root.findInteger("minSubmitters", 0, MAX_SUBMITTERS)).orElse(1);
    Optional<Scoring> scoring = issues.find(() -> root.find("scoring").map(this::scoring));
    FactCatalogue catalogue =
        issues.attempt(() -> RuleSource.declare(root.find("declares"), base, issues)).orElse(base);
    Map<String, SourceNode> definitions =
        issues.attempt(() -> root.members("define")).orElse(Map.of());
    RuleSource rules = new RuleSource(subjectOnly(catalogue), definitions, issues);
    Optional<Expr> weightBy =
        issues.find(() -> root.find("weightBy").map(node -> rules.read(node, ValueType.TEXT)));

    SectionReader sectionReader =
        new SectionReader(rules, words, weightBy.isPresent(), scoring.isPresent(), issues);
    List<FormSection> sections = words.each(root, "sections", sectionReader::section);
    List<FormField> fields =
        sections.stream().flatMap(section -> section.fields().stream()).toList();
    long items = sections.stream().mapToLong(section -> section.items().size()).sum();
    if (items == 0 && fields.isEmpty() && !issues.hasErrors()) {
      issues.add(FormIssues.NOTHING_ASKED.at(root.location()).build());
    }
    FieldNames fieldNames = new FieldNames(fields, sectionReader.fieldNames(), words);
    Completeness completeness =
        issues
            .find(() -> root.find("complete").map(node -> completeness(node, fieldNames)))
            .orElse(new Completeness(true, Optional.empty(), Set.of()));
    FactRuleReader factReader = new FactRuleReader(catalogue, fieldNames, words, issues);
    List<FactRule> facts = words.each(root, "facts", factReader::rule);
    root.end();
    if (issues.hasErrors()) {
      throw new IssueCollector.Abandoned();
    }
    return new FormTemplate(
        id.orElseThrow(),
        version.orElseThrow(),
        sha256,
        title.orElseThrow(),
        purpose.orElseThrow(),
        status.orElseThrow(),
        basis.orElseThrow(),
        note,
        from,
        to,
        completeness,
        least,
        scoring,
        weightBy,
        sections,
        facts,
        RuleSource.declare(root.find("declares"), FactCatalogue.empty(), new IssueCollector()));
  }

  /** What conditions may read: a form is looked at without the facts of the business. */
  private static FactCatalogue subjectOnly(FactCatalogue catalogue) {
    return FactCatalogue.empty().plus(List.of(), catalogue.subjectAttributes());
  }

  private Scoring scoring(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Scoring.Method method =
        Scoring.Method.find(words.oneOf(reader.get("method"), Scoring.Method.codes()))
            .orElseThrow();
    boolean isShare = method == Scoring.Method.SHARE;
    Optional<BigDecimal> of = isShare ? Optional.of(reader.positive("of")) : Optional.empty();
    int scale = reader.findInteger("scale", 0, 9).orElse(2);
    reader.end();
    return new Scoring(method, of, scale);
  }

  private Completeness completeness(SourceNode node, FieldNames fields) {
    if (node instanceof SourceNode.BooleanNode required) {
      return new Completeness(required.value(), Optional.empty(), Set.of());
    }
    ObjectReader outer = ObjectReader.of(node, issues);
    ObjectReader reader = ObjectReader.of(outer.get("except"), issues);
    outer.end();
    FormField field = fields.get(reader.get("field"));
    if (field.type() != FormField.Type.CHOICE) {
      throw ObjectReader.badValue(
          reader.get("field"), field.name(), "It is no choice.", "a field of type choice", issues);
    }
    Set<String> except =
        ObjectReader.list(reader.get("in"), issues).stream()
            .map(each -> words.known("word of " + field.name(), each, field.choices().keySet()))
            .collect(Collectors.toSet());
    reader.end();
    return new Completeness(true, Optional.of(field.name()), except);
  }
}
