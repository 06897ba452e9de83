package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentDetails;
import io.foodsafety.document.DocumentService;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.DocumentTemplate.Source;
import io.foodsafety.form.FormService;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Submission;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.subject.SubjectService;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Finds what a document is filled in from, and the renderer that writes it. */
public final class DefaultDocumentService implements DocumentService {

  private final List<DocumentTemplate> templates;
  private final BiFunction<String, Locale, String> texts;
  private final Map<String, DocumentRenderer> renderers;
  private final SubjectService subjects;
  private final FormService forms;
  private final ZoneId zone;

  /**
   * A service.
   *
   * @param templates the templates of the region
   * @param texts the texts of the region by key; a key without a text comes back
   * @param renderers the renderers by name
   * @param subjects the register
   * @param forms the forms
   * @param zone the zone of the city's days
   */
  public DefaultDocumentService(
      List<DocumentTemplate> templates,
      BiFunction<String, Locale, String> texts,
      Map<String, DocumentRenderer> renderers,
      SubjectService subjects,
      FormService forms,
      ZoneId zone) {
    this.templates = List.copyOf(templates);
    this.texts = texts;
    this.renderers = new TreeMap<>(renderers);
    this.subjects = subjects;
    this.forms = forms;
    this.zone = zone;
  }

  @Override
  public List<DocumentTemplate> listTemplates() {
    return templates;
  }

  @Override
  public Optional<DocumentTemplate> findTemplate(String id, LocalDate date) {
    return templates.stream()
        .filter(each -> each.id().equals(id) && each.isInForceOn(date))
        .findFirst();
  }

  @Override
  public OfficialDocument ofAssessment(
      DocumentTemplate template, RiskAssessment assessment, DocumentDetails details) {
    checkSource(template, Source.ASSESSMENT);
    String policy = assessment.policy().id();
    if (template.policy().filter(each -> !each.equals(policy)).isPresent()) {
      throw new IllegalArgumentException(
          "The template (%s) is for assessments by (%s) and not by (%s)."
              .formatted(template.id(), template.policy().get(), policy));
    }
    Phrases phrases = new Phrases(details.locale(), texts);
    SubjectValues subject =
        subject(
            SubjectRef.business(assessment.subject()),
            assessment.asOf().dateIn(assessment.policy().zone()),
            phrases);
    return new DocumentMaker(
            template, new AssessmentValues(assessment, subject, phrases), details, phrases)
        .make();
  }

  @Override
  public OfficialDocument ofSubmission(
      DocumentTemplate template, Submission submission, DocumentDetails details) {
    checkSource(template, Source.SUBMISSION);
    Phrases phrases = new Phrases(details.locale(), texts);
    SubmissionValues values =
        new SubmissionValues(
            form(submission),
            submission,
            forms.count(submission),
            forms.compare(submission),
            subject(submission.subject(), submission.at().dateIn(zone), phrases),
            zone,
            phrases);
    return new DocumentMaker(template, values, details, phrases).make();
  }

  private static void checkSource(DocumentTemplate template, Source source) {
    if (template.source() != source) {
      throw new IllegalArgumentException(
          "The template (%s) is of (%s) and not of (%s)."
              .formatted(template.id(), template.source().code(), source.code()));
    }
  }

  private SubjectValues subject(SubjectRef ref, LocalDate date, Phrases phrases) {
    Optional<Subject> subject =
        ref.type().equals(SubjectType.BUSINESS) ? subjects.find(ref.id()) : Optional.empty();
    return new SubjectValues(ref.id(), subject, date, phrases);
  }

  private FormTemplate form(Submission submission) {
    return forms.forms().stream()
        .filter(form -> form.id().equals(submission.form()))
        .filter(form -> form.version().equals(submission.version()))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "The form (%s) in version (%s) is unknown."
                        .formatted(submission.form(), submission.version())));
  }

  @Override
  public List<DocumentRenderer> listRenderers() {
    return List.copyOf(renderers.values());
  }

  @Override
  public Optional<DocumentRenderer> findRenderer(String name) {
    return Optional.ofNullable(renderers.get(name));
  }

  @Override
  public void render(
      OfficialDocument document, String renderer, Map<String, String> settings, OutputStream out)
      throws IOException {
    DocumentRenderer chosen =
        findRenderer(renderer)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no document renderer (%s). Maybe %s?"
                            .formatted(renderer, NearestNames.of(renderer, renderers.keySet()))));
    chosen.render(document, Config.parse(chosen.configKeys(), settings), out);
  }
}
