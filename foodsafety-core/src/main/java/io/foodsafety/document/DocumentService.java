package io.foodsafety.document;

import io.foodsafety.form.Submission;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.spi.document.DocumentRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Fills in official documents and writes them with the renderers of the plug-ins. Handed out by a
 * session. Safe for use by many threads; not for implementation by a host.
 */
public interface DocumentService {

  /** {@return the templates of the region, in all versions} */
  List<DocumentTemplate> listTemplates();

  /**
   * The version of a template that is in force on a day.
   *
   * @param id its id
   * @param date the day
   * @return the template, or nothing
   */
  Optional<DocumentTemplate> findTemplate(String id, LocalDate date);

  /**
   * Fills in a document about an assessment, such as the form that determines a risk grade. What is
   * not known stays blank.
   *
   * @param template the template
   * @param assessment the assessment
   * @param details what the host adds
   * @return the document
   * @throws IllegalArgumentException if the template is for something else, or does not use a value
   *     or a role of the details
   */
  OfficialDocument ofAssessment(
      DocumentTemplate template, RiskAssessment assessment, DocumentDetails details);

  /**
   * Fills in a document about an assessment, by the id of a template.
   *
   * @param template the id of a template of the region; its version in force on the day of the
   *     document counts
   * @param assessment the assessment
   * @param details what the host adds
   * @return the document
   * @throws NoSuchElementException if there is no such template
   * @throws IllegalArgumentException if the template is for something else, or does not use a value
   *     or a role of the details
   */
  default OfficialDocument ofAssessment(
      String template, RiskAssessment assessment, DocumentDetails details) {
    return ofAssessment(getTemplate(template, details.date()), assessment, details);
  }

  /**
   * Fills in a document about a submission, recorded or not, such as the record of an inspection.
   * What is not known stays blank.
   *
   * @param template the template
   * @param submission the submission
   * @param details what the host adds
   * @return the document
   * @throws NoSuchElementException if the city does not have the form of the submission
   * @throws IllegalArgumentException if the template is for something else, or does not use a value
   *     or a role of the details
   */
  OfficialDocument ofSubmission(
      DocumentTemplate template, Submission submission, DocumentDetails details);

  /**
   * Fills in a document about a submission, by the id of a template.
   *
   * @param template the id of a template of the region; its version in force on the day of the
   *     document counts
   * @param submission the submission
   * @param details what the host adds
   * @return the document
   * @throws NoSuchElementException if there is no such template, or the city does not have the form
   *     of the submission
   * @throws IllegalArgumentException if the template is for something else, or does not use a value
   *     or a role of the details
   */
  default OfficialDocument ofSubmission(
      String template, Submission submission, DocumentDetails details) {
    return ofSubmission(getTemplate(template, details.date()), submission, details);
  }

  /**
   * The version of a template that is in force on a day.
   *
   * @param id its id
   * @param date the day
   * @return the template
   * @throws NoSuchElementException if there is none
   */
  default DocumentTemplate getTemplate(String id, LocalDate date) {
    return findTemplate(id, date)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "There is no template (%s) in force on %s.".formatted(id, date)));
  }

  /** {@return the renderers, by name} */
  List<DocumentRenderer> listRenderers();

  /**
   * The renderer of a name.
   *
   * @param name its name
   * @return the renderer, or nothing
   */
  Optional<DocumentRenderer> findRenderer(String name);

  /**
   * Writes a document.
   *
   * @param document the document
   * @param renderer the name of the renderer, such as {@code pdf}
   * @param settings settings of the renderer, by name
   * @param out where to; stays open and is flushed
   * @throws IllegalArgumentException if there is no such renderer, or a setting is wrong
   * @throws IllegalStateException if something that the renderer needs is not there
   * @throws IOException if the stream cannot be written
   */
  void render(
      OfficialDocument document, String renderer, Map<String, String> settings, OutputStream out)
      throws IOException;
}
