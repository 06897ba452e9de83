package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentException;
import io.foodsafety.document.DocumentIssues;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.DocumentTemplate.Source;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.source.internal.WordReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a template, collecting everything that is wrong with it. */
public final class TemplateReader {

  private static final List<String> STATUS = List.of("official", "partial", "local", "sample");

  private final IssueCollector issues;
  private final ObjectReader root;
  private final WordReader words;

  private TemplateReader(SourceNode root, IssueCollector issues) {
    this.issues = issues;
    this.root = ObjectReader.of(root, issues);
    this.words = new WordReader(DocumentIssues.UNKNOWN_NAME, issues);
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
    return IssueCollector.read(
        issues -> read(SourceReader.read(bytes, source, issues), sha256, issues),
        DocumentException::new);
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
    return issues.part(own -> new TemplateReader(root, own).template(sha256));
  }

  private DocumentTemplate template(String sha256) {
    Source source = source();
    PartReader reader = new PartReader(source, words, issues);
    Optional<String> id = issues.attempt(() -> words.word(root.get("document")));
    issues.attempt(() -> root.findText("$schema"));
    Optional<String> version = issues.attempt(() -> root.text("version"));
    var title = issues.attempt(() -> words.text(root.get("title")));
    var note = issues.find(() -> root.find("note").map(reader::slotted));
    Optional<String> policy = issues.find(() -> root.findText("assessedBy"));
    Optional<String> status = issues.attempt(() -> words.oneOf(root.get("status"), STATUS));
    Optional<String> basis = issues.attempt(() -> root.text("basis"));
    Optional<LocalDate> from = issues.find(() -> root.findDate("effectiveFrom"));
    Optional<LocalDate> to = issues.find(() -> root.findEffectiveTo(from));
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
    String code = words.oneOf(root.get("of"), sources.stream().map(Source::code).toList());
    return sources.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }
}
