package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentException;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.DocumentTemplate.Source;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.model.issue.Severity;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a template, collecting everything that is wrong with it. */
public final class TemplateReader {

  private static final List<String> STATUS = List.of("official", "partial", "local", "sample");

  private final IssueCollector issues;
  private final ObjectReader root;

  private TemplateReader(SourceNode root, IssueCollector issues) {
    this.issues = issues;
    this.root = ObjectReader.of(root, issues);
  }

  /**
   * Reads a template.
   *
   * @param bytes the document
   * @param source what to call it in messages
   * @param sha256 the hash of the bytes
   * @return the template
   * @throws DocumentException with everything that is wrong
   */
  public static DocumentTemplate read(byte[] bytes, String source, String sha256) {
    IssueCollector issues = new IssueCollector();
    Optional<DocumentTemplate> template =
        issues.attempt(() -> read(SourceReader.read(bytes, source, issues), sha256, issues));
    return template.orElseThrow(
        () ->
            new DocumentException(
                issues.issues().stream()
                    .filter(issue -> issue.severity() == Severity.ERROR)
                    .distinct()
                    .toList()));
  }

  /**
   * Reads a template that was parsed already, as part of something larger.
   *
   * @param root the document
   * @param sha256 the hash of its bytes
   * @param issues takes what is wrong
   * @return the template
   * @throws IssueCollector.Abandoned if something is wrong
   */
  public static DocumentTemplate read(SourceNode root, String sha256, IssueCollector issues) {
    IssueCollector own = new IssueCollector();
    Optional<DocumentTemplate> template =
        own.attempt(() -> new TemplateReader(root, own).template(sha256));
    own.issues().forEach(issues::add);
    if (own.hasErrors()) {
      throw new IssueCollector.Abandoned();
    }
    return template.orElseThrow(IssueCollector.Abandoned::new);
  }

  private DocumentTemplate template(String sha256) {
    Source source = source();
    PartReader reader = new PartReader(source, issues);
    Optional<String> id = issues.attempt(() -> reader.word(root.get("document")));
    issues.attempt(() -> root.findText("$schema"));
    Optional<String> version = issues.attempt(() -> root.text("version"));
    var title = issues.attempt(() -> reader.words(root.get("title")));
    var note = issues.attempt(() -> root.find("note").map(reader::slotted)).flatMap(each -> each);
    Optional<String> policy =
        issues.attempt(() -> root.findText("assessedBy")).flatMap(each -> each);
    Optional<String> status = issues.attempt(() -> reader.oneOf(root.get("status"), STATUS));
    Optional<String> basis = issues.attempt(() -> root.text("basis"));
    Optional<LocalDate> from =
        issues.attempt(() -> root.findDate("effectiveFrom")).flatMap(each -> each);
    Optional<LocalDate> to =
        issues.attempt(() -> root.findDate("effectiveTo")).flatMap(each -> each);
    List<TemplatePart> parts = reader.each(root, "parts", reader::part);
    root.end();
    if (issues.hasErrors()) {
      throw new IssueCollector.Abandoned();
    }
    return new DocumentTemplate(
        id.orElseThrow(),
        version.orElseThrow(),
        sha256,
        title.orElseThrow(),
        source,
        policy,
        status.orElseThrow(),
        basis.orElseThrow(),
        note,
        from,
        to,
        parts);
  }

  /** The source decides which names there are, so nothing is read without it. */
  private Source source() {
    List<Source> sources = List.of(Source.values());
    String code =
        new PartReader(Source.ASSESSMENT, issues)
            .oneOf(root.get("of"), sources.stream().map(Source::code).toList());
    return sources.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }
}
